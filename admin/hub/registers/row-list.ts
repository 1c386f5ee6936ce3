// The rows of a register as staff look through them: by place, a page at a time, searched without holding up the hub.
import { sql } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import type { RegisterRow, RowHistory } from '#shared/protocol/registers-api.ts';
import { breathe } from '../ingest/breathe.ts';
import type { Database } from '../store/tables.ts';
import { parseCells } from './entry-store.ts';

export interface RowQuery {
  readonly words: string;
  /** `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
  readonly onlyWaiting: boolean;
}

export interface RowPage {
  readonly rows: readonly RegisterRow[];
  readonly next: string | null;
}

/** Rows read at once while words are looked for. */
const searchedAtOnce = 2000;

interface Cursor {
  readonly place: number;
  readonly id: string;
}

/** The next rows in the order of the table; those approved once and gone since are listed while that waits. */
export async function listRows(db: Database, registerId: string, query: RowQuery): Promise<RowPage> {
  const words = fold(query.words);
  const size = words === '' ? query.limit + 1 : searchedAtOnce;
  const found: StoredRow[] = [];
  let cursor = parseCursor(query.after);
  for (;;) {
    const rows = await readRows(db, registerId, cursor, size, query.onlyWaiting);
    found.push(...(words === '' ? rows : rows.filter(({ cells_json }) => fold(cells_json).includes(words))));
    const last = rows.at(-1);
    if (found.length > query.limit || last === undefined || rows.length < size) break;
    cursor = last;
    await breathe();
  }
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const next = found.length > query.limit && last !== undefined ? `${last.place}:${last.id}` : null;
  return { rows: page.map(rowOf), next };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function parseCursor(text: string | null): Cursor {
  const [, place, id] = /^(\d{1,15}):([0-9a-z]{1,40})$/u.exec(text ?? '') ?? [];
  return place === undefined || id === undefined ? { place: -1, id: '' } : { place: Number(place), id };
}

function readRows(
  db: Database,
  registerId: string,
  { place, id }: Cursor,
  limit: number,
  onlyWaiting: boolean,
) {
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

type StoredRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>;

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
