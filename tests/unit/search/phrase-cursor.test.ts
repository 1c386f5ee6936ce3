// Phrases by places: the records a scan finds, and where in them it finds the phrase.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { end } from '#shared/search/doc-cursor.ts';
import { ListCursor } from '#shared/search/list-cursor.ts';
import { normalise } from '#shared/search/normalise.ts';
import { atStart, phraseCursor, unknownPlace } from '#shared/search/phrase-cursor.ts';
import { PlacedOrCursor, PrefixCursor } from '#shared/search/placed-cursors.ts';
import { findWord } from '#shared/search/tokenise.ts';
import { toList, writeTerms } from '../../support/search-blocks.ts';
import { indexTitles, phraseInTitles, titlesOf } from '../../support/title-index.ts';

const piece = fc.constantFrom(
  '税',
  '务',
  '公',
  '公',
  '开',
  '𠮷',
  '号',
  'a',
  'ab',
  '1',
  '12',
  '202',
  ' ',
  '-',
);
const text = (max: number) => fc.array(piece, { maxLength: max }).map((all) => normalise(all.join('')).text);
/** A piece of one of the texts, or any other word. */
const asked = fc.record({
  of: fc.nat(30),
  from: fc.nat(12),
  length: fc.integer({ min: 1, max: 8 }),
  other: text(3),
});

/** One Chinese character alone has no places. */
const isLone = (word: string) => [...word].length === 1 && !/[a-z0-9]/.test(word);

describe('phrase › when texts and words are random', () => {
  it('stands where a scan of the texts finds it', async () => {
    const catalogue = fc.tuple(
      fc.array(text(14), { minLength: 1, maxLength: 12 }),
      fc.array(asked, { minLength: 6 }),
    );
    let found = 0;
    await fc.assert(
      fc.asyncProperty(catalogue, async ([texts, words]) => {
        const terms = await indexTitles(texts);
        for (const { of, from, length, other } of words) {
          const word = normalise((texts[of] ?? other).slice(from, from + length)).text;
          if (word === '') continue;
          const places = texts.map((one, doc) => [doc, findWord(one, word)] as const);
          const truth = places
            .filter(([, at]) => at >= 0)
            .map(([doc, at]) => [doc, isLone(word) ? unknownPlace : at]);
          const start = (window: Parameters<typeof phraseInTitles>[1]) => phraseInTitles(terms, window, word);
          const phrases = await titlesOf(terms, start, (cursor) => cursor.place());
          expect(phrases, JSON.stringify({ texts, word })).toEqual(truth);
          found += truth.length;
          if (isLone(word)) continue;
          const beginnings = await titlesOf(
            terms,
            (window) => {
              const phrase = start(window);
              return atStart(phrase, phrase);
            },
            () => 0,
          );
          expect(beginnings, word).toEqual(truth.filter(([, at]) => at === 0));
        }
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('without any probe stands nowhere', () => {
    const none = phraseCursor([]);
    expect([none.advance(0), none.estimate()]).toEqual([end, 0]);
  });
});

describe('phrase › when a record keeps no places', () => {
  it('counts as standing there, at a place that is not known', async () => {
    const terms = await writeTerms(
      new Map([
        [
          '一',
          toList([
            { doc: 1, places: [3] },
            { doc: 2, places: [] },
            { doc: 4, places: [7, 9] },
            { doc: 5, places: [] },
          ]),
        ],
        [
          '丁',
          toList([
            { doc: 1, places: [6] },
            { doc: 2, places: [5] },
            { doc: 4, places: [11] },
            { doc: 5, places: [1] },
          ]),
        ],
        [
          '七',
          toList([
            { doc: 2, places: [] },
            { doc: 3, places: [2, 5] },
          ]),
        ],
      ]),
      6,
    );
    const phrase = (keys: readonly string[]) =>
      titlesOf(
        terms,
        (window) =>
          phraseCursor(
            keys.map((key, at) => ({ offset: at * 2, cursor: new ListCursor(terms.section, window, key) })),
          ),
        (cursor) => cursor.place(),
      );
    // Where one of them keeps its places, those must fit (in record 5 the phrase would begin before the text);
    // where none does, nothing is known.
    expect(await phrase(['一', '丁'])).toEqual([
      [2, 3],
      [4, 9],
    ]);
    expect(await phrase(['一', '七'])).toEqual([[2, unknownPlace]]);
  });
});

describe('cursors of several keys › when a record has more than one of them', () => {
  const lists = new Map([
    [
      '税a\u0002',
      toList([
        { doc: 0, places: [4, 9] },
        { doc: 3, places: [1] },
      ]),
    ],
    [
      '税b\u0002',
      toList([
        { doc: 0, places: [2, 9] },
        { doc: 2, places: [5] },
      ]),
    ],
    ['税c\u0002', toList([{ doc: 3, places: [] }])],
    ['税d\u0006', toList([{ doc: 1, places: [8] }])],
    ['局e\u0002', toList([{ doc: 1, places: [8] }])],
  ]);
  const truth = [
    [0, [2, 4, 9]],
    [2, [5]],
    [3, []],
  ];
  const placesOf = (cursor: { places(): ReturnType<PlacedOrCursor['places']> }) => {
    const { positions, from, to } = cursor.places();
    return [...positions.subarray(from, to)];
  };

  it('or › gives the places of all in order, each once; none when one of them keeps none', async () => {
    const terms = await writeTerms(lists, 4);
    const keys = ['税a\u0002', '税b\u0002', '税c\u0002'];
    const start = (window: ReturnType<typeof terms.newWindow>) =>
      new PlacedOrCursor(keys.map((key) => new ListCursor(terms.section, window, key)));
    expect(await titlesOf(terms, start, placesOf)).toEqual(truth);
  });

  it('prefix › does the same for every key with its beginning and its field', async () => {
    const terms = await writeTerms(lists, 4);
    const start = (window: ReturnType<typeof terms.newWindow>) =>
      new PrefixCursor(terms.section, window, '税', '\u0002');
    expect(await titlesOf(terms, start, placesOf)).toEqual(truth);
  });

  it('prefix › gathers keys that lie in many blocks', async () => {
    const keys = Array.from({ length: 12_000 }, (_, at) => `税${String.fromCharCode(0x4e00 + at)}x\u0002`);
    const terms = await writeTerms(
      new Map(keys.map((key, at) => [key, toList([{ doc: (at * 7) % 5000, places: [at] }])])),
      5000,
    );
    const [from, to] = terms.section.blocksOfPrefix('税');
    expect(to - from).toBeGreaterThan(1);
    const window = terms.newWindow();
    const cursor = new PrefixCursor(terms.section, window, '税', '\u0002');
    cursor.prefetch();
    await window.load();
    expect([cursor.advance(0), cursor.estimate()]).toEqual([0, 5000]);
    expect(placesOf(cursor)).toEqual([0, 5000, 10_000]);
  });
});
