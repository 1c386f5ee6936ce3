// Entries of one register that crowd a first page of results are folded to a few, and the rest told in one line.
import type { SearchHit } from '#shared/search/types.ts';

/** A hit to show, or the place where entries of a register were folded. */
export type ResultLine =
  | { readonly hit: SearchHit }
  | { readonly registerId: string; readonly registerTitle: string; readonly shown: number };

/** So many entries of a register stand by themselves. */
const mostOfRegister = 3;

/** The hits of a search, folded among the first `page`; what is asked for beyond it is shown as it is. */
export function foldEntries(hits: readonly SearchHit[], page: number): ResultLine[] {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  const registerIdOf = ({ record: { details } }: SearchHit) =>
    details?.type === 'entry' ? details.registerId : null;
  for (const hit of hits.slice(0, page)) {
    const id = registerIdOf(hit);
    if (id !== null) totals.set(id, (totals.get(id) ?? 0) + 1);
  }
  return hits.flatMap((hit, at): ResultLine[] => {
    const { details } = hit.record;
    if (at >= page || details?.type !== 'entry') return [{ hit }];
    const { registerId, registerTitle } = details;
    const isCrowd = (totals.get(registerId) ?? 0) > mostOfRegister + 1;
    if (!isCrowd) return [{ hit }];
    const count = (counts.get(registerId) ?? 0) + 1;
    counts.set(registerId, count);
    if (count < mostOfRegister) return [{ hit }];
    return count === mostOfRegister ? [{ hit }, { registerId, registerTitle, shown: count }] : [];
  });
}
