// Keys of sortable columns in the store: written with every version of a row, made up for where a column is new to it.
import { sql } from 'kysely';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { breathe } from '../ingest/breathe.ts';
import type { Database } from '../store/tables.ts';
import { compareKeys, type SortKind, sortKeyOf, sortKindOf } from './sort-key.ts';

type Cells = Readonly<Record<string, string>>;

/** A version of a row, and what it says. */
export interface KeyedVersion {
  readonly entryId: string;
  readonly version: number;
  readonly cells: Cells;
}

interface KeptColumn {
  readonly id: number;
  readonly column_key: string;
  readonly kind: string;
}

const rowsAtOnce = 2000;

/** The version of a row that is listed. */
const shownVersion = sql<number>`coalesce(entry.current_version, entry.approved_version)`;

/** An empty register has all keys of its sortable columns. Call inside a transaction. */
export async function beginSortKeys(
  inside: Desk,
  registerId: string,
  { columns }: RegisterDefinition,
): Promise<void> {
  const kept = columns.filter(({ isSortable }) => isSortable);
  for (const column of kept) await addColumn(inside.db, registerId, column, true);
}

async function addColumn(db: Database, registerId: string, column: RegisterColumn, isComplete: boolean) {
  await db
    .insertInto('register_sort_columns')
    .values({
      register_id: registerId,
      column_key: column.key,
      kind: sortKindOf(column),
      is_complete: isComplete ? 1 : 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes the keys of new versions of rows of one register. Call inside the transaction that adds them. */
export async function writeSortKeys(inside: Desk, versions: readonly KeyedVersion[]): Promise<void> {
  const [first] = versions;
  if (first === undefined) return;
  const columns = await inside.db
    .selectFrom('register_sort_columns as kept')
    .innerJoin('register_entries as entry', 'entry.register_id', 'kept.register_id')
    .select(['kept.id', 'kept.column_key', 'kept.kind'])
    .where('entry.id', '=', first.entryId)
    .execute();
  for (const column of columns) {
    const rows = versions.map((version) => keyRowOf(column, version));
    await insertKeys(inside.db, column, rows);
  }
}

/** `is_empty`, key, entry, version. */
type KeyRow = readonly [number, string | number, string, number];

function keyRowOf({ kind, column_key }: KeptColumn, { entryId, version, cells }: KeyedVersion): KeyRow {
  const { isEmpty, key } = sortKeyOf(kind as SortKind, cells[column_key]);
  return [isEmpty ? 1 : 0, key, entryId, version];
}

async function insertKeys(db: Database, { id }: KeptColumn, rows: readonly KeyRow[]): Promise<void> {
  await sql`insert or ignore into register_sort_keys (sort_id, is_empty, sort_key, entry_id, version)
    select ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3
    from json_each(${JSON.stringify(rows)})`.execute(db);
}

async function writeInOrder(desk: Desk, column: KeptColumn, keys: KeyRow[]): Promise<void> {
  keys.sort(([emptyA, a], [emptyB, b]) =>
    compareKeys({ isEmpty: emptyA === 1, key: a }, { isEmpty: emptyB === 1, key: b }),
  );
  for (let from = 0; from < keys.length; from += writtenAtOnce) {
    const some = keys.slice(from, from + writtenAtOnce);
    await withTransaction(desk, ({ db }) => insertKeys(db, column, some));
    await breathe();
  }
}

/**
 * The number keys of a column are under, once every row has one: at once for columns that were sortable from the
 * start, after one walk through the rows where that was decided later.
 */
export async function requireSortKeys(
  desk: Desk,
  registerId: string,
  column: RegisterColumn,
): Promise<number> {
  const kept = await findColumn(desk.db, registerId, column.key);
  const isSame = kept?.kind === sortKindOf(column);
  if (kept !== undefined && isSame && kept.is_complete === 1) return kept.id;
  if (kept !== undefined && !isSame) await forget(desk, kept.id);
  // From here on whoever writes a row writes its key as well.
  await withTransaction(desk, (inside) => addColumn(inside.db, registerId, column, false));
  const added = await findColumn(desk.db, registerId, column.key);
  if (added === undefined) throw new Error('a column that was just added is gone');
  await makeUp(desk, registerId, added);
  return added.id;
}

function findColumn(db: Database, registerId: string, key: string) {
  return db
    .selectFrom('register_sort_columns')
    .select(['id', 'column_key', 'kind', 'is_complete'])
    .where('register_id', '=', registerId)
    .where('column_key', '=', key)
    .executeTakeFirst();
}

function forget(desk: Desk, sortId: number): Promise<void> {
  return withTransaction(desk, async ({ db }) => {
    await db.deleteFrom('register_sort_keys').where('sort_id', '=', sortId).execute();
    await db.deleteFrom('register_sort_columns').where('id', '=', sortId).execute();
  });
}

/** What is listed of each row, and what it goes back to when its change is given up. */
const sweeps = [
  { version: shownVersion, of: sql<boolean>`true` },
  {
    version: sql<number>`entry.approved_version`,
    of: sql<boolean>`entry.approved_version is not entry.current_version`,
  },
] as const;

/** Keys put in order before they are written: written as rows come, each would land on another page of the store. */
const orderedAtOnce = 200_000;
/** Keys of one transaction, so that others can write in between. */
const writtenAtOnce = 10_000;

async function makeUp(desk: Desk, registerId: string, column: KeptColumn): Promise<void> {
  for (const sweep of sweeps) {
    let after: string | null = '';
    let keys: KeyRow[] = [];
    while (after !== null) {
      const rows: KeyedVersion[] = await rowsBehind(desk.db, registerId, after, sweep);
      keys.push(...rows.map((row) => keyRowOf(column, row)));
      after = rows.length < rowsAtOnce ? null : (rows.at(-1)?.entryId ?? null);
      await breathe();
      if (after !== null && keys.length < orderedAtOnce) continue;
      await writeInOrder(desk, column, keys);
      keys = [];
    }
  }
  await withTransaction(desk, async ({ db }) => {
    await db
      .updateTable('register_sort_columns')
      .set({ is_complete: 1 })
      .where('id', '=', column.id)
      .execute();
  });
}

/** The next rows by id. The plus keeps to the order of ids: sorting them anew costs each time. */
async function rowsBehind(
  db: Database,
  registerId: string,
  after: string,
  { version, of }: (typeof sweeps)[number],
): Promise<KeyedVersion[]> {
  const rows = await db
    .selectFrom('register_entries as entry')
    .innerJoin('register_entry_versions as shown', (join) =>
      join.onRef('shown.entry_id', '=', 'entry.id').on('shown.version', '=', version),
    )
    .select(['entry.id', 'shown.version', 'shown.cells_json'])
    .where(sql<boolean>`+entry.register_id = ${registerId}`)
    .where(of)
    .where('entry.id', '>', after)
    .orderBy('entry.id')
    .limit(rowsAtOnce)
    .execute();
  return rows.map(({ id, version: shown, cells_json }) => ({
    entryId: id,
    version: shown,
    cells: JSON.parse(cells_json) as Cells,
  }));
}
