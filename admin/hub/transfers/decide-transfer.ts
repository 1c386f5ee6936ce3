// Sends a batch, receives it into the catalogue as drafts under a number, or sends it back with reasons.
import { AppError } from '#shared/errors/app-error.ts';
import type { TransferFinding } from '#shared/protocol/transfers-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import { recordAudit, subjectOf } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { nameKey, numberKey } from '../editorial/identity-keys.ts';
import { beginBatch } from '../editorial/import/batch-record.ts';
import { openImportSession, type SourceClaims } from '../editorial/import/import-session.ts';
import { isSingleHanded } from '../editorial/single-handed.ts';
import type { Actor } from '../http/actor.ts';
import type { TransferFileTable, TransferItemTable, TransferTable } from '../store/transfer-tables.ts';
import { checkStoredTransfer } from './check-stored-transfer.ts';
import type { DueMatters } from './due-matters.ts';
import { loadFiles } from './load-transfer.ts';
import { findAgency, noteEvent, update } from './prepare-transfer.ts';
import { type PreparedItem, prepareTransferFile } from './read-transfer-file.ts';
import { numberOf } from './stored-transfer.ts';
import { findTransfer, requireState } from './transfer-scope.ts';

interface Decision {
  readonly revision: number;
}

/** Hands the batch over. Throws `transfers.needs-explanation` while the check finds errors nobody explained. */
export function sendTransfer(
  desk: Desk,
  id: string,
  { revision, explanation }: Decision & { readonly explanation: string },
  actor: Actor,
  dueMatters: DueMatters,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findTransfer(inside, id, actor);
    requireState(row, ['preparing', 'returned'], revision);
    requireExplanation(await findErrors(inside, row, dueMatters), explanation);
    await markSent(inside, row, actor, explanation);
  });
}

/** The agency's part is done; inside a transaction. */
export async function markSent(inside: Desk, row: TransferTable, actor: Actor, note: string): Promise<void> {
  await update(inside, row, { state: 'sent', sent_at: instant(inside), sent_by: actor.name });
  await noteEvent(inside, row.id, actor.name, 'send', note);
  await audit(inside, row, actor, 'transfer.send', { explanation: note });
}

/** Sends it back to the agency; it can be put right and sent again. */
export function returnTransfer(
  desk: Desk,
  id: string,
  { revision, reasons }: Decision & { readonly reasons: string },
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await findTransfer(inside, id, actor);
    requireState(row, ['sent'], revision);
    await update(inside, row, {
      state: 'returned',
      return_reasons: reasons,
      decided_at: instant(inside),
      decided_by: actor.name,
    });
    await noteEvent(inside, id, actor.name, 'return', reasons);
    await audit(inside, row, actor, 'transfer.return', { reasons });
  });
}

/**
 * Takes the batch over: its number, its drafts and the ledger in one transaction, so that no number is ever given for
 * nothing and none is passed over. Reading the files happens before it, when nothing is held.
 */
export async function receiveTransfer(
  desk: Desk,
  id: string,
  request: Decision & { readonly summary: string; readonly explanation: string },
  actor: Actor,
  dueMatters: DueMatters,
): Promise<void> {
  const before = await findTransfer(desk, id, actor);
  requireState(before, ['sent'], request.revision);
  const agency = await findAgency(desk, before.agency_id);
  const files = await loadFiles(desk.db, id);
  const prepared = await prepareAll(desk, files, agency.name);
  await withTransaction(desk, async (inside) => {
    const row = await findTransfer(inside, id, actor);
    requireState(row, ['sent'], request.revision);
    await refuseOwnBatch(inside, row, actor);
    requireExplanation(await findErrors(inside, row, dueMatters), request.explanation);
    const batchId = await storeDrafts(inside, row, files, prepared);
    const number = await nextNumber(inside);
    await update(inside, row, {
      state: 'received',
      ...number,
      summary: request.summary,
      batch_id: batchId,
      decided_at: instant(inside),
      decided_by: actor.name,
    });
    await noteEvent(inside, id, actor.name, 'receive', request.explanation);
    await audit(inside, row, actor, 'transfer.receive', {
      number: numberOf(number),
      explanation: request.explanation,
    });
  });
}

async function prepareAll(
  desk: Desk,
  files: readonly TransferFileTable[],
  agencyName: string,
): Promise<ReadonlyMap<string, readonly PreparedItem[]>> {
  const today = chinaDay(desk.now());
  const prepared = new Map<string, readonly PreparedItem[]>();
  for (const file of files) {
    const isReadable = file.problem_json === null;
    prepared.set(file.id, isReadable ? await prepareTransferFile(desk, file, agencyName, today) : []);
  }
  return prepared;
}

