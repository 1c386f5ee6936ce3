// Transfers as the desk reads them: one with everything about it, and lists.

import type { PlainError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type {
  Transfer,
  TransferFile,
  TransferList,
  TransferListQuery,
  TransferSummary,
} from '#shared/protocol/transfers-api.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import type { TransferFileTable, TransferTable } from '../store/transfer-tables.ts';
import { checkStoredTransfer } from './check-stored-transfer.ts';
import type { DueMatters } from './due-matters.ts';
import { numberOf, parseItems, parseRows } from './stored-transfer.ts';
import { actsOn } from './transfer-scope.ts';

/** Everything about one batch. The check is worked out anew each time while the batch is under way. */
export async function loadTransfer(
  db: Database,
  row: TransferTable,
  actor: Actor,
  dueMatters: DueMatters,
): Promise<Transfer> {
  const files = await loadFiles(db, row.id);
  const [summary] = await summarise(db, [row]);
  if (summary === undefined) throw new Error('a batch has a summary');
  const findings = row.state === 'received' ? [] : await checkStoredTransfer(db, row, files, dueMatters);
  return {
    ...summary,
    revision: row.revision,
    contact: row.contact,
    note: row.note,
    rows: parseRows(row.rows_json),
    list: storedFile(row.list_name, row.list_sha256),
    scan: storedFile(row.scan_name, row.scan_sha256),
    fileList: files.map(fileOf),
    findings,
    returnReasons: row.return_reasons,
    summary: row.summary,
    received: await loadReceived(db, row.id),
    withdrawals: await loadWithdrawals(db, row.id),
    events: await db
      .selectFrom('transfer_events')
      .select(['at', 'who', 'act', 'note'])
      .where('transfer_id', '=', row.id)
      .orderBy('id')
      .execute(),
    mayDo: actsOn(row, actor),
  };
}

const storedFile = (name: string | null, sha256: string | null) =>
  name === null || sha256 === null ? null : { name, sha256 };

export function loadFiles(db: Database, transferId: string): Promise<TransferFileTable[]> {
  return db
    .selectFrom('transfer_files')
    .selectAll()
    .where('transfer_id', '=', transferId)
    .orderBy('id')
    .execute();
}

function fileOf({ id, name, bytes, sha256, items_json, problem_json }: TransferFileTable): TransferFile {
  const problem = problem_json === null ? null : (JSON.parse(problem_json) as PlainError);
  return {
    id,
    name,
    bytes,
    sha256,
    items: parseItems(items_json),
    problem:
      problem === null
        ? null
        : { code: problem.code, text: describeError(problem.code, problem.details, 'zh-CN') },
  };
}

async function loadReceived(db: Database, transferId: string): Promise<Transfer['received']> {
  const rows = await db
    .selectFrom('transfer_items as item')
    .leftJoin('transfer_withdrawals as letter', 'letter.id', 'item.withdrawal_id')
    .select(['item.place', 'item.file_name', 'item.record_id', 'item.title', 'item.doc_no', 'item.index_no'])
    .select(['item.date', 'letter.letter_no'])
    .where('item.transfer_id', '=', transferId)
    .orderBy('item.place')
    .execute();
  return rows.map((row) => ({
    place: row.place,
    file: row.file_name,
    recordId: row.record_id,
    title: row.title,
    docNo: row.doc_no,
    indexNo: row.index_no,
    date: row.date,
    letterNo: row.letter_no,
  }));
}

async function loadWithdrawals(db: Database, transferId: string): Promise<Transfer['withdrawals']> {
  const letters = await db
    .selectFrom('transfer_withdrawals')
    .selectAll()
    .where('transfer_id', '=', transferId)
    .orderBy('id')
    .execute();
  const items = await db
    .selectFrom('transfer_items')
    .select(['place', 'withdrawal_id'])
    .where('transfer_id', '=', transferId)
    .where('withdrawal_id', 'is not', null)
    .orderBy('place')
    .execute();
  return letters.map((letter) => ({
    letterNo: letter.letter_no,
    letter: { name: letter.letter_name, sha256: letter.letter_sha256 },
    reason: letter.reason,
    places: items.filter((item) => item.withdrawal_id === letter.id).map(({ place }) => place),
    at: letter.at,
    who: letter.who,
  }));
}

/** The newest first; somebody bound to an agency sees that agency's alone. */
export async function listTransfers(
  db: Database,
  query: TransferListQuery,
  actor: Actor,
): Promise<TransferList> {
  const agencyId = actor.agencyId ?? query.agencyId;
  let filtered = db.selectFrom('transfers');
  if (agencyId !== undefined) filtered = filtered.where('agency_id', '=', agencyId);
  if (query.month !== undefined) filtered = filtered.where('month', '=', query.month);
  if (query.state !== undefined) filtered = filtered.where('state', '=', query.state);
  const { total } = await filtered
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = filtered
    .selectAll()
    .orderBy('id', 'desc')
    .limit(query.limit + 1);
  if (query.cursor !== undefined) page = page.where('id', '<', query.cursor);
  const rows = await page.execute();
  const shown = rows.slice(0, query.limit);
  const next = rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null;
  return { total, transfers: await summarise(db, shown), next };
}

/** Rows with their agency's name and how much they hold. */
export async function summarise(db: Database, rows: readonly TransferTable[]): Promise<TransferSummary[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const agencies = await db
    .selectFrom('agencies')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(rows.map(({ agency_id }) => agency_id))])
    .execute();
  const files = await db
    .selectFrom('transfer_files')
    .select(['transfer_id', 'items_json'])
    .where('transfer_id', 'in', ids)
    .execute();
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const own = files.filter(({ transfer_id }) => transfer_id === row.id);
    const items = own.reduce((sum, { items_json }) => sum + Math.max(1, parseItems(items_json).length), 0);
    return {
      id: row.id,
      agencyId: row.agency_id,
      agencyName: names.get(row.agency_id) ?? '',
      month: row.month,
      state: row.state,
      source: row.source,
      isEmpty: row.is_empty === 1,
      files: own.length,
      items,
      number: numberOf(row),
      createdAt: row.created_at,
      sentAt: row.sent_at,
      sentBy: row.sent_by,
      decidedAt: row.decided_at,
      decidedBy: row.decided_by,
    };
  });
}
