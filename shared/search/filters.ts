// Narrows findings by the visitor's filters and counts them field by field.
import { recordKinds, validities } from '../catalogue/record.ts';
import type { TreeNode } from '../catalogue/venue.ts';
import { type ColumnName, fieldLetters } from './format.ts';
import { yearOf } from './record-date.ts';
import type { SegmentReader } from './segment-reader.ts';
import { type FacetCount, type FacetField, facetFields, type SearchQuery } from './types.ts';

export type Filters = SearchQuery['filters'];

const columnOf: Readonly<Record<FacetField, ColumnName>> = {
  kind: 'kind',
  agency: 'agency',
  topic: 'topic',
  year: 'date',
  validity: 'validity',
};

/** What a column's number means to a visitor; null when it is no value at all. */
function meaningOf(segment: SegmentReader, field: FacetField, number: number): string | null {
  switch (field) {
    case 'kind':
      return recordKinds[number] ?? null;
    case 'validity':
      return validities[number] ?? null;
    case 'agency':
      return segment.meta.agencies[number - 1]?.[0] ?? null;
    case 'topic':
      return segment.meta.topics[number - 1] ?? null;
    case 'year':
      return yearOf(number);
  }
}

/** Counts under construction for the whole catalogue. */
export class FacetCounter {
  readonly #counts = new Map<FacetField, Map<string, number>>(facetFields.map((field) => [field, new Map()]));

  add(field: FacetField, value: string, count: number): void {
    const counts = this.#counts.get(field);
    counts?.set(value, (counts.get(value) ?? 0) + count);
  }

  /** Kinds and validities in their own order, years newest first, the others by count. */
  finish(): Record<FacetField, FacetCount[]> {
    const lists = facetFields.map((field) => {
      const counts = [...(this.#counts.get(field) ?? [])].map(([value, count]) => ({ value, count }));
      return [field, counts.sort((a, b) => compareFacets(field, a, b))];
    });
    return Object.fromEntries(lists) as Record<FacetField, FacetCount[]>;
  }
}

function compareFacets(field: FacetField, a: FacetCount, b: FacetCount): number {
  const order: readonly string[] = field === 'kind' ? recordKinds : validities;
  if (field === 'kind' || field === 'validity') return order.indexOf(a.value) - order.indexOf(b.value);
  if (field === 'year') return a.value < b.value ? 1 : -1;
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}

/** Which records a filter of ids lets pass; null for no such filter. */
async function allowedByTerms(
  segment: SegmentReader,
  letter: string,
  values: readonly string[] | undefined,
): Promise<Uint8Array | null> {
  if (values === undefined || values.length === 0) return null;
  const keys = values.map((value) => ({ key: letter + value, isPrefix: false }));
  const allowed = new Uint8Array(segment.records);
  for (const ordinal of await segment.recordsOf(keys)) allowed[ordinal] = 1;
  return allowed;
}

/** A node and everything under it, for each of the nodes asked for. */
export function withDescendants(nodes: readonly string[], tree: readonly TreeNode[]): string[] {
  const children = Map.groupBy(tree, (node) => node.parentId ?? '');
  const found = new Set<string>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (const child of children.get(node) ?? []) open.push(child.id);
  }
  return [...found];
}

/**
 * Lets through what passes every filter, as indexes into `ordinals`, and adds to the counts: a record counts
 * for a field when it passes the filters of all other fields.
 */
export async function narrow(
  segment: SegmentReader,
  ordinals: Uint32Array,
  filters: Filters,
  tree: readonly TreeNode[],
  counter: FacetCounter,
): Promise<Uint32Array> {
  const nodes = filters.node === undefined ? undefined : withDescendants(filters.node, tree);
  const byNode = await allowedByTerms(segment, fieldLetters.node, nodes);
  const byMatter = await allowedByTerms(segment, fieldLetters.matter, filters.matter);
  const columns = await Promise.all(facetFields.map((field) => segment.column(columnOf[field], ordinals)));
  const tests = facetFields.map((field) => allowedNumbers(segment, field, filters[field]));
  const tallies = facetFields.map(() => new Map<number, number>());
  const passing = new Uint32Array(ordinals.length);
  let passed = 0;
  for (let at = 0; at < ordinals.length; at++) {
    const ordinal = ordinals[at] as number;
    if (byNode?.[ordinal] === 0 || byMatter?.[ordinal] === 0) continue;
    const failing = failingFields(tests, columns, at);
    if (failing === 0) passing[passed++] = at;
    tallies.forEach((tally, field) => {
      if ((failing & ~(1 << field)) !== 0) return;
      const number = columns[field]?.[at] ?? 0;
      tally.set(number, (tally.get(number) ?? 0) + 1);
    });
  }
  facetFields.forEach((field, index) => {
    tallyValues(segment, field, tallies[index] as Map<number, number>, counter);
  });
  return passing.subarray(0, passed);
}

/** Tells for each number of a column whether the filter lets it pass; null for no filter. */
function allowedNumbers(
  segment: SegmentReader,
  field: FacetField,
  values: readonly string[] | undefined,
): ((number: number) => boolean) | null {
  if (values === undefined || values.length === 0) return null;
  const known = new Map<number, boolean>();
  return (number) => {
    let isAllowed = known.get(number);
    if (isAllowed === undefined) {
      const value = meaningOf(segment, field, number);
      isAllowed = value !== null && values.includes(value);
      known.set(number, isAllowed);
    }
    return isAllowed;
  };
}

/** A bit for every field whose filter stops the record at `at`. */
function failingFields(
  tests: readonly (((number: number) => boolean) | null)[],
  columns: readonly Uint32Array[],
  at: number,
): number {
  let failing = 0;
  for (let field = 0; field < tests.length; field++) {
    const test = tests[field];
    if (test && !test(columns[field]?.[at] ?? 0)) failing |= 1 << field;
  }
  return failing;
}

function tallyValues(
  segment: SegmentReader,
  field: FacetField,
  tally: ReadonlyMap<number, number>,
  counter: FacetCounter,
): void {
  for (const [number, count] of tally) {
    const value = meaningOf(segment, field, number);
    if (value !== null) counter.add(field, value, count);
  }
}
