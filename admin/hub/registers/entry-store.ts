// Rows of registers in the store: looked up by identity, written many at a time, walked in order.
import { hash } from 'node:crypto';
import { type Desk, instant } from '../editorial/desk.ts';
import { newCodes } from '../editorial/new-ids.ts';
import type { Database } from '../store/tables.ts';
import { writeSortKeys } from './sort-keys.ts';

export type Cells = Readonly<Record<string, string>>;

/** A row about to be stored, and how it is recognised. */
export interface IncomingEntry {
  readonly identity: string;
  readonly place: number;
  readonly cellsJson: string;
  readonly contentHash: string;
}

/** The header of a stored row. */
export interface EntryHeader {
  readonly id: string;
  readonly identity: string;
  readonly place: number;
  readonly latestVersion: number;
  /** Null when the row was removed. */
  readonly currentVersion: number | null;
  readonly contentHash: string;
}

/** Rows looked up, or written, by one statement. */
export const entriesAtOnce = 500;
/** Rows of a statement that inserts: the statement of a full batch is prepared once. */
const insertedAtOnce = 100;

/** The text cells are stored as: keys in the order given, so that equal rows have equal texts. */
export function cellsText(cells: Cells, sortedKeys: readonly string[]): string {
  const ordered: Record<string, string> = {};
  for (const key of sortedKeys) {
    const text = cells[key];
    if (text !== undefined && text !== '') ordered[key] = text;
  }
  return JSON.stringify(ordered);
}

/** Half a SHA-256: short, and far from meeting itself in one register. */
export function cellsHash(cellsJson: string): string {
  return hash('sha256', cellsJson, 'hex').slice(0, 32);
}

/** The store holds only what `cellsText` wrote. */
export function parseCells(json: string): Cells {
  return JSON.parse(json) as Cells;
}

/** The stored rows with these identities, at most `entriesAtOnce`. */
export async function findEntries(
  db: Database,
  registerId: string,
  identities: readonly string[],
): Promise<ReadonlyMap<string, EntryHeader>> {
  const rows = await selectHeaders(db)
    .where('register_id', '=', registerId)
    .where('identity', 'in', identities)
    .execute();
  return new Map(rows.map((row) => [row.identity, headerOf(row)]));
}

/** Adds rows in their first version. Call inside a transaction. */
export async function insertEntries(
  inside: Desk,
  registerId: string,
  entries: readonly IncomingEntry[],
  who: string,
): Promise<void> {
  const at = instant(inside);
  for (const part of parts(entries, entriesAtOnce)) {
    const codes = await newCodes(inside, part.length);
    const rows = part.map((entry, index) => ({ ...entry, id: inside.newId('e'), code: codes[index] ?? '' }));
    for (const few of parts(rows, insertedAtOnce)) {
      await inside.db
        .insertInto('register_entries')
        .values(
          few.map(({ id, code, identity, place, contentHash }) => ({
            id,
            register_id: registerId,
            identity,
            code,
            place,
            latest_version: 1,
            current_version: 1,
            approved_version: null,
            published_version: null,
            content_hash: contentHash,
          })),
        )
        .execute();
      await inside.db
        .insertInto('register_entry_versions')
        .values(
          few.map(({ id, cellsJson }) => ({ entry_id: id, version: 1, cells_json: cellsJson, at, who })),
        )
        .execute();
    }
    await writeSortKeys(
      inside,
      rows.map(({ id, cellsJson }) => ({ entryId: id, version: 1, cells: parseCells(cellsJson) })),
    );
  }
}

/** Adds a version to each of these rows; one that was removed is there again. Call inside a transaction. */
export async function updateEntries(
  inside: Desk,
  changes: readonly { readonly entry: EntryHeader; readonly incoming: IncomingEntry }[],
  who: string,
): Promise<void> {
  const at = instant(inside);
  for (const { entry, incoming } of changes) {
    const version = entry.latestVersion + 1;
    await inside.db
      .insertInto('register_entry_versions')
      .values({ entry_id: entry.id, version, cells_json: incoming.cellsJson, at, who })
      .execute();
    await inside.db
      .updateTable('register_entries')
      .set({
        identity: incoming.identity,
        place: incoming.place,
        latest_version: version,
        current_version: version,
        content_hash: incoming.contentHash,
      })
      .where('id', '=', entry.id)
      .execute();
  }
  const keyed = changes.map(({ entry, incoming }) => ({
    entryId: entry.id,
    version: entry.latestVersion + 1,
    cells: parseCells(incoming.cellsJson),
  }));
  await writeSortKeys(inside, keyed);
}

/** Moves rows whose cells stay as they are. Call inside a transaction. */
export async function moveEntries(
  inside: Desk,
  moves: readonly { readonly entry: EntryHeader; readonly place: number }[],
): Promise<void> {
  for (const { entry, place } of moves) {
    await inside.db.updateTable('register_entries').set({ place }).where('id', '=', entry.id).execute();
  }
}

/** Marks rows as removed; their versions stay readable. Call inside a transaction. */
export async function removeEntries(inside: Desk, ids: readonly string[]): Promise<void> {
  for (const part of parts(ids, entriesAtOnce)) {
    await inside.db
      .updateTable('register_entries')
      .set({ current_version: null })
      .where('id', 'in', part)
      .execute();
  }
}

/** Every row that was not removed, some at a time, by id. */
export async function* walkEntries(db: Database, registerId: string): AsyncGenerator<readonly EntryHeader[]> {
  let after = '';
  for (;;) {
    const rows = await selectHeaders(db)
      .where('register_id', '=', registerId)
      .where('current_version', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(walkedAtOnce)
      .execute();
    yield rows.map(headerOf);
    const last = rows.at(-1);
    if (last === undefined || rows.length < walkedAtOnce) return;
    after = last.id;
  }
}

const walkedAtOnce = 2000;

/** The last place of a register's rows; 0 when there are none. */
export async function lastPlace(db: Database, registerId: string): Promise<number> {
  const row = await db
    .selectFrom('register_entries')
    .select('place')
    .where('register_id', '=', registerId)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.place ?? 0;
}

function selectHeaders(db: Database) {
  return db
    .selectFrom('register_entries')
    .select(['id', 'identity', 'place', 'latest_version', 'current_version', 'content_hash']);
}

type HeaderRow = Awaited<ReturnType<ReturnType<typeof selectHeaders>['executeTakeFirstOrThrow']>>;

function headerOf(row: HeaderRow): EntryHeader {
  return {
    id: row.id,
    identity: row.identity,
    place: row.place,
    latestVersion: row.latest_version,
    currentVersion: row.current_version,
    contentHash: row.content_hash,
  };
}

function* parts<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
