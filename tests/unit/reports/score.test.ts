// Scores, ranks and periods, against plain arithmetic written another way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastPeriod, parsePeriod, periodWords } from '#shared/reports/period.ts';
import {
  type Counts,
  defaultScoreRules,
  measures,
  rank,
  type ScoreRules,
  score,
} from '#shared/reports/score.ts';

const tenth = (most: number) => fc.integer({ min: -most * 10, max: most * 10 }).map((value) => value / 10);
const rulesArbitrary: fc.Arbitrary<ScoreRules> = fc.record({
  base: tenth(100).map(Math.abs),
  rules: fc.tuple(
    ...measures.map((measure) =>
      fc.record({
        measure: fc.constant(measure),
        points: tenth(10),
        most: fc.option(tenth(50).map(Math.abs)),
      }),
    ),
  ),
});
const countsArbitrary = fc.record(
  Object.fromEntries(measures.map((measure) => [measure, fc.nat(300)])),
) as unknown as fc.Arbitrary<Counts>;

const within = (bound: bigint, part: bigint) => {
  if (part > bound) return bound;
  return part < -bound ? -bound : part;
};

describe('score › for any rules and counts', () => {
  it('it is what adding up decimals by hand gives, with no noise in the last place', () => {
    fc.assert(
      fc.property(rulesArbitrary, countsArbitrary, (rules, counts) => {
        let sum = BigInt(Math.round(rules.base * 10));
        for (const { measure, points, most } of rules.rules) {
          const bound = most === null ? 1_000_000n : BigInt(Math.round(most * 10));
          sum += within(bound, BigInt(Math.round(points * 10)) * BigInt(counts[measure]));
        }
        const { total, parts } = score(rules, counts);
        expect(total).toBe(Number(sum) / 10);
        expect(parts.map(({ count }) => count)).toEqual(rules.rules.map(({ measure }) => counts[measure]));
      }),
    );
  });

  it('by the defaults › a bureau that does all in time stands at its bounds', () => {
    const counts = { published: 100, 'on-time': 100, overdue: 0, stale: 0, uncovered: 0, adopted: 9 };
    expect(score(defaultScoreRules, counts).total).toBe(100);
  });
});

describe('rank › when totals are equal', () => {
  it('it gives them one place and leaves out the next ones', () => {
    const ranked = rank([
      { total: 80 },
      { total: 90 },
      { total: 90 },
      { total: 70.5 },
      { total: 80 },
      { total: 80 },
    ]);
    expect(ranked.map(({ rank: place, total }) => [place, total])).toEqual([
      [1, 90],
      [1, 90],
      [3, 80],
      [3, 80],
      [3, 80],
      [6, 70.5],
    ]);
  });
});

describe('parsePeriod › when a month, quarter or year is named', () => {
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28', '2026年2月'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2026-Q4', '2026-10-01', '2026-12-31', '2026年第四季度'],
    ['2026', '2026-01-01', '2026-12-31', '2026年'],
  ])('%s › it gives its days and words', (id, from, to, words) => {
    const period = parsePeriod(id);
    expect(period).toMatchObject({ from, to });
    expect(period === null ? '' : periodWords(period)).toBe(words);
  });

  it.each(['2026-13', '2026-Q5', '26', '2026-1', '', '2026-Q0'])('%s › it is none', (id) => {
    expect(parsePeriod(id)).toBeNull();
  });

  it('lastPeriod › it is the one that is over', () => {
    expect(lastPeriod('month', '2026-01-05').id).toBe('2025-12');
    expect(lastPeriod('quarter', '2026-01-05').id).toBe('2025-Q4');
    expect(lastPeriod('quarter', '2026-11-05').id).toBe('2026-Q3');
    expect(lastPeriod('year', '2026-11-05').id).toBe('2025');
  });
});
