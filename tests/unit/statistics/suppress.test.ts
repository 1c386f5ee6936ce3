// What is published of counts, against somebody who knows how it is made and tries every ledger it could come from.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewest, showCount, showMean, showMedian, showParts, totalOf } from '#shared/statistics/suppress.ts';

interface Ledger {
  readonly done: number;
  readonly underWay: number;
  readonly notPossible: number;
}
const names = ['done', 'underWay', 'notPossible'] as const;
const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 30 }));
const ledger = fc.record({ done: count, underWay: count, notPossible: count });

/** Every ledger with parts up to `most` that would be published in the very same way. */
function ledgersBehind(published: string, most: number): Ledger[] {
  const all: Ledger[] = [];
  for (let done = 0; done <= most; done++) {
    for (let underWay = 0; underWay <= most; underWay++) {
      for (let notPossible = 0; notPossible <= most; notPossible++) {
        const one = { done, underWay, notPossible };
        if (JSON.stringify(showParts(one)) === published) all.push(one);
      }
    }
  }
  return all;
}

describe('parts and their total', () => {
  it('where a part is small › whoever solves the sums › is left with every number from one to four', () => {
    fc.assert(
      fc.property(ledger, (truth) => {
        const shown = showParts(truth);
        const possible = ledgersBehind(JSON.stringify(shown), 30);
        expect(possible).toContainEqual(truth);
        for (const name of names) {
          const values = [...new Set(possible.map((one) => one[name]))];
          if (shown.parts[name] === null) expect(values.sort()).toEqual([1, 2, 3, 4]);
          else expect(values).toEqual([truth[name]]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('where none is small › nothing is held back, and the total is the sum', () => {
    fc.assert(
      fc.property(
        fc.record({ a: fc.integer({ min: 5 }), b: fc.integer({ min: 5 }), c: fc.constant(0) }),
        (parts) => {
          expect(showParts(parts)).toEqual({ parts, total: parts.a + parts.b, isWhole: true });
        },
      ),
    );
  });

  it('the total told › never counts what is not told', () => {
    expect(showParts({ done: 281, underWay: 142, notPossible: 3 })).toEqual({
      parts: { done: 281, underWay: 142, notPossible: null },
      total: 423,
      isWhole: false,
    });
  });

  it('several figures of one ledger › the total of one does not tell a part of the other', () => {
    // Opinions and applications are told with totals of their own; nothing sums over both.
    const both = [showParts({ done: 10, underWay: 2 }), showParts({ answered: 7, waiting: 9 })];
    expect(both.map(({ total, isWhole }) => [total, isWhole])).toEqual([
      [10, false],
      [16, true],
    ]);
  });
});

describe('single figures', () => {
  it.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
    [1234, 1234],
  ])('%i people › are told as %s', (people, told) => {
    expect(showCount(people)).toBe(told);
  });

  it('means and medians › of too few are not told; of enough they equal the naive ones', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }), (marks) => {
        if (marks.length < fewest) {
          expect([showMean(marks), showMedian(marks)]).toEqual([null, null]);
          return;
        }
        const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
        expect(Math.abs((showMean(marks) ?? 0) - mean)).toBeLessThanOrEqual(0.051);
        const median = showMedian(marks) ?? 0;
        expect(marks.filter((mark) => mark <= median).length * 2).toBeGreaterThanOrEqual(marks.length);
        expect(marks.filter((mark) => mark >= median).length * 2).toBeGreaterThanOrEqual(marks.length);
      }),
    );
  });

  it('what is said of a total › is true of it, and follows from what the parts say alone', () => {
    const ledgers = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(ledgers, (counts) => {
        const shown = showParts(Object.fromEntries(counts.map((count, at) => [`part${at}`, count])));
        const total = counts.reduce((sum, count) => sum + count, 0);
        const { is, count } = totalOf(shown);
        if (is === 'exactly') expect(total).toBe(count);
        else if (is === 'above') expect(total).toBeGreaterThan(count);
        else expect(total).toBeLessThan(count);
        const small = Object.values(shown.parts).filter((part) => part === null).length;
        if (is === 'below') expect(count).toBe(small * 4 + 1);
      }),
    );
  });
});
