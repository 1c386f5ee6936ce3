// Turns the search engine's counts into lines the wall can show: named, without what has no name, in a bounded number.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { Agency } from '#shared/catalogue/venue.ts';
import type { FacetCount } from '#shared/search/types.ts';
import type { Counted, HallWindow } from './wall-content.ts';

const longestRanking = 12;
const mostYears = 10;
const mostWindows = 40;

/** The largest first; values that stand for "not stated" are left out. */
export function countedValues(facet: readonly FacetCount[]): Counted[] {
  return facet
    .filter(({ value, count }) => value !== '' && count > 0)
    .map(({ value, count }) => ({ name: value, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'zh-CN'))
    .slice(0, longestRanking);
}

/** The place of each line: equal counts share one, as 1, 2, 2, 4. Lines come the largest first. */
export function placesOf(lines: readonly Counted[]): number[] {
  return lines.map(({ count }) => 1 + lines.findIndex((other) => other.count === count));
}

/** As `countedValues`, with agencies' names in the place of their ids; an unknown id is left out. */
export function countedAgencies(facet: readonly FacetCount[], agencies: readonly Agency[]): Counted[] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return countedValues(facet.map(({ value, count }) => ({ value: names.get(value) ?? '', count })));
}

/** The latest years ascending, from the first of them that has anything, with the empty ones in between. */
export function countedYears(facet: readonly FacetCount[], thisYear: number): Counted[] {
  const counts = new Map(facet.map(({ value, count }) => [Number(value), count]));
  const known = [...counts.keys()].filter((year) => year >= 1900 && year <= thisYear);
  if (known.length === 0) return [];
  const last = Math.max(...known);
  const first = Math.max(Math.min(...known), last - mostYears + 1);
  const years = Array.from({ length: last - first + 1 }, (_, index) => ({
    name: String(first + index),
    count: counts.get(first + index) ?? 0,
  }));
  return years.slice(years.findIndex(({ count }) => count > 0));
}

/** The windows guides name, those with most guides first. Guides that name neither window nor address count nowhere. */
export function windowsOf(guides: readonly CatalogueRecord[]): HallWindow[] {
  const windows = new Map<string, HallWindow>();
  for (const { details, agencyName } of guides) {
    if (details?.type !== 'guide' || details.window === null) continue;
    const key = JSON.stringify([details.window, details.address, agencyName]);
    const known = windows.get(key);
    windows.set(key, {
      name: details.window,
      address: details.address,
      agency: agencyName,
      guides: (known?.guides ?? 0) + 1,
    });
  }
  return [...windows.values()]
    .sort((a, b) => b.guides - a.guides || a.name.localeCompare(b.name, 'zh-CN'))
    .slice(0, mostWindows);
}
