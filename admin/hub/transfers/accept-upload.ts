// Takes a batch that came through an upload link: counted against the link's bounds, sent as it stands, with a receipt.
import { AppError } from '#shared/errors/app-error.ts';
import type { TransferState } from '#shared/protocol/transfers-api.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { describeBytes } from '../http/read-body.ts';
import { markSent } from './decide-transfer.ts';
import {
  deriveRows,
  type FileToAdd,
  insertFiles,
  insertTransfer,
  listColumns,
  update,
} from './prepare-transfer.ts';
import { numberOf } from './stored-transfer.ts';
import type { ReadList } from './transfer-list.ts';
import { findLink, findOpenLink, type OpenLink } from './upload-links.ts';

export interface Upload {
  readonly month: string;
  readonly isEmpty: boolean;
  readonly contact: string;
  readonly note: string;
  readonly files: readonly FileToAdd[];
  readonly list: (ReadList & { readonly name: string; readonly sha256: string }) | null;
  readonly scan: { readonly name: string; readonly sha256: string } | null;
  /** Of everything that came, list and scan too. */
  readonly bytes: number;
}

/** What the sender may see again of what was sent, and nothing else. */
export interface UploadReceipt {
  readonly id: string;
  readonly agencyName: string;
  readonly month: string;
  readonly isEmpty: boolean;
  readonly sentAt: string;
  readonly files: readonly string[];
  readonly state: TransferState;
  readonly number: string | null;
  readonly decidedAt: string | null;
  readonly returnReasons: string;
}

/** Stored whole or not at all; returns the receipt's id. Throws `transfers.link-closed` or `transfers.link-full`. */
export function acceptUpload(desk: Desk, token: string, upload: Upload): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const link = await findOpenLink(inside, token);
    const came = upload.files.length + (upload.list === null ? 0 : 1) + (upload.scan === null ? 0 : 1);
    refuseBeyond(link, came, upload.bytes);
    const { month, isEmpty, contact, note } = upload;
    const actor = senderOf(link.name, link.agency_id);
    const arrival = { source: 'link' as const, linkId: link.id };
    const input = { agencyId: link.agency_id, month, isEmpty, contact, note };
    const id = await insertTransfer(inside, input, actor, arrival);
    await insertFiles(inside, { id, revision: 1 }, upload.files, actor.name);
    await update(inside, { id }, papersOf(upload));
    const row = await inside.db
      .selectFrom('transfers')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await markSent(inside, row, actor, '');
    await inside.db
      .updateTable('upload_links')
      .set((table) => ({
        used_files: table('used_files', '+', came),
        used_bytes: table('used_bytes', '+', upload.bytes),
        last_used_at: instant(inside),
      }))
      .where('id', '=', link.id)
      .execute();
    return id;
  });
}

/** Throws `transfers.link-full` where this many files of this size go beyond what the link still takes. */
export function refuseBeyond(link: OpenLink, files: number, bytes: number): void {
  const left = { files: link.max_files - link.used_files, bytes: link.max_bytes - link.used_bytes };
  if (files <= left.files && bytes <= left.bytes) return;
  throw new AppError('transfers.link-full', { files: left.files, size: describeBytes(left.bytes) });
}

/** Who the drafts are from: nobody with an account. */
export function senderOf(agencyName: string, agencyId: string): Actor {
  return { accountId: '', name: `${agencyName}（移送）`, roles: ['contributor'], agencyId };
}

/** Without a list of its own the batch gets one made from its files, so that there is one to stamp and compare. */
function papersOf({ list, scan, isEmpty, files }: Upload) {
  const rows = isEmpty && files.length === 0 ? [] : deriveRows(files);
  return {
    ...(list === null ? { rows_json: JSON.stringify(rows) } : listColumns(list)),
    ...(scan === null ? {} : { scan_name: scan.name, scan_sha256: scan.sha256 }),
  };
}

/** The receipt of what came through this very link; null for anything else. */
export async function loadReceipt(desk: Desk, token: string, id: string): Promise<UploadReceipt | null> {
  const link = await findLink(desk, token);
  if (link === null) return null;
  const row = await desk.db
    .selectFrom('transfers')
    .selectAll()
    .where('id', '=', id)
    .where('link_id', '=', link.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const files = await desk.db
    .selectFrom('transfer_files')
    .select('name')
    .where('transfer_id', '=', id)
    .orderBy('id')
    .execute();
  return {
    id,
    agencyName: link.name,
    month: row.month,
    isEmpty: row.is_empty === 1,
    sentAt: row.sent_at ?? row.created_at,
    files: files.map(({ name }) => name),
    state: row.state,
    number: numberOf(row),
    decidedAt: row.decided_at,
    returnReasons: row.state === 'returned' ? row.return_reasons : '',
  };
}
