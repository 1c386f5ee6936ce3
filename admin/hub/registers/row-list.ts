// The rows of a register as staff look through them: a page at a time, searched without holding up the hub.
import { sql } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import type { RegisterRow, RowHistory, TotalLine } from '#shared/protocol/registers-api.ts';
import { columnOf } from '#shared/registers/register-definition.ts';
import type { Desk } from '../editorial/desk.ts';
import { breathe } from '../ingest/breathe.ts';
import type { Database } from '../store/tables.ts';
import { parseCells } from './entry-store.ts';
import { levelsOfRows } from './row-levels.ts';
import { sortedRows } from './sorted-rows.ts';
import { loadRegister, type StoredRegister } from './stored-register.ts';
import { totalKey } from './stored-totals.ts';

export interface RowQuery {
  readonly words: string;
  /** `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
  readonly onlyWaiting: boolean;
  /** The key of a sortable column and which way; the order of the table where it is absent. */
  readonly sort?: { readonly key: string; readonly isDescending: boolean } | null;
}

export interface RowPage {
  readonly rows: readonly RegisterRow[];
  /** The total rows that stand between these, and no entries; none where rows are searched or sorted. */
  readonly totals: readonly TotalLine[];
  readonly next: string | null;
}

/** Rows read at once while words are looked for. */
const searchedAtOnce = 2000;

/** Reads rows behind one in some order; from the first where none is given. */
export type RowsBehind = (after: StoredRow | null, size: number) => Promise<readonly StoredRow[]>;

/**
 * The next rows; those approved once and gone since are listed while that waits.
 * Throws `not-found`, also for a column that is not sortable.
 */
export async function listRows(desk: Desk, registerId: string, query: RowQuery): Promise<RowPage> {
  const { db } = desk;
  const register = await loadRegister(db, registerId);
  const readRows = await rowsInOrder(desk, register, query);
  const from = query.after === null ? null : await loadCursor(db, registerId, query.after);
  const found = await findRows(readRows, from, query);
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const next = found.length > query.limit && last !== undefined ? `${last.id}:${last.version}` : null;
  const isTable = (query.sort ?? null) === null;
  const levels = isTable ? await levelsOfRows(db, register) : new Map<string, number>();
  const isWhole = isTable && query.words.trim() === '' && !query.onlyWaiting;
  return {
    rows: page.map((row) => ({ ...rowOf(row), level: levels.get(row.id) ?? 0 })),
    totals: isWhole ? totalsAmong(register, { from, page, isLast: next === null }) : [],
    next,
  };
}

async function rowsInOrder(
  desk: Desk,
  { id, definition }: StoredRegister,
  query: RowQuery,
): Promise<RowsBehind> {
  const sort = query.sort ?? null;
  if (sort === null) return (after, size) => readByPlace(desk.db, id, after, size, query.onlyWaiting);
  const column = columnOf(definition, sort.key);
  if (column?.isSortable !== true) throw new AppError('not-found', { what: sort.key });
  return sortedRows(desk, id, { column, isDescending: sort.isDescending }, query.onlyWaiting);
}

/** One row more than asked for, where there is one. */
async function findRows(readRows: RowsBehind, from: StoredRow | null, query: RowQuery): Promise<StoredRow[]> {
  const words = fold(query.words);
  const size = words === '' ? query.limit + 1 : searchedAtOnce;
  const found: StoredRow[] = [];
  let cursor = from;
  for (;;) {
    const rows = await readRows(cursor, size);
    found.push(...(words === '' ? rows : rows.filter(({ cells_json }) => fold(cells_json).includes(words))));
    const last = rows.at(-1);
    if (found.length > query.limit || last === undefined || rows.length < size) return found;
    cursor = last;
    await breathe();
  }
}

