// Routes of transfers: batches of agencies, their papers, what becomes of them, and who sent what.
import { rm } from 'node:fs/promises';
import {
  transferChangeSchema,
  transferInputSchema,
  transferListQuerySchema,
  transferListSchema,
  transferOriginSchema,
  transferRecallSchema,
  transferReceiveSchema,
  transferReturnSchema,
  transferSchema,
  transferSendSchema,
  transferSummaryQuerySchema,
  transferWaitingSchema,
  transferYearSchema,
} from '#shared/protocol/transfers-api.ts';
import type { ArrivedPapers } from '../../transfers/transfer-service.ts';
import {
  attachmentLimits,
  cleanFileName,
  importLimits,
  type ReceivedFile,
  type ReceivedForm,
  receiveForm,
  type UploadLimits,
} from '../multipart/receive-files.ts';
import { refuse } from '../problem.ts';
import { type Call, defineRoute, type Route } from '../route.ts';
import { downloadHeaders } from '../static/download-headers.ts';
import { sendFile } from '../static/send-file.ts';

/** A list of two thousand rows of long titles. */
const largestList = 4 * 1024 * 1024;

const idOf = (call: Call) => (call.params.id ?? '').slice(0, 60);

/** Receives a form into a folder of its own, which is gone again afterwards. */
async function withForm<T>(
  call: Call,
  limits: UploadLimits,
  use: (form: ReceivedForm) => Promise<T>,
): Promise<T> {
  call.limits.upload.take(call.address);
  const { folder } = call.imports.newFolder();
  try {
    return await use(await receiveForm(call.request, folder, limits));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Files by the field they came in: `list`, `scan`, and everything else. */
export function papersOf(files: readonly ReceivedFile[]): ArrivedPapers {
  return {
    files: files.filter(({ field }) => field !== 'list' && field !== 'scan'),
    list: files.find(({ field }) => field === 'list') ?? null,
    scan: files.find(({ field }) => field === 'scan') ?? null,
  };
}

const reading: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/transfers',
    access: 'transfers.read',
    summary: 'Transfers, newest first; somebody bound to an agency sees that agency’s',
    query: transferListQuerySchema,
    answer: transferListSchema,
    handle: (call, { query }) => call.services.transfers.list(query, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/transfers/summary',
    access: 'transfers.read',
    summary: 'Who transferred what in which month of a year',
    query: transferSummaryQuerySchema,
    answer: transferYearSchema,
    handle: (call, { query }) => call.services.transfers.year(query.year, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/transfers/waiting',
    access: 'transfers.read',
    summary: 'What of transfers waits for the asker',
    answer: transferWaitingSchema,
    handle: (call) => call.services.transfers.waiting(call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/transfers/origin/:id',
    access: 'transfers.read',
    summary: 'The batch a record came with',
    answer: transferOriginSchema,
    handle: async (call) => ({ origin: await call.services.transfers.origin(idOf(call), call.actor) }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/transfers/:id',
    access: 'transfers.read',
    summary: 'One batch with its list, its files and what the check finds',
    answer: transferSchema,
    handle: (call) => call.services.transfers.detail(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/transfers/:id/papers/:sha256',
    access: 'transfers.read',
    summary: 'The bytes of one paper of a batch: a file, the list, the scan or a letter',
    produces: 'binary',
    async handle(call) {
      const sha256 = call.params.sha256 ?? '';
      const batch = await call.services.transfers.detail(idOf(call), call.actor);
      const letters = batch.withdrawals.map(({ letter }) => letter);
      const papers = [...batch.fileList, batch.list, batch.scan, ...letters];
      const paper =
        papers.find((one) => one?.sha256 === sha256) ?? refuse('not-found', { what: sha256.slice(0, 64) });
      const name = cleanFileName(paper.name);
      return sendFile(call.request, {
        path: call.services.attachments.pathOf(paper.sha256),
        what: name,
        etag: `"${paper.sha256}"`,
        headers: { ...downloadHeaders(name), 'cache-control': 'private, no-store' },
      });
    },
  }),
];

const preparing: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/transfers',
    access: 'transfers.send',
    summary: 'Open a batch of an agency for a month',
    status: 201,
    body: transferInputSchema,
    answer: transferSchema,
    handle: (call, { body }) => call.services.transfers.open(body, call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/transfers/:id',
    access: 'transfers.send',
    summary: 'Change what a batch says and its list',
    maxBodyBytes: largestList,
    body: transferChangeSchema,
    answer: transferSchema,
    handle: (call, { body }) => call.services.transfers.change(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/transfers/:id',
    access: 'transfers.send',
    summary: 'Drop a batch that was never sent',
    async handle(call) {
      await call.services.transfers.remove(idOf(call), call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/transfers/:id/papers',
    access: 'transfers.send',
    summary: 'Add files (multipart fields `file`, `list` for the list, `scan` for its stamped scan)',
    consumes: 'multipart',
    answer: transferSchema,
    handle: (call) =>
      withForm(call, importLimits, ({ files }) => {
        if (files.length === 0) refuse('http.no-file');
        return call.services.transfers.addPapers(idOf(call), papersOf(files), call.actor);
      }),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/transfers/:id/files/:file',
    access: 'transfers.send',
    summary: 'Take a file out of a batch',
    answer: transferSchema,
    handle: (call) =>
      call.services.transfers.removeFile(idOf(call), (call.params.file ?? '').slice(0, 60), call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/transfers/:id/derive-list',
    access: 'transfers.send',
    summary: 'Make the list from what the files hold',
    answer: transferSchema,
    handle: (call) => call.services.transfers.deriveList(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/transfers/:id/send',
    access: 'transfers.send',
    summary: 'Hand a batch over',
    body: transferSendSchema,
    answer: transferSchema,
    handle: (call, { body }) => call.services.transfers.send(idOf(call), body, call.actor),
  }),
];

const deciding: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/transfers/:id/receive',
    access: 'transfers.receive',
    summary: 'Receive a batch: it gets its number, its items become drafts',
    body: transferReceiveSchema,
    answer: transferSchema,
    handle: (call, { body }) => call.services.transfers.receive(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/transfers/:id/return',
    access: 'transfers.receive',
    summary: 'Send a batch back with reasons',
    body: transferReturnSchema,
    answer: transferSchema,
    handle: (call, { body }) => call.services.transfers.sendBack(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/transfers/:id/withdrawals',
    access: 'transfers.receive',
    summary:
      'Withdraw what was transferred, on an official letter (multipart: `letterNo`, `reason`, `places`, file `letter`)',
    consumes: 'multipart',
    answer: transferSchema,
    handle: (call) =>
      withForm(call, attachmentLimits, ({ files, fields }) => {
        const [letter] = files;
        const parsed = transferRecallSchema.safeParse({ ...fields, places: placesOf(fields.places) });
        if (letter === undefined || (fields.letterNo ?? '').trim() === '') refuse('transfers.letter-missing');
        if (!parsed.success) refuse('bad-request', { reason: 'reason, places' });
        return call.services.transfers.withdraw(idOf(call), parsed.data, letter, call.actor);
      }),
  }),
];

function placesOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

export const transferRoutes: readonly Route[] = [...reading, ...preparing, ...deciding];
