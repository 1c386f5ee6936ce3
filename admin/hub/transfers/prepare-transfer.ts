// Puts a batch together: opening it, its list, its files, its scan, until it is sent.
import { AppError, type PlainError } from '#shared/errors/app-error.ts';
import {
  type TransferChange,
  type TransferInput,
  type TransferItem,
  type TransferRow,
  type TransferSource,
  transferLimits,
} from '#shared/protocol/transfers-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { canonicalJson } from '../editorial/stored-content.ts';
import type { Actor } from '../http/actor.ts';
import type { TransferEventTable, TransferTable } from '../store/transfer-tables.ts';
import { loadFiles } from './load-transfer.ts';
import { parseItems } from './stored-transfer.ts';
import type { ReadList } from './transfer-list.ts';
import { findTransfer, isOpenState, refuseForeign, requireState } from './transfer-scope.ts';

/** How a batch came, beside what it says. */
export interface Arrival {
  readonly source: TransferSource;
  readonly linkId: string | null;
}

/** A file whose bytes are stored, with what the importer found in it. */
export interface FileToAdd {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly items: readonly TransferItem[];
  readonly problem: PlainError | null;
}

/** Opens a batch and returns its id. Throws `store.unknown-agency`. */
export function openTransfer(
  desk: Desk,
  input: TransferInput,
  actor: Actor,
  arrival: Arrival,
): Promise<string> {
  refuseForeign(actor, input.agencyId);
  return withTransaction(desk, (inside) => insertTransfer(inside, input, actor, arrival));
}

/** As `openTransfer`, inside a transaction. */
export async function insertTransfer(
  inside: Desk,
  input: TransferInput,
  actor: Actor,
  { source, linkId }: Arrival,
): Promise<string> {
  const id = inside.newId('t');
  const at = instant(inside);
  const agency = await findAgency(inside, input.agencyId);
  await inside.db
    .insertInto('transfers')
    .values({
      id,
      agency_id: input.agencyId,
      month: input.month,
      state: 'preparing',
      source,
      link_id: linkId,
      is_empty: input.isEmpty ? 1 : 0,
      contact: input.contact,
      note: input.note,
      revision: 1,
      created_at: at,
      created_by: actor.name,
      updated_at: at,
      return_reasons: '',
      summary: '',
    })
    .execute();
  await noteEvent(inside, id, actor.name, 'create', '');
  await recordAudit(inside, {
    who: actor.name,
    action: 'transfer.create',
    subject: `${agency.name} ${input.month}`,
    details: { id, source },
  });
  return id;
}

export async function findAgency({ db }: Pick<Desk, 'db'>, id: string): Promise<{ name: string }> {
  const agency = await db.selectFrom('agencies').select('name').where('id', '=', id).executeTakeFirst();
  if (agency === undefined) throw new AppError('store.unknown-agency', { agency: id.slice(0, 60) });
  return agency;
}

/** Changes what the batch says of itself, and its list. */
export function changeTransfer(desk: Desk, id: string, change: TransferChange, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findOpen(inside, id, actor, change.revision);
    await update(inside, row, {
      month: change.month,
      is_empty: change.isEmpty ? 1 : 0,
      contact: change.contact,
      note: change.note,
      rows_json: change.rows === null ? null : canonicalJson(change.rows),
      // Rows put right by hand are their own total.
      ...(row.rows_json === (change.rows === null ? null : canonicalJson(change.rows))
        ? {}
        : { listed_total: null }),
      ...(change.rows === null ? { list_name: null, list_sha256: null } : {}),
    });
    await audit(inside, row, actor, { month: change.month, rows: change.rows?.length ?? null });
  });
}

/** Files with the name of one already there take its place. */
export function addFiles(desk: Desk, id: string, files: readonly FileToAdd[], actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findOpen(inside, id, actor, null);
    await insertFiles(inside, row, files, actor.name);
    await audit(inside, row, actor, { added: files.map(({ name }) => name).slice(0, 20) });
  });
}

/** As `addFiles`, inside a transaction that knows the batch is open. */
export async function insertFiles(
  inside: Desk,
  row: Pick<TransferTable, 'id' | 'revision'>,
  files: readonly FileToAdd[],
  who: string,
): Promise<void> {
  for (const file of files) {
    const values = {
      sha256: file.sha256,
      bytes: file.bytes,
      items_json: canonicalJson(file.items),
      problem_json: file.problem === null ? null : canonicalJson(file.problem),
      added_at: instant(inside),
      added_by: who,
    };
    await inside.db
      .insertInto('transfer_files')
      .values({ id: inside.newId('f'), transfer_id: row.id, name: file.name, ...values })
      .onConflict((conflict) => conflict.columns(['transfer_id', 'name']).doUpdateSet(values))
      .execute();
  }
  const held = await loadFiles(inside.db, row.id);
  if (held.length > transferLimits.files)
    throw new AppError('transfers.too-many-files', { limit: transferLimits.files });
  const items = held.reduce((sum, { items_json }) => sum + parseItems(items_json).length, 0);
  if (items > transferLimits.rows)
    throw new AppError('transfers.too-many-rows', { limit: transferLimits.rows });
  await update(inside, row, {});
}

