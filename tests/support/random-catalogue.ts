// Random records and queries for fuzz tests: few pieces of text, so that queries meet records all the time.
import fc from 'fast-check';
import { type PublishableRecord, recordKinds, validities } from '#shared/catalogue/record.ts';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import type { SearchQuery } from '#shared/search/types.ts';

/** The seed of every fuzz test of this run: told by MINGCHUANG_FUZZ_SEED, else a new one. */
export const fuzzSeed = Number(process.env.MINGCHUANG_FUZZ_SEED ?? Date.now() % 2 ** 31);

/** How often a fuzz test runs: `usual` times, or as often as MINGCHUANG_FUZZ_RUNS says (the long mode). */
export function fuzzRuns(usual: number): number {
  return Number(process.env.MINGCHUANG_FUZZ_RUNS ?? usual);
}

export const randomTree: readonly TreeNode[] = [
  { id: 'n1', parentId: null, title: '一', basis: null, order: 1 },
  { id: 'n2', parentId: 'n1', title: '二', basis: null, order: 2 },
  { id: 'n3', parentId: 'n2', title: '三', basis: null, order: 3 },
  { id: 'n4', parentId: null, title: '四', basis: null, order: 4 },
];

const words = ['税', '务', '局', '公', '开', '税务', '公开', '条例', '二十', '〇'];
const runs = ['a', 'AB', '1', '12', '２０２４', '202'];
const signs = ['《', '》', '〔', ' ', '-', '，', '𠮷', '①'];
const piece = fc.constantFrom(...words, ...runs, ...signs);
const text = (max: number) => fc.array(piece, { maxLength: max }).map((pieces) => pieces.join(''));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const date = fc.constantFrom('2024', '2024-01', '2024-01-02', '2023-12-31', '1999-01-01');

const parts = fc.record({
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

/** What a record says, and its body; the one who uses it gives it an id. */
export const randomContent = fc.record({ parts, body: fc.oneof(fc.constant(''), text(30)) });
export type RandomContent = typeof randomContent extends fc.Arbitrary<infer T> ? T : never;

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

export const randomQuery = fc.record({
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
export type RandomQuery = typeof randomQuery extends fc.Arbitrary<infer T> ? T : never;

/** The query for a catalogue of these records. */
export function toQuery(random: RandomQuery, all: readonly PublishableRecord[]): SearchQuery {
  const source = all[random.from];
  const texts = source === undefined ? [] : [source.record.title, source.record.docNo, source.bodyText];
  const long = texts[random.from % 3] ?? '';
  const [from, length] = random.cut;
  const set = Object.entries(random.filters).filter(([, values]) => values !== undefined);
  return {
    text: long === '' ? random.words.join(' ') : long.slice(from, from + length),
    filters: random.isFiltered ? Object.fromEntries(set) : {},
    sort: random.sort,
    offset: random.offset,
    limit: random.limit,
  };
}
