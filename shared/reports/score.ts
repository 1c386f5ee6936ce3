// How agencies are scored in a bulletin: points an item by rules staff set, bounded, and ranked with ties.
import * as z from 'zod';

/**
 * published 主动公开 · on-time 按时公开 · overdue 逾期 · stale 应更新未更新 · uncovered 应公开未公开的事项 ·
 * adopted 采纳意见建议
 */
export const measures = ['published', 'on-time', 'overdue', 'stale', 'uncovered', 'adopted'] as const;
export type Measure = (typeof measures)[number];

const points = z.number().min(-100).max(100).multipleOf(0.1);
export const scoreRulesSchema = z.object({
  /** What every agency begins with. */
  base: z.number().min(0).max(1000).multipleOf(0.1),
  rules: z
    .array(
      z.object({
        measure: z.enum(measures),
        /** For each item; below nought it takes away. */
        points,
        /** The most points this measure gives or takes; null without bound. */
        most: z.number().min(0).max(1000).multipleOf(0.1).nullable(),
      }),
    )
    .length(measures.length)
    .refine((rules) => new Set(rules.map(({ measure }) => measure)).size === measures.length),
});
export type ScoreRules = z.infer<typeof scoreRulesSchema>;

export const defaultScoreRules: ScoreRules = {
  base: 60,
  rules: [
    { measure: 'published', points: 1, most: 20 },
    { measure: 'on-time', points: 0.5, most: 10 },
    { measure: 'overdue', points: -2, most: 20 },
    { measure: 'stale', points: -1, most: 10 },
    { measure: 'uncovered', points: -0.5, most: 10 },
    { measure: 'adopted', points: 2, most: 10 },
  ],
};

export type Counts = Readonly<Record<Measure, number>>;

export interface ScorePart {
  readonly measure: Measure;
  readonly count: number;
  readonly points: number;
}

export interface Scored {
  readonly parts: ScorePart[];
  readonly total: number;
}

/** Tenths are counted as whole numbers: sums of binary fractions would not be what staff work out by hand. */
const tenths = (value: number) => Math.round(value * 10);

/** The points of one agency, measure by measure, and their sum. */
export function score({ base, rules }: ScoreRules, counts: Counts): Scored {
  const parts = rules.map(({ measure, points: each, most }) => {
    const count = counts[measure];
    const whole = tenths(each) * count;
    const bound = most === null ? Number.POSITIVE_INFINITY : tenths(most);
    return { measure, count, points: (Math.max(-bound, Math.min(bound, whole)) || 0) / 10 };
  });
  const sum = parts.reduce((total, part) => total + tenths(part.points), tenths(base));
  return { parts, total: sum / 10 };
}

/** Places by total: those who are equal share one, and the next place is left out as often. */
export function rank<T extends { readonly total: number }>(
  scored: readonly T[],
): (T & { readonly rank: number })[] {
  const ordered = [...scored].sort((left, right) => right.total - left.total);
  return ordered.map((one) => ({ ...one, rank: ordered.findIndex(({ total }) => total === one.total) + 1 }));
}