export function removeFile(desk: Desk, id: string, fileId: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findOpen(inside, id, actor, null);
    const file = await inside.db
      .deleteFrom('transfer_files')
      .where('id', '=', fileId)
      .where('transfer_id', '=', id)
      .returning('name')
      .executeTakeFirst();
    if (file === undefined) throw new AppError('not-found', { what: fileId.slice(0, 60) });
    await update(inside, row, {});
    await audit(inside, row, actor, { removed: file.name });
  });
}

/** The list as a file, and what it says. */
export function putList(
  desk: Desk,
  id: string,
  list: ReadList & { readonly name: string; readonly sha256: string },
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findOpen(inside, id, actor, null);
    await update(inside, row, listColumns(list));
    await audit(inside, row, actor, { list: list.name, rows: list.rows.length });
  });
}

export function listColumns(list: ReadList & { readonly name: string; readonly sha256: string }) {
  return {
    rows_json: canonicalJson(list.rows),
    listed_total: list.listedTotal,
    list_name: list.name,
    list_sha256: list.sha256,
  };
}

/** The scan of the stamped paper list. */
export function putScan(
  desk: Desk,
  id: string,
  scan: { readonly name: string; readonly sha256: string },
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findOpen(inside, id, actor, null);
    await update(inside, row, { scan_name: scan.name, scan_sha256: scan.sha256 });
    await audit(inside, row, actor, { scan: scan.name });
  });
}

/** A list made from what the files hold, for agencies that bring none. */
export function deriveRows(
  files: readonly { readonly name: string; readonly items: readonly TransferItem[] }[],
) {
  return files.flatMap(({ name, items }): TransferRow[] => {
    const blank = { copies: null, pages: null, note: '' };
    if (items.length === 0) {
      return [{ title: name, docNo: '', indexNo: '', date: '', file: name, matter: '', ...blank }];
    }
    return items.map(({ title, docNo, indexNo, date, matter }) => ({
      ...{ title, docNo, indexNo, date, matter, file: name },
      ...blank,
    }));
  });
}

/** Drops a batch that was never sent. What it held stays in the audit trail by name. */
export function removeTransfer(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findTransfer(inside, id, actor);
    if (row.state !== 'preparing') throw new AppError('transfers.wrong-state');
    const agency = await findAgency(inside, row.agency_id);
    const files = (await loadFiles(inside.db, id)).map(({ name }) => name);
    await inside.db.deleteFrom('transfer_files').where('transfer_id', '=', id).execute();
    await inside.db.deleteFrom('transfer_events').where('transfer_id', '=', id).execute();
    await inside.db.deleteFrom('transfers').where('id', '=', id).execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'transfer.remove',
      subject: `${agency.name} ${row.month}`,
      details: { id, files: files.slice(0, 50) },
    });
  });
}

async function findOpen(
  inside: Desk,
  id: string,
  actor: Actor,
  revision: number | null,
): Promise<TransferTable> {
  const row = await findTransfer(inside, id, actor);
  if (!isOpenState(row.state)) throw new AppError('transfers.wrong-state');
  requireState(row, ['preparing', 'returned'], revision);
  return row;
}

type Columns = Partial<Omit<TransferTable, 'id' | 'revision' | 'updated_at'>>;

/** Every change counts the revision up. */
export async function update(inside: Desk, row: Pick<TransferTable, 'id'>, columns: Columns): Promise<void> {
  await inside.db
    .updateTable('transfers')
    .set((table) => ({ ...columns, revision: table('revision', '+', 1), updated_at: instant(inside) }))
    .where('id', '=', row.id)
    .execute();
}

export async function noteEvent(
  inside: Desk,
  transferId: string,
  who: string,
  act: TransferEventTable['act'],
  note: string,
): Promise<void> {
  const id = inside.newId('e');
  const event = { id, transfer_id: transferId, at: instant(inside), who, act, note };
  await inside.db.insertInto('transfer_events').values(event).execute();
}

async function audit(
  inside: Desk,
  row: TransferTable,
  actor: Actor,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { name } = await findAgency(inside, row.agency_id);
  await recordAudit(inside, {
    who: actor.name,
    action: 'transfer.change',
    subject: `${name} ${row.month}`,
    details: { id: row.id, ...details },
  });
}
