// One row of a register changed by hand: added, corrected or removed, and waiting for approval with the rest.
import { AppError } from '#shared/errors/app-error.ts';
import { readRow } from '#shared/registers/read-row.ts';
import { titleColumn } from '#shared/registers/register-definition.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { totalsBelow } from './edit-total.ts';
import {
  type Cells,
  cellsHash,
  cellsText,
  findEntries,
  type IncomingEntry,
  insertEntries,
  lastPlace,
  removeEntries,
  updateEntries,
} from './entry-store.ts';
import { loadOwnRegister } from './own-register.ts';
import { openRevision } from './revise-register.ts';
import { noteAuthor } from './revision-authors.ts';
import { loadRow } from './row-list.ts';
import type { StoredRegister } from './stored-register.ts';

/** Throws `not-found`, `register.entry-exists` or what is wrong with a cell; returns the id of the row. */
export function addRow(desk: Desk, registerId: string, cells: Cells, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, registerId, actor);
    const read = readIncoming(inside, register, cells);
    const known = (await findEntries(inside.db, registerId, [read.identity])).get(read.identity);
    if (known !== undefined && known.currentVersion !== null) {
      throw new AppError('register.entry-exists', { title: read.title });
    }
    const last = await lastPlace(inside.db, registerId);
    const incoming = { ...read, place: last + 1 };
    const totals = totalsBelow(register.totals, last, incoming.place);
    await revise(inside, { ...register, totals }, actor, 'add', read.title);
    if (known === undefined) await insertEntries(inside, registerId, [incoming], actor.name);
    else await updateEntries(inside, [{ entry: known, incoming }], actor.name);
    const added = (await findEntries(inside.db, registerId, [read.identity])).get(read.identity);
    return added?.id ?? '';
  });
}

/** Throws `not-found`, `store.conflict`, `register.entry-exists` or what is wrong with a cell. */
export function updateRow(
  desk: Desk,
  { registerId, rowId, baseVersion }: { registerId: string; rowId: string; baseVersion: number },
  cells: Cells,
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, registerId, actor);
    const before = await loadRow(inside.db, registerId, rowId);
    if (before.version !== baseVersion) throw new AppError('store.conflict', { version: before.version });
    const entry = await loadHeader(inside, rowId);
    const read = readIncoming(inside, register, cells);
    const identity = keptIdentity(register, before.cells, entry.identity, read);
    const other = (await findEntries(inside.db, registerId, [identity])).get(identity);
    if (other !== undefined && other.id !== rowId)
      throw new AppError('register.entry-exists', { title: read.title });
    if (read.contentHash === entry.contentHash && entry.currentVersion !== null) return;
    await revise(inside, register, actor, 'change', read.title);
    await updateEntries(inside, [{ entry, incoming: { ...read, identity, place: entry.place } }], actor.name);
  });
}

/** Throws `not-found`. */
export function removeRow(desk: Desk, registerId: string, rowId: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const register = await loadOwnRegister(inside.db, registerId, actor);
    const { cells } = await loadRow(inside.db, registerId, rowId);
    await revise(inside, register, actor, 'remove', cells[titleColumn(register.definition).key] ?? '');
    await removeEntries(inside, [rowId]);
  });
}

interface ReadIncoming extends Omit<IncomingEntry, 'place'> {
  readonly title: string;
}

function readIncoming(desk: Desk, { definition }: StoredRegister, cells: Cells): ReadIncoming {
  const read = readRow(definition, new Map(Object.entries(cells)), instant(desk).slice(0, 10));
  const [problem] = read.problems;
  if (problem !== undefined) throw new AppError(problem.code, problem.details);
  const keys = definition.columns.map(({ key }) => key).sort();
  const cellsJson = cellsText(read.cells, keys);
  const title = read.cells[titleColumn(definition).key] ?? '';
  return { title, identity: read.identity, cellsJson, contentHash: cellsHash(cellsJson) };
}

/** A sub-row is told apart by the row above it as well, which its own cells do not say. */
function keptIdentity(register: StoredRegister, before: Cells, stored: string, read: ReadIncoming): string {
  const own = readRow(register.definition, new Map(Object.entries(before))).identity;
  return own !== stored && stored.endsWith(own)
    ? `${stored.slice(0, -own.length)}${read.identity}`
    : read.identity;
}

async function loadHeader({ db }: Desk, rowId: string) {
  const { identity, register_id } = await db
    .selectFrom('register_entries')
    .select(['identity', 'register_id'])
    .where('id', '=', rowId)
    .executeTakeFirstOrThrow();
  const header = (await findEntries(db, register_id, [identity])).get(identity);
  if (header === undefined) throw new AppError('not-found', { what: rowId });
  return header;
}

async function revise(
  inside: Desk,
  register: StoredRegister,
  { name }: Actor,
  act: 'add' | 'change' | 'remove',
  title: string,
): Promise<void> {
  await noteAuthor(inside, await openRevision(inside, register, name), name);
  await recordAudit(inside, {
    who: name,
    action: 'register.update',
    subject: register.definition.title,
    details: { id: register.id, act, entry: title },
  });
}
