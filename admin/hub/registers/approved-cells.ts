// The approved rows of a register in the order of its table, read a page at a time.
import type { Database } from '../store/tables.ts';
import { type Cells, parseCells } from './entry-store.ts';

const rowsAtOnce = 1000;

export async function countApproved(db: Database, registerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('register_entries')
    .select((table) => table.fn.countAll<number>().as('count'))
    .where('register_id', '=', registerId)
    .where('approved_version', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Each with its place. */
export async function* approvedCells(
  db: Database,
  registerId: string,
): AsyncGenerator<{ readonly place: number; readonly cells: Cells }> {
  let after = { place: -1, id: '' };
  for (;;) {
    const { place, id } = after;
    const rows = await db
      .selectFrom('register_entries as entry')
      .innerJoin('register_entry_versions as approved', (join) =>
        join
          .onRef('approved.entry_id', '=', 'entry.id')
          .onRef('approved.version', '=', 'entry.approved_version'),
      )
      .select(['entry.id', 'entry.place', 'approved.cells_json'])
      .where('entry.register_id', '=', registerId)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('entry.place', 'entry.id'), '>', tuple(place, id)))
      .orderBy('entry.place')
      .orderBy('entry.id')
      .limit(rowsAtOnce)
      .execute();
    for (const row of rows) yield { place: row.place, cells: parseCells(row.cells_json) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last;
  }
}
