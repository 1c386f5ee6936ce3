// Which rows of a table are sums of which others, and what they come to.
import type { ItemLevel } from './item-levels.ts';
import { storedNumber } from './parse-amount.ts';
import type { StoredCells } from './project-entry.ts';

/** Adds without the dust that binary fractions leave. */
export function add(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
}

/** One sum to be checked: the row that states it, and the rows it is made of. */
export interface Sum {
  readonly at: number;
  readonly parts: readonly number[];
  /** 其中: the parts named may be fewer than all, so only more than the whole is wrong. */
  readonly isPartial: boolean;
}

/** Items with their sub-items, where the marks leave no doubt. */
export function itemSums(levels: readonly ItemLevel[]): Sum[] {
  return levels.flatMap((item, at): Sum[] => {
    if (item.isTotal) return [];
    const parts: number[] = [];
    for (let next = at + 1; next < levels.length; next++) {
      const below = levels[next];
      if (below === undefined || below.isTotal || below.level <= item.level) break;
      if (below.level === item.level + 1) parts.push(next);
    }
    const members = parts.map((part) => levels[part]);
    if (parts.length === 0 || members.some((member) => member?.isCertain === false)) return [];
    const isOfWhich = members.some((member) => member?.isOfWhich);
    const isWholeBreakdown = members.filter((member) => member?.isOfWhich).length >= 2 && isNumbered(members);
    return parts.length === 1 && !isOfWhich ? [] : [{ at, parts, isPartial: isOfWhich && !isWholeBreakdown }];
  });
}

/** 其中：（1）… （2）…: parts that are counted through are all there are. */
function isNumbered(members: readonly (ItemLevel | undefined)[]): boolean {
  return members.every((member) => member?.isNumbered === true);
}

/** Totals are made of the items above them, or of those below where they stand first. */
export function totalSums(levels: readonly ItemLevel[], rows: readonly StoredCells[], key: string): Sum[] {
  return levels.flatMap(({ isTotal }, at): Sum[] => {
    const usable = isTotal ? waysToAdd(levels, rows, key, at) : [];
    const [natural] = usable;
    return natural === undefined || usable.some((sum) => !isWrong(sum, rows, key)) ? [] : [natural];
  });
}

/**
 * The sum a total row states, or should state: the one its figure agrees with, else the one its place suggests; null
 * where no row has a figure.
 */
export function sumAt(
  levels: readonly ItemLevel[],
  rows: readonly StoredCells[],
  key: string,
  at: number,
): Sum | null {
  const usable = waysToAdd(levels, rows, key, at);
  return usable.find((sum) => !isWrong(sum, rows, key)) ?? usable[0] ?? null;
}

/** What a total may be the sum of, the most natural first; only what has figures. */
function waysToAdd(
  levels: readonly ItemLevel[],
  rows: readonly StoredCells[],
  key: string,
  at: number,
): Sum[] {
  const totals = levels.flatMap(({ isTotal }, place) => (isTotal ? [place] : []));
  const before = totals.findLast((place) => place < at) ?? -1;
  const after = totals.find((place) => place > at) ?? levels.length;
  const above = itemsBetween(levels, before, at);
  const below = itemsBetween(levels, at, after);
  const all = itemsBetween(levels, -1, levels.length);
  const subtotals = totals.filter((one) => one !== at);
  const withLast = before < 0 ? above : [before, ...above];
  const own = before < 0 && above.length === 0 ? below : above;
  return [own, below, all, withLast, subtotals, topItems(own, rows, key)]
    .map((parts): Sum => ({ at, parts, isPartial: false }))
    .filter((sum) => addedUp(sum, rows, key) !== null);
}

/**
 * The items that stand at the top where no mark says so: a figure that the two or more rows right below it add up
 * to exactly is theirs, and they are not counted again.
 */
function topItems(items: readonly number[], rows: readonly StoredCells[], key: string): number[] {
  const values = items.map((at) => storedNumber(rows[at]?.[key]) ?? 0);
  const tops: number[] = [];
  for (let at = 0; at < items.length; at++) {
    tops.push(items[at] ?? 0);
    at += partsBelow(values, at);
  }
  return tops;
}

/** How many rows below one add up to it; 0 when none do. */
function partsBelow(values: readonly number[], at: number): number {
  const whole = values[at] ?? 0;
  let sum = 0;
  for (let count = 1; whole !== 0 && at + count < values.length; count++) {
    sum = add([sum, values[at + count] ?? 0]);
    if (count >= 2 && Math.abs(sum - whole) < 1e-6) return count;
  }
  return 0;
}

function itemsBetween(levels: readonly ItemLevel[], start: number, end: number): number[] {
  return levels.flatMap(({ level, isTotal }, at) =>
    at > start && at < end && level === 0 && !isTotal ? [at] : [],
  );
}

/** What the parts of a sum come to; null when none has a figure. */
export function addedUp(sum: Sum, rows: readonly StoredCells[], key: string): number | null {
  const values = sum.parts.flatMap((at) => storedNumber(rows[at]?.[key]) ?? []);
  return values.length === 0 ? null : add(values);
}

/** Whether the row states another figure than its parts come to. */
export function isWrong(sum: Sum, rows: readonly StoredCells[], key: string): boolean {
  const stated = storedNumber(rows[sum.at]?.[key]);
  const added = addedUp(sum, rows, key);
  if (stated === null || added === null) return false;
  const excess = added - stated;
  // A negative whole with negative parts is exceeded downwards.
  if (sum.isPartial) return stated >= 0 && excess > 1e-6;
  return Math.abs(excess) > Math.max(1e-6, Math.abs(stated) * 1e-12);
}

/** What a column comes to: its stated total, else the sum of its items. */
export function totalOf(
  { rows, levels }: { readonly rows: readonly StoredCells[]; readonly levels: readonly ItemLevel[] },
  key: string,
): number | null {
  const stated = levels.findLastIndex(({ isTotal }) => isTotal);
  const first = levels.findIndex(({ isTotal }) => isTotal);
  const single = first === stated ? storedNumber(rows[stated]?.[key]) : null;
  if (single !== null) return single;
  const values = rows.flatMap((row, at) =>
    levels[at]?.level === 0 && !levels[at]?.isTotal ? (storedNumber(row[key]) ?? []) : [],
  );
  return values.length === 0 ? null : add(values);
}
