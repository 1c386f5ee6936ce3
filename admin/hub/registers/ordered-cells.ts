// The rows of a register in the order of its table, as they are approved or as they stand, read a page at a time.
import type { Database } from '../store/tables.ts';
import { type Cells, parseCells } from './entry-store.ts';

const rowsAtOnce = 1000;

/** A row with its place. */
export interface PlacedCells {
  readonly id: string;
  readonly place: number;
  readonly cells: Cells;
}

type Standing = 'approved_version' | 'current_version';

export const countApproved = (db: Database, registerId: string) =>
  countRows(db, registerId, 'approved_version');
export const countCurrent = (db: Database, registerId: string) =>
  countRows(db, registerId, 'current_version');

async function countRows(db: Database, registerId: string, standing: Standing): Promise<number> {
  const { count } = await db
    .selectFrom('register_entries')
    .select((table) => table.fn.countAll<number>().as('count'))
    .where('register_id', '=', registerId)
    .where(standing, 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}

export const approvedCells = (db: Database, registerId: string) =>
  cellsInOrder(db, registerId, 'approved_version');
export const currentCells = (db: Database, registerId: string) =>
  cellsInOrder(db, registerId, 'current_version');

async function* cellsInOrder(
  db: Database,
  registerId: string,
  standing: Standing,
): AsyncGenerator<PlacedCells> {
  let after = { place: -1, id: '' };
  for (;;) {
    const { place, id } = after;
    const rows = await db
      .selectFrom('register_entries as entry')
      .innerJoin('register_entry_versions as version', (join) =>
        join.onRef('version.entry_id', '=', 'entry.id').onRef('version.version', '=', `entry.${standing}`),
      )
      .select(['entry.id', 'entry.place', 'version.cells_json'])
      .where('entry.register_id', '=', registerId)
      .where(({ eb, refTuple, tuple }) => eb(refTuple('entry.place', 'entry.id'), '>', tuple(place, id)))
      .orderBy('entry.place')
      .orderBy('entry.id')
      .limit(rowsAtOnce)
      .execute();
    for (const row of rows) yield { id: row.id, place: row.place, cells: parseCells(row.cells_json) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last;
  }
}
