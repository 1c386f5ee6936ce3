// Reads a file of a transfer through the importer: what is in it for the check, and its drafts when it is received.
import { stat } from 'node:fs/promises';
import { AppError, type PlainError, toPlainError } from '#shared/errors/app-error.ts';
import { type TransferItem, transferLimits } from '#shared/protocol/transfers-api.ts';
import type { Desk } from '../editorial/desk.ts';
import { type PreparedDraft, prepareDraft } from '../editorial/import/draft-content.ts';
import type { RecordDraft } from '../ingest/draft.ts';
import { ingestFile } from '../ingest/ingest-file.ts';

/** A draft of the batch, ready for the store, and the file it stands in. */
export interface PreparedItem {
  readonly file: string;
  readonly row: number;
  readonly prepared: PreparedDraft;
  readonly item: TransferItem;
}

export interface ReadTransferFile {
  readonly items: readonly TransferItem[];
  readonly problem: PlainError | null;
}

interface StoredFile {
  readonly name: string;
  readonly sha256: string;
}

/** What a file holds. One that cannot be read, even in part, is kept whole and becomes no draft. */
export async function readTransferFile(
  desk: Desk,
  file: StoredFile,
  agencyName: string,
  today: string,
): Promise<ReadTransferFile> {
  try {
    const items: TransferItem[] = [];
    for await (const { draft } of drafts(desk, file, agencyName, today)) {
      items.push(itemOf(draft));
      if (items.length > transferLimits.rows) {
        throw new AppError('transfers.too-many-rows', { limit: transferLimits.rows });
      }
    }
    if (items.length === 0) throw new AppError('ingest.no-rows');
    return { items, problem: null };
  } catch (error) {
    return { items: [], problem: toPlainError(error) };
  }
}

/** The drafts of a file under the agency that transfers it, whatever agency the file names; attachments are stored. */
export async function prepareTransferFile(
  desk: Desk,
  file: StoredFile,
  agencyName: string,
  today: string,
): Promise<PreparedItem[]> {
  const prepared: PreparedItem[] = [];
  for await (const { row, draft } of drafts(desk, file, agencyName, today)) {
    const own = await prepareDraft({ ...draft, agencyName }, desk.attachments.put);
    // The bytes are stored; a batch held in memory need not hold them as well.
    const light = { ...own, draft: { ...own.draft, attachments: [] } };
    prepared.push({ file: file.name, row, prepared: light, item: itemOf(draft) });
  }
  return prepared;
}

async function* drafts(desk: Desk, { name, sha256 }: StoredFile, agencyName: string, today: string) {
  const path = desk.attachments.pathOf(sha256);
  const { size } = await stat(path);
  const options = { as: null, agencyName, today };
  for await (const file of ingestFile({ name, bytes: size, path }, options)) {
    for await (const event of file.events) {
      if (event.type === 'accepted') yield { row: event.row, draft: event.draft };
      else if (event.type === 'table') throw new AppError('transfers.register-table');
      else if (event.type === 'rejected') throw refusal(event.problems[0]);
    }
  }
}

function refusal(
  problem: { readonly code: AppError['code']; readonly details: AppError['details'] } | undefined,
) {
  return new AppError(problem?.code ?? 'ingest.unreadable', problem?.details ?? {});
}

function itemOf(draft: RecordDraft): TransferItem {
  return {
    title: draft.title,
    docNo: draft.docNo ?? '',
    indexNo: draft.indexNo ?? '',
    date: draft.date ?? '',
    agency: draft.agencyName ?? '',
    matter: draft.treePath.at(-1) ?? '',
  };
}
