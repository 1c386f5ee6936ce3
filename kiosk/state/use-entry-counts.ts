// How many rows of a register are on show: fewer than it was published with, where the time of some is over.
import type { RegisterDetails } from '#shared/catalogue/register.ts';
import { entriesOnShow } from '#shared/registers/entries-on-show.ts';
import type { SearchResult } from '#shared/search/types.ts';
import { makeLookedUp } from './use-looked-up.ts';
import { scopeOf } from './use-register.ts';

type Found = Pick<SearchResult, 'total' | 'totalIsLowerBound'>;

const useFound = makeLookedUp<Found>(async (engine, id, signal) => {
  const query = { text: '', filters: scopeOf(id), sort: 'date', offset: 0, limit: 1 } as const;
  return await engine.search(query, signal);
});

/** Gives the count of each of these registers; as it was published, until it is known. */
export function useEntryCounts(ids: readonly string[]): (id: string, details: RegisterDetails) => number {
  const found = useFound(ids);
  return (id, details) => entriesOnShow(details, found.get(id) ?? null);
}