/** Drafts under the name of whoever sent them: whoever receives does not become their author. */
async function storeDrafts(
  inside: Desk,
  row: TransferTable,
  files: readonly TransferFileTable[],
  prepared: ReadonlyMap<string, readonly PreparedItem[]>,
): Promise<string | null> {
  if (files.length === 0) return null;
  const who = row.sent_by ?? row.created_by;
  const request = { actor: { name: who } as Actor, approve: false, sources: files.map(sourceOf) };
  const batchId = await beginBatch(inside, request, true);
  const author = { who, origin: 'import' as const, batchId };
  const session = await openImportSession(inside, {
    author,
    approve: false,
    isAllOrNothing: true,
    scope: row.agency_id,
  });
  let place = 0;
  for (const file of files) {
    const items = prepared.get(file.id) ?? [];
    const claims: SourceClaims = new Map();
    const results = await session.importBatch(items, claims);
    if (items.length === 0) {
      place += 1;
      await insertItem(inside, { ...unread(file), transfer_id: row.id, place });
    }
    for (const [index, { item }] of items.entries()) {
      const result = results[index];
      if (result === undefined || result instanceof AppError) {
        throw result ?? new AppError('store.import-row-failed');
      }
      place += 1;
      const { title, docNo, indexNo, date } = item;
      const said = { title, doc_no: docNo, index_no: indexNo, date };
      const owned = { transfer_id: row.id, place, file_name: file.name, record_id: result.recordId };
      await insertItem(inside, { ...said, ...owned });
    }
  }
  await inside.db
    .updateTable('import_batches')
    .set({ finished_at: instant(inside), created: place })
    .where('id', '=', batchId)
    .execute();
  return batchId;
}

const sourceOf = ({ name, bytes }: TransferFileTable) => ({ name, bytes, path: '', as: null });

const unread = (file: TransferFileTable) => ({
  ...{ title: file.name, doc_no: '', index_no: '', date: '' },
  ...{ file_name: file.name, record_id: null },
});

async function insertItem(
  inside: Desk,
  item: Omit<TransferItemTable, 'title_key' | 'doc_key' | 'index_key' | 'withdrawal_id'>,
): Promise<void> {
  await inside.db
    .insertInto('transfer_items')
    .values({
      ...item,
      title_key: nameKey(item.title),
      doc_key: numberKey(item.doc_no),
      index_key: numberKey(item.index_no),
      withdrawal_id: null,
    })
    .execute();
}

/** The year's next number: the transaction that takes it also receives the batch. */
async function nextNumber(inside: Desk): Promise<{ number_year: number; number_seq: number }> {
  const year = Number(chinaDay(inside.now()).slice(0, 4));
  const { last } = await inside.db
    .selectFrom('transfers')
    .select((row) => row.fn.max('number_seq').as('last'))
    .where('number_year', '=', year)
    .executeTakeFirstOrThrow();
  return { number_year: year, number_seq: (last ?? 0) + 1 };
}

async function refuseOwnBatch(inside: Desk, row: TransferTable, actor: Actor): Promise<void> {
  if (row.sent_by === actor.name && !(await isSingleHanded(inside.db))) {
    throw new AppError('transfers.own-batch');
  }
}

async function findErrors(
  inside: Desk,
  row: TransferTable,
  dueMatters: DueMatters,
): Promise<TransferFinding[]> {
  const files = await loadFiles(inside.db, row.id);
  const findings = await checkStoredTransfer(inside.db, row, files, dueMatters);
  if (files.length === 0 && row.is_empty === 0) {
    findings.push({ code: 'list-missing', severity: 'error', row: null, file: null, listed: '', found: '0' });
  }
  return findings.filter(({ severity }) => severity === 'error');
}

function requireExplanation(errors: readonly TransferFinding[], explanation: string): void {
  if (errors.length > 0 && explanation === '') {
    throw new AppError('transfers.needs-explanation', { count: errors.length });
  }
}

async function audit(
  inside: Desk,
  row: TransferTable,
  actor: Actor,
  action: 'transfer.send' | 'transfer.return' | 'transfer.receive',
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { name } = await findAgency(inside, row.agency_id);
  const subject = subjectOf([`${name} ${row.month}`]);
  await recordAudit(inside, { who: actor.name, action, subject, details: { id: row.id, ...details } });
}
