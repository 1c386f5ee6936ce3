// Routes of findings: what was found in a record, checking anew, answering, what waits, and the review sheet.
import {
  answerFindingsSchema,
  checkRequestSchema,
  recordFindingsSchema,
  reviewSheetSchema,
  sheetQuerySchema,
  waitingListQuerySchema,
  waitingListSchema,
} from '#shared/protocol/lint-api.ts';
import { defineRoute, type Route } from '../route.ts';

export const findingRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/findings',
    access: 'records.read',
    summary: 'Records whose newest version has unanswered findings',
    query: waitingListQuerySchema,
    answer: waitingListSchema,
    handle: (call, { query }) => call.services.lint.waiting(query, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/records/:id/findings',
    access: 'records.read',
    summary: 'What was found in the newest version of a record, with the answers',
    answer: recordFindingsSchema,
    handle: (call) => call.services.lint.findings(call.params.id ?? ''),
  }),
  defineRoute({
    method: 'post',
    path: '/api/records/:id/findings/check',
    access: 'findings.answer',
    summary: 'Check the newest version anew; with `links`, ask the sites it links to',
    body: checkRequestSchema,
    answer: recordFindingsSchema,
    handle: (call, { body }) => call.services.lint.check(call.params.id ?? '', body),
  }),
  defineRoute({
    method: 'post',
    path: '/api/records/:id/findings/answer',
    access: 'findings.answer',
    summary: 'Answer findings: false alarm, intended with a reason, mended, or take an answer back',
    maxBodyBytes: 128 * 1024,
    body: answerFindingsSchema,
    answer: recordFindingsSchema,
    handle: (call, { body }) => call.services.lint.answer(call.params.id ?? '', body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/records/:id/sheet',
    access: 'records.read',
    summary: 'The review sheet of a version, filled in',
    query: sheetQuerySchema,
    answer: reviewSheetSchema,
    handle: (call, { query }) => call.services.lint.sheet(call.params.id ?? '', query.version ?? null),
  }),
];
