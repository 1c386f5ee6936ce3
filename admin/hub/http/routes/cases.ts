// Routes of the handling desk: the ledger of cases, one case, its acts and its files.
import * as z from 'zod';
import {
  caseActCallSchema,
  caseDetailSchema,
  caseEnteredSchema,
  caseEntrySchema,
  caseHandlersSchema,
  caseListSchema,
  caseQuerySchema,
} from '#shared/protocol/case-desk-api.ts';
import { caseFileBounds } from '#shared/protocol/cases-api.ts';
import { receiveInMemory } from '../multipart/receive-in-memory.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';
import { downloadHeaders } from '../static/download-headers.ts';

const idOf = (call: StaffCall) => (call.params.id ?? '').slice(0, 60);
/** A reply of ten thousand characters and what goes with it. */
const maxActBytes = 256 * 1024;
const addedFileSchema = z.object({ id: z.string() });

export const caseRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/cases',
    access: 'cases.read',
    summary: 'The ledger of requests and opinions, names masked',
    query: caseQuerySchema,
    answer: caseListSchema,
    handle: (call, { query }) => call.services.caseHandling.list(query, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/cases/handlers',
    access: 'cases.read',
    summary: 'Whom a case of an agency can be given to',
    query: z.object({ agency: z.string().max(60).optional() }),
    answer: caseHandlersSchema,
    handle: async (call, { query }) => ({
      handlers: await call.services.caseHandling.handlers(query.agency ?? null, call.actor),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/entries',
    access: 'cases.handle',
    summary: 'Take down what was told or brought on paper (Art. 29)',
    status: 201,
    body: caseEntrySchema,
    answer: caseEnteredSchema,
    async handle(call, { body }) {
      const entered = await call.services.caseHandling.enter(body, call.actor);
      const { publicUrl } = call.services.settings;
      return publicUrl === '' ? entered : { ...entered, progressUrl: `${publicUrl}/m/progress` };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/cases/:id',
    access: 'cases.read',
    summary: 'One case; opening it with names is put on record',
    answer: caseDetailSchema,
    handle: (call) => call.services.caseHandling.detail(idOf(call), call.actor, call.language),
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/:id/acts',
    // Handling and deciding are rights of different people; which one an act asks for is checked with the act.
    access: 'cases.read',
    summary: 'Do something with a case; `store.conflict` when somebody was faster',
    maxBodyBytes: maxActBytes,
    body: caseActCallSchema,
    answer: caseDetailSchema,
    handle: (call, { body }) =>
      call.services.caseHandling.act(idOf(call), body.revision, body.act, call.actor, call.language),
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/:id/files',
    access: 'cases.handle',
    summary: 'A file of the office for a reply (multipart field `file`)',
    status: 201,
    consumes: 'multipart',
    answer: addedFileSchema,
    async handle(call) {
      call.limits.upload.take(call.address);
      const file = await receiveInMemory(call.request, caseFileBounds.bytes);
      return call.services.caseHandling.addFile(idOf(call), file, call.actor);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/cases/:id/files/:fileId',
    access: 'cases.handle',
    summary: 'A file of a case; reading it is put on record',
    produces: 'binary',
    async handle(call) {
      const fileId = (call.params.fileId ?? '').slice(0, 60);
      const { name, mediaType, bytes } = await call.services.caseHandling.file(
        idOf(call),
        fileId,
        call.actor,
      );
      return binary(bytes, { ...downloadHeaders(name), 'content-type': mediaType });
    },
  }),
];

/** An answer of bytes that nobody in between may keep. */
export function binary(bytes: Uint8Array, headers: Record<string, string>): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'cache-control': 'private, no-store', ...headers },
  });
}
