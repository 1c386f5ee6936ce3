// The total rows of a register: kept with its revision beside the entries, and put back among them in a table.
import { sha256Hex } from '../editorial/stored-content.ts';
import type { Cells } from './entry-store.ts';

/** A total row (合计, 小计) as its table or somebody at the desk states it. */
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

/** What a total is called towards the desk: made of all it says, so that a total changed meanwhile is not found. */
export function totalKey({ after, cells }: StoredTotal): string {
  const said = Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256Hex(JSON.stringify([after, said])).slice(0, 24);
}

/** The entries in their order and each total behind the entry it belongs to. */
export async function* linesInOrder<Entry extends { readonly place: number }>(
  entries: AsyncIterable<Entry>,
  totals: readonly StoredTotal[],
): AsyncGenerator<{ readonly entry: Entry } | { readonly total: StoredTotal }> {
  const waiting = [...totals].sort((a, b) => a.after - b.after);
  for await (const entry of entries) {
    while (waiting[0] !== undefined && waiting[0].after < entry.place) {
      const [total] = waiting.splice(0, 1);
      if (total !== undefined) yield { total };
    }
    yield { entry };
  }
  for (const total of waiting) yield { total };
}

/** The cells of the same. */
export async function* amongEntries(
  entries: AsyncIterable<{ readonly place: number; readonly cells: Cells }>,
  totals: readonly StoredTotal[],
): AsyncGenerator<Cells> {
  for await (const line of linesInOrder(entries, totals))
    yield 'entry' in line ? line.entry.cells : line.total.cells;
}
