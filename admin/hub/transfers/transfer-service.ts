// Transfers as the hub's HTTP side works with them.

import { AppError } from '#shared/errors/app-error.ts';
import type {
  Transfer,
  TransferChange,
  TransferInput,
  TransferList,
  TransferListQuery,
  TransferOrigin,
  TransferRecall,
  TransferWaiting,
  TransferYear,
  UploadLink,
  UploadLinkInput,
} from '#shared/protocol/transfers-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import type { Desk } from '../editorial/desk.ts';
import { noteAttachments } from '../editorial/import/row-writer.ts';
import type { Actor } from '../http/actor.ts';
import { attachmentMediaType } from '../http/static/media-types.ts';
import { acceptUpload, loadReceipt, refuseBeyond, type Upload, type UploadReceipt } from './accept-upload.ts';
import { receiveTransfer, returnTransfer, sendTransfer } from './decide-transfer.ts';
import { loadDueMatters } from './due-matters.ts';
import { listTransfers, loadFiles, loadTransfer } from './load-transfer.ts';
import {
  addFiles,
  changeTransfer,
  deriveRows,
  type FileToAdd,
  findAgency,
  openTransfer,
  putList,
  putScan,
  removeFile,
  removeTransfer,
} from './prepare-transfer.ts';
import { readTransferFile } from './read-transfer-file.ts';
import { parseItems } from './stored-transfer.ts';
import { type ReadList, readTransferList } from './transfer-list.ts';
import { findTransfer } from './transfer-scope.ts';
import { loadOrigin, loadTransferWaiting, loadTransferYear } from './transfer-summary.ts';
import {
  findOpenLink,
  listUploadLinks,
  type MadeLink,
  makeUploadLink,
  revokeUploadLink,
} from './upload-links.ts';
import { withdrawTransferred } from './withdraw-transfer.ts';

/** A file that has arrived on the hub's disk. */
export interface ArrivedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Files of a batch by the part they play. */
export interface ArrivedPapers {
  readonly files: readonly ArrivedFile[];
  readonly list: ArrivedFile | null;
  readonly scan: ArrivedFile | null;
}

/** What an agency is told of its link before it sends. */
export interface LinkView {
  readonly agencyName: string;
  readonly label: string;
  readonly expiresAt: string;
  readonly filesLeft: number;
  readonly bytesLeft: number;
}

/** Every act checks scope and state itself and puts itself on record. */
export interface TransferService {
  list(query: TransferListQuery, actor: Actor): Promise<TransferList>;
  year(year: number, actor: Actor): Promise<TransferYear>;
  waiting(actor: Actor): Promise<TransferWaiting>;
  origin(recordId: string, actor: Actor): Promise<TransferOrigin['origin']>;
  detail(id: string, actor: Actor): Promise<Transfer>;
  open(input: TransferInput, actor: Actor): Promise<Transfer>;
  change(id: string, change: TransferChange, actor: Actor): Promise<Transfer>;
  addPapers(id: string, papers: ArrivedPapers, actor: Actor): Promise<Transfer>;
  removeFile(id: string, fileId: string, actor: Actor): Promise<Transfer>;
  /** Makes the list from the files. */
  deriveList(id: string, actor: Actor): Promise<Transfer>;
  remove(id: string, actor: Actor): Promise<void>;
  send(id: string, request: { revision: number; explanation: string }, actor: Actor): Promise<Transfer>;
  receive(
    id: string,
    request: { revision: number; summary: string; explanation: string },
    actor: Actor,
  ): Promise<Transfer>;
  sendBack(id: string, request: { revision: number; reasons: string }, actor: Actor): Promise<Transfer>;
  withdraw(id: string, recall: TransferRecall, letter: ArrivedFile, actor: Actor): Promise<Transfer>;
  links(actor: Actor): Promise<readonly UploadLink[]>;
  makeLink(input: UploadLinkInput, actor: Actor): Promise<MadeLink>;
  revokeLink(id: string, actor: Actor): Promise<void>;
  /** Throws `transfers.link-closed`. */
  linkOf(token: string): Promise<LinkView>;
  upload(
    token: string,
    said: Pick<Upload, 'month' | 'isEmpty' | 'contact' | 'note'>,
    papers: ArrivedPapers,
  ): Promise<string>;
  receipt(token: string, id: string): Promise<UploadReceipt | null>;
}

