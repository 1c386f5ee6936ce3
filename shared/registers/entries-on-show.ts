// How many rows of a register can be read at this moment.
import type { RegisterDetails } from '../catalogue/register.ts';
import type { SearchResult } from '../search/types.ts';

/** What a search of all rows found; where it stopped counting or is not at hand, what was published. */
export function entriesOnShow(
  { entries }: RegisterDetails,
  found: Pick<SearchResult, 'total' | 'totalIsLowerBound'> | null,
): number {
  return found === null || found.totalIsLowerBound ? entries : found.total;
}
