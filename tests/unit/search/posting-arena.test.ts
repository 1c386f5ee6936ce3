// Postings under construction: every list comes back, however many terms grow at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingArena } from '#shared/search/posting-arena.ts';
import { TermTable } from '#shared/search/term-table.ts';
import { toList } from '../../support/search-blocks.ts';

const term = fc.oneof(
  fc.constantFrom('税务\u0002', '公\u0002', '公\u0006', '=2024\u0003', '𠮷\u0002', '\ufffe', ''),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
/** For each record the terms it holds, each with the gaps between its places. */
const records = fc.array(
  fc.array(fc.tuple(term, fc.array(fc.oneof(fc.nat(3), fc.nat(900_000)), { minLength: 1, maxLength: 4 })), {
    maxLength: 6,
  }),
  { maxLength: 60 },
);

/** The truth: for each term its records, and in each its places. */
function gather(all: readonly (readonly (readonly [string, readonly number[]])[])[]) {
  const truth = new Map<string, Map<number, number[]>>();
  all.forEach((terms, doc) => {
    for (const [key, gaps] of terms) {
      const list = truth.get(key) ?? new Map<number, number[]>();
      truth.set(key, list);
      if (list.has(doc)) continue;
      let place = -1;
      list.set(
        doc,
        gaps.map((gap) => {
          place += gap + 1;
          return place;
        }),
      );
    }
  });
  return truth;
}

describe('posting arena › when terms grow at once', () => {
  it('gives every list back with its places, terms in the order of their units', () => {
    fc.assert(
      fc.property(records, (all) => {
        const truth = gather(all);
        const arena = new PostingArena({ hasPlaces: true });
        for (const doc of all.keys()) {
          for (const [key, list] of truth)
            for (const place of list.get(doc) ?? []) arena.add(key, doc, place);
        }
        const sorted = [...arena.sorted()];
        expect(sorted.map((number) => arena.term(number))).toEqual([...truth.keys()].sort());
        for (const number of sorted) {
          const list = [...(truth.get(arena.term(number)) ?? [])];
          expect(arena.list(number)).toEqual(toList(list.map(([doc, places]) => ({ doc, places }))));
          expect(arena.docCount(number)).toBe(list.length);
        }
      }),
    );
  });

  it('counts a record once where no places are kept', () => {
    const arena = new PostingArena({ hasPlaces: false });
    for (const doc of [0, 0, 4, 4, 4, 900_000]) arena.add('税', doc, 7);
    expect(arena.list(0)).toEqual(toList([{ doc: 0 }, { doc: 4 }, { doc: 900_000 }]));
    expect([arena.docCountOf('税'), arena.docCountOf('务')]).toEqual([3, 0]);
  });

  it('gives long lists back over many slices and pages', () => {
    const arena = new PostingArena({ hasPlaces: true });
    const terms = ['a', 'b', 'c', 'd', 'e'];
    const isIn = (doc: number, at: number) => doc % (at * at + 1) === 0;
    for (let doc = 0; doc < 60_000; doc++) {
      terms.forEach((key, at) => {
        if (isIn(doc, at)) for (const place of [at, 500 + (doc % 900)]) arena.add(key, doc, place);
      });
    }
    terms.forEach((_, at) => {
      const { docs, places } = arena.list(at);
      const expected = Array.from({ length: 60_000 }, (_doc, doc) => doc).filter((doc) => isIn(doc, at));
      expect(docs).toEqual(Uint32Array.from(expected));
      expect(places?.positions).toEqual(Uint32Array.from(expected.flatMap((doc) => [at, 500 + (doc % 900)])));
    });
  });
});

describe('term table › when there are many terms', () => {
  it('numbers each once in the order of appearance and finds it again', () => {
    const table = new TermTable();
    const terms = Array.from({ length: 50_000 }, (_, at) => `${at.toString(36)}税${String.fromCharCode(at)}`);
    for (const [number, one] of terms.entries()) expect(table.numberOf(one)).toBe(number);
    for (const [number, one] of terms.entries()) {
      if (table.numberOf(one) !== number || table.term(number) !== one) expect.unreachable(one);
    }
    expect([table.size, table.find('none'), table.find('')]).toEqual([terms.length, -1, -1]);
    const sorted = [...table.sorted()].map((number) => table.term(number));
    expect(sorted).toEqual([...terms].sort());
  });

  it('keeps terms of any length and any units', () => {
    const table = new TermTable();
    const terms = ['', '\ud800', '\udfff\ud800', '税'.repeat(70_000), '\u0000', '\u0000\u0000'];
    expect(terms.map((one) => table.numberOf(one))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(terms.map((one) => table.find(one))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(terms.map((_, number) => table.term(number))).toEqual(terms);
  });
});
