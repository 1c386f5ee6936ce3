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

const words = ['税', '务', '局', '公', '开', '税务', '公开', '条例', '二十', '〇', '税务局', '公开条例'];
const runs = ['a', 'AB', '1', '12', '２０２４', '202'];
const signs = ['《', '》', '〔', ' ', '-', '，', '𠮷', '①'];
const piece = fc.constantFrom(...words, ...runs, ...signs);
const text = (max: number) => fc.array(piece, { maxLength: max }).map((pieces) => pieces.join(''));
/** Letters and digits alone, as entries of registers are numbered. */
const code = fc
  .array(fc.constantFrom('1', '12', 'a', 'b', '202', '90-'), { minLength: 2, maxLength: 7 })
  .map((pieces) => pieces.join(''));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const date = fc.constantFrom('2024', '2024-01', '2024-01-02', '2023-12-31', '1999-01-01');

/** Times at which things begin and end to be shown; between, before and behind them lie the times asked at. */
const instants = ['2026-01-01T00:00:00Z', '2026-01-01T00:01:00.500Z', '2026-03-01T12:00:00Z'];
const bounds = fc.option(fc.constantFrom(...instants), { nil: null, freq: 2 });
const shown = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  fc.record({ from: bounds, until: bounds }),
);

/** Every instant itself, the millisecond before it, and far behind all. */
export const randomTime = fc.constantFrom(
  ...instants.flatMap((instant) => [Date.parse(instant) - 1, Date.parse(instant)]),
  Date.parse('2030-01-01T00:00:00Z'),
);

/** Counts up to before the character its limit would cut in two. */
const longValue = `${'长'.repeat(99)}𠮷`;
const value = fc.constantFrom(null, '', '甲', '乙', '存续', longValue);
const entry = fc.record({
  type: fc.constant('entry' as const),
  registerId: fc.constantFrom('r1', 'r2'),
  registerTitle: fc.constantFrom('名录', '税务名录'),
  cells: fc.array(fc.tuple(fc.constantFrom('name', 'state'), text(3)), { maxLength: 2 }),
  facets: fc.array(value, { maxLength: 3 }),
});
const register = fc.record({
  type: fc.constant('register' as const),
  template: fc.constant(null),
  period: orNull(fc.constant('2024年')),
  columns: fc.constant([{ key: 'name', title: '名称', type: 'text' as const, unit: null, isShown: true }]),
  facets: fc.constant([]),
  entries: fc.nat(9),
  views: fc.constant([{ view: 'look-up' as const }]),
  notes: fc.constant([]),
});

/** A kind with what only it has; entries are frequent, so that filters of registers meet some. */
const kindAndDetails = fc.oneof(
  fc.record({ kind: fc.constant('entry' as const), details: entry }),
  fc.record({ kind: fc.constant('register' as const), details: register }),
  fc.record({
    kind: fc.constantFrom(...recordKinds.filter((kind) => kind !== 'entry' && kind !== 'register')),
    details: fc.constant(null),
  }),
);

const header = fc.record({
  shown,
  title: text(8),
  agencyId: fc.constantFrom('g1', 'g2'),
  agencyName: fc.constantFrom('税务局', '公安局2', '档案馆'),
  docNo: orNull(fc.oneof(text(5), code)),
  indexNo: orNull(fc.oneof(text(4), code)),
  date: orNull(date),
  publishedOn: orNull(date),
  topic: orNull(fc.constantFrom('公开', '财政')),
  nodeId: orNull(fc.constantFrom('n1', 'n2', 'n3', 'n4')),
  matterId: orNull(fc.constantFrom('m1', 'm2')),
  summary: text(6),
  keywords: fc.array(text(2), { maxLength: 2 }),
  validity: fc.constantFrom(...validities),
});

const parts = fc.tuple(header, kindAndDetails).map(([one, { kind, details }]) => {
  const { shown: span, ...others } = one;
  const isLimited = span !== null && (span.from !== null || span.until !== null);
  return { ...others, kind, details, ...(isLimited ? { shown: span } : {}) };
});

/** What a record says, and its body; the one who uses it gives it an id. */
export const randomContent = fc.record({ parts, body: fc.oneof(fc.constant(''), text(30)) });
export type RandomContent = typeof randomContent extends fc.Arbitrary<infer T> ? T : never;

const someOf = (...values: string[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
const filters = fc.record({
  kind: someOf('document', 'guide', 'entry', 'nothing'),
  agency: someOf('g1', 'g2'),
  topic: someOf('公开'),
  year: someOf('2024', '1999'),
  validity: someOf('in-force', 'unknown'),
  node: someOf('n1', 'n2', 'n4', 'n9'),
  matter: someOf('m1'),
  register: someOf('r1', 'r2', 'r9'),
  facet1: someOf('甲', '乙'),
  facet2: someOf('存续', '无', longValue),
  facet3: someOf('乙'),
});

export const randomQuery = fc.record({
  /** Cut from a record when `from` hits one, else made up. */
  from: fc.nat(40),
  cut: fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 12 })),
  words: fc.array(text(3), { maxLength: 3 }),
  isFiltered: fc.boolean(),
  time: randomTime,
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
