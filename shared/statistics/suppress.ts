// What of counts of people is published: small ones are not, and nothing from which they could be worked out.

/** Counts of people below this are told as "fewer than". */
export const fewest = 5;

/** A count as it is published; null stands for one to four. Nought stands for nobody, and is told. */
export type ShownCount = number | null;

export function showCount(count: number): ShownCount {
  return count > 0 && count < fewest ? null : count;
}

/** Parts of a whole as they are published. */
export interface ShownParts<Name extends string> {
  readonly parts: Readonly<Record<Name, ShownCount>>;
  /** The sum of the parts that are told. */
  readonly total: number;
  /** False where a part is not told: the true total would tell it, so it is told as "more than `total`". */
  readonly isWhole: boolean;
}

/**
 * Publishes parts and their total. Where a part is small, the total gives way rather than another part: it is then
 * worked out from what is told alone, so that no sum leads back to the small one and every value of it stays possible.
 */
export function showParts<Name extends string>(parts: Readonly<Record<Name, number>>): ShownParts<Name> {
  const entries = Object.entries<number>(parts).map(([name, count]) => [name, showCount(count)] as const);
  return {
    parts: Object.fromEntries(entries) as Record<Name, ShownCount>,
    total: entries.reduce((sum, [, count]) => sum + (count ?? 0), 0),
    isWhole: entries.every(([, count]) => count !== null),
  };
}

/** What a total may be said to be: the figure, more than it, or fewer than it. */
export interface ShownTotal {
  readonly is: 'exactly' | 'above' | 'below';
  readonly count: number;
}

/** Where nothing is told of any part, the most the small ones can be together is all there is to say. */
export function totalOf({ parts, total, isWhole }: ShownParts<string>): ShownTotal {
  if (isWhole) return { is: 'exactly', count: total };
  if (total > 0) return { is: 'above', count: total };
  const small = Object.values(parts).filter((count) => count === null).length;
  return { is: 'below', count: small * (fewest - 1) + 1 };
}

/** A mean of marks, to one place, told only where enough people gave one; the number of them is told in its own right. */
export function showMean(marks: readonly number[]): number | null {
  if (marks.length < fewest) return null;
  return Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 10) / 10;
}

/** The middle value, told only where there are enough of them. */
export function showMedian(values: readonly number[]): number | null {
  if (values.length < fewest) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round((upper + (sorted[middle - 1] ?? 0)) * 5) / 10;
}
