// Routes of records: list, read, write, approve, withdraw, and the sanitised body for the live preview.
import type { Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import {
  bulkAnswerSchema,
  recordDetailSchema,
  recordIdsSchema,
  recordInputSchema,
  recordListQuerySchema,
  recordListSchema,
  recordUpdateSchema,
  sanitisedSchema,
  sanitiseSchema,
} from '#shared/protocol/hub-api.ts';
import type { BulkResult } from '../hub-services.ts';
import { defineRoute, type Route } from '../route.ts';

/** A body of eight million characters, most of them three bytes, and the JSON around it. */
const maxRecordBytes = 32 * 1024 * 1024;
const maxIdListBytes = 512 * 1024;

export const recordRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/records',
    access: 'records.read',
    summary: 'Records by filter, a page at a time',
    query: recordListQuerySchema,
    answer: recordListSchema,
    handle: (call, { query }) => call.services.records.list(query),
  }),
  defineRoute({
    method: 'post',
    path: '/api/records',
    access: 'records.write',
    summary: 'Create a draft',
    status: 201,
    maxBodyBytes: maxRecordBytes,
    body: recordInputSchema,
    answer: recordDetailSchema,
    handle: (call, { body }) => call.services.records.create(body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/records/approve',
    access: 'records.approve',
    summary: 'Approve the newest version of records',
    maxBodyBytes: maxIdListBytes,
    body: recordIdsSchema,
    answer: bulkAnswerSchema,
    async handle(call, { body }) {
      return viewBulk(await call.services.records.approve(body.ids, call.actor), call.language);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/records/withdraw',
    access: 'records.withdraw',
    summary: 'Withdraw records; the next release no longer carries them',
    maxBodyBytes: maxIdListBytes,
    body: recordIdsSchema,
    answer: bulkAnswerSchema,
    async handle(call, { body }) {
      return viewBulk(await call.services.records.withdraw(body.ids, call.actor), call.language);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/records/sanitise',
    access: 'records.write',
    summary: 'A body as it will be shown',
    maxBodyBytes: maxRecordBytes,
    body: sanitiseSchema,
    answer: sanitisedSchema,
    handle: async (call, { body }) => call.services.records.sanitise(body.html),
  }),
  defineRoute({
    method: 'get',
    path: '/api/records/:id',
    access: 'records.read',
    summary: 'One record with its versions',
    answer: recordDetailSchema,
    handle: (call) => call.services.records.detail(call.params.id ?? ''),
  }),
  defineRoute({
    method: 'put',
    path: '/api/records/:id',
    access: 'records.write',
    summary: 'Store a new version; `store.conflict` (409) when somebody else did meanwhile',
    maxBodyBytes: maxRecordBytes,
    body: recordUpdateSchema,
    answer: recordDetailSchema,
    handle: (call, { body }) => {
      const { baseVersion, ...input } = body;
      return call.services.records.update(call.params.id ?? '', input, baseVersion, call.actor);
    },
  }),
];

export function viewBulk({ done, skipped }: BulkResult, language: Language) {
  const view = skipped.map(({ id, code, details }) => ({
    id,
    code,
    message: describeError(code, details, language),
  }));
  return { done, skipped: view };
}