export function createTransferService(desk: Desk): TransferService {
  const due = loadDueMatters;
  const detail = async (id: string, actor: Actor) =>
    loadTransfer(desk.db, await findTransfer(desk, id, actor), actor, due);
  /** Does it, and answers with the batch as it then is. */
  const then = async (id: string, actor: Actor, act: Promise<void>) => {
    await act;
    return detail(id, actor);
  };
  return {
    list: (query, actor) => listTransfers(desk.db, query, actor),
    year: (year, actor) => loadTransferYear(desk, year, actor),
    waiting: (actor) => loadTransferWaiting(desk, actor),
    origin: (recordId, actor) => loadOrigin(desk.db, recordId, actor),
    detail,
    open: async (input, actor) =>
      detail(await openTransfer(desk, input, actor, { source: 'desk', linkId: null }), actor),
    change: (id, change, actor) => then(id, actor, changeTransfer(desk, id, change, actor)),
    addPapers: (id, papers, actor) => then(id, actor, addPapers(desk, id, papers, actor)),
    removeFile: (id, fileId, actor) => then(id, actor, removeFile(desk, id, fileId, actor)),
    deriveList: (id, actor) => then(id, actor, deriveList(desk, id, actor)),
    remove: (id, actor) => removeTransfer(desk, id, actor),
    send: (id, request, actor) => then(id, actor, sendTransfer(desk, id, request, actor, due)),
    receive: (id, request, actor) => then(id, actor, receiveTransfer(desk, id, request, actor, due)),
    sendBack: (id, request, actor) => then(id, actor, returnTransfer(desk, id, request, actor)),
    withdraw: async (id, recall, letter, actor) => {
      await keepFile(desk, letter);
      return then(id, actor, withdrawTransferred(desk, id, recall, letter, actor));
    },
    links: (actor) => listUploadLinks(desk, actor),
    makeLink: (input, actor) => makeUploadLink(desk, input, actor),
    revokeLink: (id, actor) => revokeUploadLink(desk, id, actor),
    linkOf: async (token) => {
      const link = await findOpenLink(desk, token);
      return {
        agencyName: link.name,
        label: link.label,
        expiresAt: link.expires_at,
        filesLeft: Math.max(0, link.max_files - link.used_files),
        bytesLeft: Math.max(0, link.max_bytes - link.used_bytes),
      };
    },
    upload: (token, said, papers) => upload(desk, token, said, papers),
    receipt: (token, id) => loadReceipt(desk, token, id),
  };
}

/** The bytes are in place before any row names them. */
export async function keepFile(desk: Desk, file: ArrivedFile): Promise<void> {
  const mediaType = attachmentMediaType(file.name);
  await desk.attachments.adopt(file.path, file.sha256);
  await noteAttachments(desk, [{ sha256: file.sha256, name: file.name, mediaType, bytes: file.bytes }]);
}

/** Keeps a file and reads what is in it. */
export async function keepAndRead(desk: Desk, file: ArrivedFile, agencyName: string): Promise<FileToAdd> {
  await keepFile(desk, file);
  const { name, sha256, bytes } = file;
  return { name, sha256, bytes, ...(await readTransferFile(desk, file, agencyName, chinaDay(desk.now()))) };
}

/** A list is read where it arrived, so that one that says nothing is refused before it is kept. */
export async function keepAndReadList(
  desk: Desk,
  file: ArrivedFile,
): Promise<ReadList & { readonly name: string; readonly sha256: string }> {
  const list = await readTransferList(file.path, file.name, chinaDay(desk.now()));
  await keepFile(desk, file);
  return { ...list, name: file.name, sha256: file.sha256 };
}

async function addPapers(desk: Desk, id: string, papers: ArrivedPapers, actor: Actor): Promise<void> {
  const row = await findTransfer(desk, id, actor);
  const agency = await findAgency(desk, row.agency_id);
  if (papers.list !== null) await putList(desk, id, await keepAndReadList(desk, papers.list), actor);
  if (papers.scan !== null) {
    await keepFile(desk, papers.scan);
    await putScan(desk, id, papers.scan, actor);
  }
  if (papers.files.length === 0) return;
  const read: FileToAdd[] = [];
  for (const file of papers.files) read.push(await keepAndRead(desk, file, agency.name));
  await addFiles(desk, id, read, actor);
}

async function deriveList(desk: Desk, id: string, actor: Actor): Promise<void> {
  const row = await findTransfer(desk, id, actor);
  const files = await loadFiles(desk.db, id);
  const rows = deriveRows(files.map((file) => ({ name: file.name, items: parseItems(file.items_json) })));
  const { month, is_empty, contact, note, revision } = row;
  await changeTransfer(desk, id, { month, isEmpty: is_empty === 1, contact, note, revision, rows }, actor);
}

async function upload(
  desk: Desk,
  token: string,
  said: Pick<Upload, 'month' | 'isEmpty' | 'contact' | 'note'>,
  { files, list, scan }: ArrivedPapers,
): Promise<string> {
  const link = await findOpenLink(desk, token);
  if (files.length === 0 && !said.isEmpty) throw new AppError('transfers.link-incomplete');
  const bytes = [...files, list, scan].reduce((sum, file) => sum + (file?.bytes ?? 0), 0);
  // Before anything is read; the transaction that counts it asks again.
  refuseBeyond(link, files.length, bytes);
  const readList = list === null ? null : await keepAndReadList(desk, list);
  if (scan !== null) await keepFile(desk, scan);
  const read: FileToAdd[] = [];
  for (const file of files) read.push(await keepAndRead(desk, file, link.name));
  return acceptUpload(desk, token, { ...said, files: read, list: readList, scan, bytes });
}
