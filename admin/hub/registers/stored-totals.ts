// The total rows of a register: kept with its revision beside the entries, and put back among them in a table.
import type { Cells } from './entry-store.ts';

/** A total row (合计, 小计) as its table states it. */
export interface StoredTotal {
  /** The place of the entry it stands behind; 0 above the first one. */
  readonly after: number;
  readonly cells: Cells;
}

/** More are those of a table too long to be read as one. */
export const mostTotals = 500;

/** The store holds only what was written by `JSON.stringify`. */
export function parseTotals(json: string): readonly StoredTotal[] {
  return JSON.parse(json) as StoredTotal[];
}

/** The entries in their order, with each total behind the entry it belongs to. */
export async function* amongEntries(
  entries: AsyncIterable<{ readonly place: number; readonly cells: Cells }>,
  totals: readonly StoredTotal[],
): AsyncGenerator<Cells> {
  const waiting = [...totals].sort((a, b) => a.after - b.after);
  for await (const { place, cells } of entries) {
    while (waiting[0] !== undefined && waiting[0].after < place) yield waiting.shift()?.cells ?? {};
    yield cells;
  }
  for (const { cells } of waiting) yield cells;
}
