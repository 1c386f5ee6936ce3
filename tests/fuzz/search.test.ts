// Random catalogues and queries: the engine must answer exactly what a scan of all records answers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PublishableRecord, recordKinds, validities } from '#shared/catalogue/record.ts';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { normalise } from '#shared/search/normalise.ts';
import { facetFields, type SearchQuery } from '#shared/search/types.ts';
import { makePublishable, openTestCatalogue } from '../support/catalogue-records.ts';
import { inOrdinalOrder, naiveSearch, type PlacedRecord } from '../support/naive-search.ts';

/** Catalogues tried; each is asked a dozen queries. MINGCHUANG_FUZZ_RUNS=10000 is the long mode. */
const runs = Number(process.env.MINGCHUANG_FUZZ_RUNS ?? 250);
const queriesEach = 12;

const tree: TreeNode[] = [
  { id: 'n1', parentId: null, title: '一', basis: null, order: 1 },
  { id: 'n2', parentId: 'n1', title: '二', basis: null, order: 2 },
  { id: 'n3', parentId: 'n2', title: '三', basis: null, order: 3 },
  { id: 'n4', parentId: null, title: '四', basis: null, order: 4 },
];

const piece = fc.constantFrom(
  ...[
    '税',
    '务',
    '局',
    '公',
    '开',
    '税务',
    '公开',
    '条例',
    '二十',
    '〇',
    'a',
    'AB',
    '1',
    '12',
    '２０２４',
    '202',
  ],
  ...['《', '》', '〔', ' ', '-', '，', '𠮷', '①'],
);
const text = (max: number) => fc.array(piece, { maxLength: max }).map((pieces) => pieces.join(''));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const date = fc.constantFrom('2024', '2024-01', '2024-01-02', '2023-12-31', '1999-01-01');

const recordParts = fc.record({
  kind: fc.constantFrom(...recordKinds),
  title: text(8),
  agencyId: fc.constantFrom('g1', 'g2'),
  agencyName: fc.constantFrom('税务局', '公安局2', '档案馆'),
  docNo: orNull(text(5)),
  indexNo: orNull(text(4)),
  date: orNull(date),
  publishedOn: orNull(date),
  topic: orNull(fc.constantFrom('公开', '财政')),
  nodeId: orNull(fc.constantFrom('n1', 'n2', 'n3', 'n4')),
  matterId: orNull(fc.constantFrom('m1', 'm2')),
  summary: text(6),
  keywords: fc.array(text(2), { maxLength: 2 }),
  validity: fc.constantFrom(...validities),
});
const published = fc.tuple(recordParts, fc.oneof(fc.constant(''), text(30)));

const someOf = (...values: string[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
const filters = fc.record({
  kind: someOf('document', 'guide', 'nothing'),
  agency: someOf('g1', 'g2'),
  topic: someOf('公开'),
  year: someOf('2024', '1999'),
  validity: someOf('in-force', 'unknown'),
  node: someOf('n1', 'n2', 'n4', 'n9'),
  matter: someOf('m1'),
});

const queryParts = fc.record({
  /** Cut from a record when `from` hits one, else made up. */
  from: fc.nat(40),
  cut: fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 12 })),
  words: fc.array(text(3), { maxLength: 3 }),
  isFiltered: fc.boolean(),
  filters,
  sort: fc.constantFrom<SearchQuery['sort']>('relevance', 'date'),
  offset: fc.constantFrom(0, 0, 0, 1, 5),
  limit: fc.constantFrom(1, 3, 20, 100),
});

const catalogues = fc.record({
  segments: fc.array(fc.array(published, { maxLength: 14 }), { maxLength: 3 }),
  deleted: fc.array(fc.nat(13), { maxLength: 6 }),
  queries: fc.array(queryParts, { minLength: queriesEach, maxLength: queriesEach }),
  cacheBytes: fc.constantFrom(0, 1_000_000),
  /** Few, so that catalogues of a dozen records have more matches than are ranked. */
  rankedMost: fc.constantFrom(1, 2, 4, 10_000, 10_000),
});

function toQuery(
  parts: typeof queryParts extends fc.Arbitrary<infer T> ? T : never,
  all: PublishableRecord[],
) {
  const source = all[parts.from];
  const texts = source === undefined ? [] : [source.record.title, source.record.docNo, source.bodyText];
  const long = texts[parts.from % 3] ?? '';
  const typed = long === '' ? parts.words.join(' ') : long.slice(parts.cut[0], parts.cut[0] + parts.cut[1]);
  const set = Object.entries(parts.filters).filter(([, values]) => values !== undefined);
  const { sort, offset, limit } = parts;
  const query: SearchQuery = {
    text: typed,
    filters: parts.isFiltered ? Object.fromEntries(set) : {},
    sort,
    offset,
    limit,
  };
  return query;
}

describe('search › when catalogues and queries are random', () => {
  it('answers as a scan of every record does', { timeout: 3_600_000 }, async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(catalogues, async ({ segments, deleted, queries, cacheBytes, rankedMost }) => {
        const lists = segments.map((list, segment) =>
          list.map(([part, body], at) => makePublishable({ ...part, id: `r${segment}.${at}` }, body)),
        );
        const masks = lists.map((list, segment) => {
          const ordinals = deleted.map((one) => one + segment).filter((one) => one < list.length);
          return [...new Set(ordinals)].sort((a, b) => a - b);
        });
        const placed = lists.flatMap((list, segment) =>
          inOrdinalOrder(list)
            .map((one, ordinal): PlacedRecord => ({ published: one, segment, ordinal }))
            .filter(({ ordinal }) => !masks[segment]?.includes(ordinal)),
        );
        const { reader } = await openTestCatalogue(lists, { deleted: masks, tree, cacheBytes, rankedMost });
        expect(reader.size).toBe(placed.length);
        for (const parts of queries) {
          const query = toQuery(parts, lists.flat());
          const truth = naiveSearch(placed, query, tree, rankedMost);
          const answer = await reader.search(query);
          asked++;
          const what = JSON.stringify(query);
          expect(
            answer.hits.map(({ record }) => record.id),
            what,
          ).toEqual(truth.ids);
          expect(answer.total, what).toBe(truth.total);
          expect(answer.totalIsLowerBound, what).toBe(truth.isLowerBound);
          expect(answer.matched, what).toBe(truth.matched);
          expect(answer.facetsAreEstimates).toBe(truth.isLowerBound);
          for (const field of truth.isLowerBound ? [] : facetFields) {
            const counts = new Map(answer.facets[field].map(({ value, count }) => [value, count]));
            expect(counts, field).toEqual(truth.facets[field]);
          }
          for (const { record, titleRanges, snippet } of answer.hits) {
            expectRanges(record.title, titleRanges);
            if (snippet !== null) {
              expect(snippet.text.length).toBeLessThanOrEqual(80);
              expect(snippet.ranges.length).toBeGreaterThan(0);
              expectRanges(snippet.text, snippet.ranges);
            }
          }
        }
      }),
      { numRuns: runs },
    );
    expect(asked).toBeGreaterThanOrEqual(runs * queriesEach);
  });
});

/** Ranges lie inside, ascend without touching, and mark something that counts. */
function expectRanges(marked: string, ranges: readonly (readonly [number, number])[]): void {
  let last = -1;
  for (const [start, end] of ranges) {
    expect(start).toBeGreaterThan(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(marked.length);
    expect(normalise(marked.slice(start, end)).text).not.toBe('');
    last = end;
  }
}
