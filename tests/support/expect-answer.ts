// Holds an answer of the search engine against the truth of the naive model.
import { expect } from 'vitest';
import { normalise } from '#shared/search/normalise.ts';
import { facetFields, type SearchHit, type SearchQuery, type SearchResult } from '#shared/search/types.ts';
import type { NaiveAnswer } from './naive-search.ts';

/**
 * Hits in order, total, the way of matching and the counts; these are exact even where they are called estimates,
 * since a small catalogue is looked at as a whole.
 */
export function expectAnswer(answer: SearchResult, truth: NaiveAnswer, query: SearchQuery): void {
  const what = JSON.stringify(query);
  const ids = answer.hits.map(({ record }) => record.id);
  expect(ids, what).toEqual(truth.ids);
  expect(answer.total, what).toBe(truth.total);
  expect(answer.totalIsLowerBound, what).toBe(truth.isLowerBound);
  expect(answer.matched, what).toBe(truth.matched);
  expect(answer.facetsAreEstimates, what).toBe(truth.areEstimates);
  expectFacets(answer, truth, what);
  answer.hits.forEach(expectMarks);
}

function expectFacets(answer: SearchResult, truth: NaiveAnswer, what: string): void {
  for (const field of facetFields) {
    const counts = new Map(answer.facets[field].map(({ value, count }) => [value, count]));
    expect(counts, `${field} of ${what}`).toEqual(truth.facets[field]);
  }
}

function expectMarks({ record, titleRanges, snippet }: SearchHit): void {
  expectRanges(record.title, titleRanges);
  if (snippet === null) return;
  expect(snippet.text.length).toBeLessThanOrEqual(80);
  expect(snippet.ranges.length).toBeGreaterThan(0);
  expectRanges(snippet.text, snippet.ranges);
}

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
