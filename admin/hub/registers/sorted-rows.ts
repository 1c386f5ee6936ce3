// The rows of a register in the order of one column, a page at a time, from the keys the store keeps in that order.
import { sql } from 'kysely';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import { parseCells } from './entry-store.ts';
import type { RowsBehind, StoredRow } from './row-list.ts';
import { compareKeys, type SortKey, sortKeyOf, sortKindOf } from './sort-key.ts';
import { requireSortKeys } from './sort-keys.ts';

/** How rows are to be listed. */
export interface RowOrder {
  readonly column: RegisterColumn;
  readonly isDescending: boolean;
}

/** So many waiting rows are put in order by themselves, where all the others would be walked to find them. */
const mostWaiting = 2000;

/** Reads rows behind a row in this order; empty cells come last both ways. */
export async function sortedRows(
  desk: Desk,
  registerId: string,
  order: RowOrder,
  onlyWaiting: boolean,
): Promise<RowsBehind> {
  const { db } = desk;
  const few = onlyWaiting ? await fewWaiting(db, registerId) : null;
  if (few !== null) return inMemory(few, order);
  const sortId = await requireSortKeys(desk, registerId, order.column);
  return async (after, size) => {
    const from = after === null ? null : placeOf(after, order);
    const filled =
      from?.isEmpty === true ? [] : await readKeyed(db, { sortId, order, from, size, onlyWaiting });
    if (filled.length >= size) return filled;
    const rest = { sortId, order, from: from?.isEmpty === true ? from : null, size: size - filled.length };
    return [...filled, ...(await readKeyed(db, { ...rest, onlyWaiting, isEmpty: true }))];
  };
}

interface Place extends SortKey {
  readonly id: string;
}

function placeOf({ id, cells_json }: StoredRow, { column }: RowOrder): Place {
  return { id, ...sortKeyOf(sortKindOf(column), parseCells(cells_json)[column.key]) };
}

interface KeyedPage {
  readonly sortId: number;
  readonly order: RowOrder;
  readonly from: Place | null;
  readonly size: number;
  readonly onlyWaiting: boolean;
  readonly isEmpty?: boolean;
}

/** Keys of versions that are no longer shown are stepped over: a version is never changed, only followed by another. */
async function readKeyed(
  db: Database,
  { sortId, order, from, size, onlyWaiting, isEmpty = false }: KeyedPage,
) {
  const direction = sql.raw(order.isDescending ? 'desc' : 'asc');
  const than = sql.raw(order.isDescending ? '<' : '>');
  const behind =
    from === null ? sql`` : sql`and (keyed.sort_key, keyed.entry_id) ${than} (${from.key}, ${from.id})`;
  const waiting = onlyWaiting ? sql`and entry.approved_version is not entry.current_version` : sql``;
  const { rows } = await sql<StoredRow>`
    select entry.id, entry.code, entry.place, entry.current_version, entry.approved_version,
      shown.version, shown.cells_json
    from register_sort_keys as keyed
    cross join register_entries as entry on entry.id = keyed.entry_id
      and keyed.version = coalesce(entry.current_version, entry.approved_version) ${waiting}
    cross join register_entry_versions as shown on shown.entry_id = keyed.entry_id and shown.version = keyed.version
    where keyed.sort_id = ${sortId} and keyed.is_empty = ${isEmpty ? 1 : 0} ${behind}
    order by keyed.sort_key ${direction}, keyed.entry_id ${direction}
    limit ${size}`.execute(db);
  return rows;
}

async function fewWaiting(db: Database, registerId: string): Promise<StoredRow[] | null> {
  const { rows } = await sql<StoredRow>`
    select entry.id, entry.code, entry.place, entry.current_version, entry.approved_version,
      shown.version, shown.cells_json
    from (select * from register_entries indexed by register_entries_waiting
      where register_id = ${registerId} and approved_version is not current_version limit ${mostWaiting + 1}) as entry
    join register_entry_versions as shown on shown.entry_id = entry.id
      and shown.version = coalesce(entry.current_version, entry.approved_version)`.execute(db);
  return rows.length > mostWaiting ? null : rows;
}

function inMemory(rows: readonly StoredRow[], order: RowOrder): RowsBehind {
  const compare = (a: Place, b: Place) => {
    if (a.isEmpty || b.isEmpty) return compareKeys(a, b) || compareIds(a, b, order);
    return (order.isDescending ? -1 : 1) * compareKeys(a, b) || compareIds(a, b, order);
  };
  const placed = rows.map((row) => ({ row, place: placeOf(row, order) }));
  placed.sort((a, b) => compare(a.place, b.place));
  return async (after, size) => {
    const from = after === null ? null : placeOf(after, order);
    const behind = from === null ? placed : placed.filter(({ place }) => compare(place, from) > 0);
    return behind.slice(0, size).map(({ row }) => row);
  };
}

function compareIds(a: Place, b: Place, { isDescending }: RowOrder): number {
  return (isDescending ? -1 : 1) * (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
