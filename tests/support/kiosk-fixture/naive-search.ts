// Searches the fixture the plain way: every word must occur; counts are taken by looking at everything.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { FacetPlace } from '#shared/catalogue/register.ts';
import { isFacetPlace } from '#shared/search/filters.ts';
import { facetValueOf, registerOf } from '#shared/search/register-fields.ts';
import {
  type FacetCount,
  type FacetField,
  type FilterField,
  filterFields,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
  type TextRange,
} from '#shared/search/types.ts';
import type { FixtureRecord } from './fixture-records.ts';
import { tree } from './venue.ts';

function facetValue(record: CatalogueRecord, field: FilterField): string {
  if (field === 'agency') return record.agencyId;
  if (field === 'topic') return record.topic ?? '';
  if (field === 'year') return (record.date ?? '').slice(0, 4);
  if (field === 'node') return record.nodeId ?? '';
  if (field === 'matter') return record.matterId ?? '';
  if (field === 'register') return registerOf(record) ?? '';
  if (isFacetPlace(field)) return facetValueOf(record, field) ?? '';
  return record[field];
}

function isBelow(nodeId: string, ancestor: string): boolean {
  const node = tree.find((one) => one.id === nodeId);
  return (
    node !== undefined &&
    (node.id === ancestor || (node.parentId !== null && isBelow(node.parentId, ancestor)))
  );
}

function passes(record: CatalogueRecord, query: SearchQuery, except?: FacetField): boolean {
  return filterFields.every((field) => {
    const wanted = query.filters[field];
    if (!wanted || field === except) return true;
    const value = facetValue(record, field);
    return field === 'node' ? wanted.some((node) => isBelow(value, node)) : wanted.includes(value);
  });
}

function rangesOf(text: string, words: readonly string[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const word of words) {
    const at = text.toLowerCase().indexOf(word);
    if (at >= 0) ranges.push([at, at + word.length]);
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

function plain(one: FixtureRecord): string {
  return `${one.record.summary} ${one.parts[0]?.replace(/<[^>]+>/g, ' ') ?? ''}`;
}

function hitOf(one: FixtureRecord, words: readonly string[]): SearchHit | null {
  const { record } = one;
  const text = plain(one);
  const all =
    `${record.title} ${record.docNo ?? ''} ${record.indexNo ?? ''} ${record.agencyName} ${text}`.toLowerCase();
  if (!words.every((word) => all.includes(word))) return null;
  const titleRanges = rangesOf(record.title, words);
  const first = words.map((word) => text.toLowerCase().indexOf(word)).find((at) => at >= 0);
  const excerpt =
    first === undefined || words.length === 0 ? null : text.slice(Math.max(0, first - 24), first + 90);
  return {
    record,
    score: titleRanges.length * 10 + (record.kind === 'guide' ? 1 : 0),
    titleRanges,
    snippet: excerpt === null ? null : { text: excerpt, ranges: rangesOf(excerpt, words) },
  };
}

function countFacet(hits: readonly SearchHit[], field: FacetField): FacetCount[] {
  const counts = new Map<string, number>();
  for (const { record } of hits)
    counts.set(facetValue(record, field), (counts.get(facetValue(record, field)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

export function naiveSearch(records: readonly FixtureRecord[], query: SearchQuery): SearchResult {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = records.map((one) => hitOf(one, words)).filter((hit) => hit !== null);
  const byDate = (a: SearchHit, b: SearchHit) => (b.record.date ?? '').localeCompare(a.record.date ?? '');
  const hits = found
    .filter((hit) => passes(hit.record, query))
    .sort((a, b) => (query.sort === 'date' ? byDate(a, b) : b.score - a.score || byDate(a, b)));
  const count = (field: FacetField) =>
    countFacet(
      found.filter((hit) => passes(hit.record, query, field)),
      field,
    );
  const countPlace = (place: FacetPlace) =>
    query.filters.register ? count(place).filter(({ value }) => value !== '') : [];
  const facets: SearchResult['facets'] = {
    kind: count('kind'),
    agency: count('agency'),
    topic: count('topic'),
    year: count('year'),
    validity: count('validity'),
    facet1: countPlace('facet1'),
    facet2: countPlace('facet2'),
    facet3: countPlace('facet3'),
  };
  return {
    total: hits.length,
    totalIsLowerBound: false,
    hits: hits.slice(query.offset, query.offset + query.limit),
    facets,
    facetsAreEstimates: false,
    alsoSearched: [],
  };
}
