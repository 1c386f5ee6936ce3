// What the entries of registers are narrowed and counted by: their register, and up to three values of its own.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { type FacetPlace, facetPlaces } from '../catalogue/register.ts';
import { longestFacetValue } from './format.ts';

/** The register a record is an entry of, or null. */
export function registerOf({ details }: CatalogueRecord): string | null {
  return details?.type === 'entry' ? details.registerId : null;
}

/** What an entry has in a place, or null. */
export function facetValueOf({ details }: CatalogueRecord, place: FacetPlace): string | null {
  const text = details?.type === 'entry' ? details.facets[facetPlaces.indexOf(place)] : null;
  return text === null || text === undefined || text === '' ? null : countedValue(text);
}

/** A value as far as it counts, cut behind a whole character. */
export function countedValue(text: string): string {
  if (text.length <= longestFacetValue) return text;
  const isSplit = text.codePointAt(longestFacetValue - 1) !== text.charCodeAt(longestFacetValue - 1);
  return text.slice(0, longestFacetValue - (isSplit ? 1 : 0));
}