function totalsAmong(
  { totals }: StoredRegister,
  page: { readonly from: StoredRow | null; readonly page: readonly StoredRow[]; readonly isLast: boolean },
): TotalLine[] {
  const start = page.from?.place ?? -1;
  const end = page.isLast ? Number.POSITIVE_INFINITY : (page.page.at(-1)?.place ?? start);
  return totals
    .filter(({ after }) => after >= start && after < end)
    .sort((a, b) => a.after - b.after)
    .map((total) => ({
      key: totalKey(total),
      // The last row of the page before, where it stands above the first of this one.
      after: page.page.findLast(({ place }) => place <= total.after)?.id ?? page.from?.id ?? null,
      cells: total.cells,
    }));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** The row a page ended with, as it was then: where it stood does not change, whatever became of it since. */
async function loadCursor(db: Database, registerId: string, text: string): Promise<StoredRow | null> {
  const [, id, version] = /^([0-9a-z]{1,40}):(\d{1,9})$/u.exec(text) ?? [];
  if (id === undefined || version === undefined) return null;
  const row = await db
    .selectFrom('register_entries as entry')
    .innerJoin('register_entry_versions as shown', 'shown.entry_id', 'entry.id')
    .select(['entry.id', 'entry.code', 'entry.place', 'entry.current_version', 'entry.approved_version'])
    .select(['shown.version', 'shown.cells_json'])
    .where('entry.register_id', '=', registerId)
    .where('entry.id', '=', id)
    .where('shown.version', '=', Number(version))
    .executeTakeFirst();
  return row ?? null;
}

function readByPlace(
  db: Database,
  registerId: string,
  after: StoredRow | null,
  limit: number,
  onlyWaiting: boolean,
) {
  const { place, id } = after ?? { place: -1, id: '' };
  const rows = selectRows(db)
    .where('entry.register_id', '=', registerId)
    .where(sql<boolean>`coalesce(entry.current_version, entry.approved_version) is not null`)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('entry.place', 'entry.id'), '>', tuple(place, id)))
    .orderBy('entry.place')
    .orderBy('entry.id')
    .limit(limit);
  return onlyWaiting
    ? rows.where(sql<boolean>`entry.approved_version is not entry.current_version`).execute()
    : rows.execute();
}

function selectRows(db: Database) {
  return db
    .selectFrom('register_entries as entry')
    .innerJoin('register_entry_versions as shown', (join) =>
      join
        .onRef('shown.entry_id', '=', 'entry.id')
        .on(
          'shown.version',
          '=',
          sql<number>`coalesce(entry.current_version, entry.approved_version, entry.latest_version)`,
        ),
    )
    .select(['entry.id', 'entry.code', 'entry.place', 'entry.current_version', 'entry.approved_version'])
    .select(['shown.version', 'shown.cells_json']);
}

/** A row as it is listed, with the version that is shown. */
export type StoredRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>;

function rowOf(row: StoredRow): RegisterRow {
  const { id, code, version } = row;
  return { id, code, version, standing: standingOf(row), cells: parseCells(row.cells_json) };
}

function standingOf({ current_version, approved_version }: StoredRow): RegisterRow['standing'] {
  if (current_version === null) return 'removed';
  if (approved_version === null) return 'added';
  return approved_version === current_version ? 'approved' : 'changed';
}

/** One row as it stands. Throws `not-found`. */
export async function loadRow(db: Database, registerId: string, id: string): Promise<RegisterRow> {
  const row = await selectRows(db)
    .where('entry.register_id', '=', registerId)
    .where('entry.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  return rowOf(row);
}

/** Where a row stands in its table. Throws `not-found`. */
export async function loadRowPlace(db: Database, registerId: string, id: string): Promise<number> {
  const row = await db
    .selectFrom('register_entries')
    .select('place')
    .where('register_id', '=', registerId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  return row.place;
}

/** Every version of a row, the newest first. Throws `not-found`. */
export async function rowHistory(db: Database, registerId: string, id: string): Promise<RowHistory> {
  const versions = await db
    .selectFrom('register_entry_versions as version')
    .innerJoin('register_entries as entry', 'entry.id', 'version.entry_id')
    .select(['version.version', 'version.at', 'version.who', 'version.cells_json'])
    .select(['entry.approved_version', 'entry.published_version'])
    .where('entry.register_id', '=', registerId)
    .where('entry.id', '=', id)
    .orderBy('version.version', 'desc')
    .execute();
  if (versions.length === 0) throw new AppError('not-found', { what: id });
  return {
    versions: versions.map(({ version, at, who, cells_json, approved_version, published_version }) => ({
      version,
      at,
      who,
      isApproved: version === approved_version,
      isPublished: version === published_version,
      cells: parseCells(cells_json),
    })),
  };
}
