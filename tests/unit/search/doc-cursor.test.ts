// Walks joined by and, or and stretches: the same records as operations on sets, however often a walk has to wait.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AndCursor,
  ArrayCursor,
  type DocCursor,
  emptyCursor,
  end,
  OrCursor,
  RangeCursor,
  wait,
} from '#shared/search/doc-cursor.ts';
import { anyOf } from '#shared/search/many-cursors.ts';

const most = 120;
const docs = fc.uniqueArray(fc.nat(most - 1), { maxLength: 60 }).map((all) => all.sort((a, b) => a - b));
/** Whether each step in turn has to wait first; soon no step has to any more. */
const pauses = fc.array(fc.boolean(), { maxLength: 30 });
const list = fc.record({ docs, pauses });
type List = typeof list extends fc.Arbitrary<infer T> ? T : never;

/** Waits now and then, as a list does whose block is not in memory. */
class PausingCursor implements DocCursor {
  readonly #cursor: ArrayCursor;
  readonly #pauses: boolean[];

  constructor({ docs: all, pauses: own }: List) {
    this.#cursor = new ArrayCursor(Uint32Array.from(all));
    this.#pauses = [...own];
  }

  get doc(): number {
    return this.#cursor.doc;
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    return this.#pauses.shift() ? wait : this.#cursor.advance(target);
  }

  estimate(): number {
    return this.#cursor.estimate();
  }

  prefetch(): void {}
}

/** Where a cursor goes for these targets, asking again whenever it waits; it must never move while it waits. */
function go(cursor: DocCursor, targets: readonly number[]): number[] {
  return targets.map((target) => {
    const before = cursor.doc;
    for (let tries = 0; tries < 500; tries++) {
      const found = cursor.advance(target);
      if (found !== wait) {
        expect(cursor.doc).toBe(found);
        return found;
      }
      expect(cursor.doc).toBe(before);
    }
    throw new Error('a cursor never stops waiting');
  });
}

/** Where a walk over a set goes: never backwards, `end` behind the last. */
function goNaively(all: readonly number[], targets: readonly number[]): number[] {
  let doc = -1;
  return targets.map((target) => {
    if (doc < target) doc = all.find((one) => one >= target) ?? end;
    return doc;
  });
}

/** Every record in turn, then any targets, forwards and backwards. */
const targets = fc.oneof(
  fc.constant(Array.from({ length: most }, (_, at) => at)),
  fc.array(fc.nat(most), { maxLength: 40 }),
);
const everyDoc = Array.from({ length: most }, (_, doc) => doc);

describe('cursors › when they are joined', () => {
  it('and › gives the records all have', () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), targets, (lists, wanted) => {
        const all = everyDoc.filter((doc) => lists.every((one) => one.docs.includes(doc)));
        const cursor = new AndCursor(lists.map((one) => new PausingCursor(one)));
        expect(go(cursor, wanted)).toEqual(goNaively(all, wanted));
      }),
      { numRuns: 400 },
    );
  });

  it('or › gives the records any has', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), targets, (lists, wanted) => {
        const all = everyDoc.filter((doc) => lists.some((one) => one.docs.includes(doc)));
        const cursor = new OrCursor(lists.map((one) => new PausingCursor(one)));
        expect(go(cursor, wanted)).toEqual(goNaively(all, wanted));
      }),
      { numRuns: 400 },
    );
  });

  it('any of very many › gives the records any has', () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 24 }), targets, (lists, wanted) => {
        const all = everyDoc.filter((doc) => lists.some((one) => one.docs.includes(doc)));
        const cursor = anyOf(lists.map((one) => new PausingCursor(one)));
        expect(go(cursor, wanted)).toEqual(goNaively(all, wanted));
      }),
      { numRuns: 400 },
    );
  });

  it('any of very many › stands where those stand that have the record', () => {
    const cursors = Array.from({ length: 20 }, (_, at) => new ArrayCursor(Uint32Array.of(at, 50)));
    const cursor = anyOf(cursors);
    expect([cursor.advance(7), cursor.advance(20), cursor.advance(51)]).toEqual([7, 50, end]);
    expect(cursors.every(({ doc }) => doc === end)).toBe(true);
  });

  it('and of or › gives what sets give', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(list, list), { minLength: 1, maxLength: 3 }),
        targets,
        (pairs, wanted) => {
          const all = everyDoc.filter((doc) =>
            pairs.every(([a, b]) => a.docs.includes(doc) || b.docs.includes(doc)),
          );
          const ors = pairs.map((pair) => new OrCursor(pair.map((one) => new PausingCursor(one))));
          expect(go(new AndCursor(ors), wanted)).toEqual(goNaively(all, wanted));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('and › ends as soon as one has ended, whatever the others wait for', () => {
    const waiting = new PausingCursor({ docs: [1], pauses: Array(9).fill(true) });
    expect(new AndCursor([waiting, emptyCursor]).advance(0)).toBe(end);
  });
});

describe('cursors › when records are known beforehand', () => {
  it('array › lands where a filter lands', () => {
    fc.assert(
      fc.property(docs, targets, (all, wanted) => {
        const rising = [...wanted].sort((a, b) => a - b);
        const cursor = new ArrayCursor(Uint32Array.from(all));
        expect(go(cursor, rising)).toEqual(goNaively(all, rising));
        expect(all[cursor.at] ?? end).toBe(cursor.doc === -1 ? (all[0] ?? end) : cursor.doc);
      }),
    );
  });

  it('stretches › land where a filter lands', () => {
    fc.assert(
      fc.property(docs, targets, (cuts, wanted) => {
        const ranges = cuts.flatMap((from, at): [number, number][] =>
          at % 2 === 0 && cuts[at + 1] !== undefined ? [[from, cuts[at + 1] as number]] : [],
        );
        const all = everyDoc.filter((doc) => ranges.some(([from, to]) => doc >= from && doc < to));
        const cursor = new RangeCursor(ranges);
        expect(go(cursor, wanted)).toEqual(goNaively(all, wanted));
        expect(cursor.estimate()).toBe(all.length);
      }),
    );
  });
});
