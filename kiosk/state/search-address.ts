// The search a screen shows, as its address says it: `/search?q=…&kind=guide&agency=a1&sort=date`.
import { type FilterField, filterFields } from '#shared/search/types.ts';

export type Filters = Readonly<Partial<Record<FilterField, readonly string[]>>>;

/** What is searched, apart from how many hits are shown. */
export interface SearchAddress {
  readonly text: string;
  readonly filters: Filters;
  readonly sort: 'relevance' | 'date';
}

export const emptySearch: SearchAddress = { text: '', filters: {}, sort: 'relevance' };
/** The engine uses no more of a query than this many characters. */
export const longestQuery = 100;
const mostValues = 20;

/** Reads an address; unknown parameters and too many or too long values are left out. */
export function parseSearchAddress(url: string): SearchAddress {
  const at = url.indexOf('?');
  const parameters = new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
  const filters: Partial<Record<FilterField, readonly string[]>> = {};
  for (const field of filterFields) {
    const values = [...new Set(parameters.getAll(field))].filter((value) => value && value.length <= 200);
    if (values.length > 0) filters[field] = values.slice(0, mostValues);
  }
  const text = (parameters.get('q') ?? '').slice(0, longestQuery);
  return { text, filters, sort: parameters.get('sort') === 'date' ? 'date' : 'relevance' };
}

/** The address of a search. */
export function searchUrl(search: Partial<SearchAddress>): string {
  const parameters = new URLSearchParams();
  if (search.text) parameters.set('q', search.text);
  for (const field of filterFields) {
    for (const value of search.filters?.[field] ?? []) parameters.append(field, value);
  }
  if (search.sort === 'date') parameters.set('sort', 'date');
  const query = parameters.toString();
  return query ? `/search?${query}` : '/search';
}

/** The same search with one value of a field switched on or off. */
export function toggleFilter(search: SearchAddress, field: FilterField, value: string): SearchAddress {
  const values = search.filters[field] ?? [];
  const rest = values.filter((other) => other !== value);
  return withFilter(search, field, rest.length < values.length ? rest : [...values, value]);
}

/** The same search with a field narrowed to these values; none lifts the filter. */
export function withFilter(
  search: SearchAddress,
  field: FilterField,
  values: readonly string[],
): SearchAddress {
  const { [field]: _, ...others } = search.filters;
  return { ...search, filters: values.length > 0 ? { ...others, [field]: values } : others };
}

export function hasFilters(search: SearchAddress): boolean {
  return Object.keys(search.filters).length > 0;
}

export function isEmptySearch(search: SearchAddress): boolean {
  return search.text.trim() === '' && !hasFilters(search);
}
