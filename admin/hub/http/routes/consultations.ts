// Routes of consultations, objections and hearings.
import {
  consultationChangeSchema,
  consultationDetailSchema,
  consultationEndSchema,
  consultationInputSchema,
  consultationListSchema,
  consultationQuerySchema,
  consultationTermAnswerSchema,
  consultationTermSchema,
  participantsSchema,
  replyListSchema,
  replyQuerySchema,
  replySortSchema,
  resultDraftSchema,
  signUpFileSchema,
} from '#shared/protocol/consultations-api.ts';
import { tableFile } from '../../reports/report-file.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

const idOf = (call: Call) => (call.params.id ?? '').slice(0, 60);
const caseIdOf = (call: Call) => (call.params.caseId ?? '').slice(0, 60);

export const consultationRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/consultations',
    access: 'cases.read',
    summary: 'Consultations, objections and hearings, those that are open first',
    query: consultationQuerySchema,
    answer: consultationListSchema,
    handle: (call, { query }) => call.services.consultations.list(query, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/consultations',
    access: 'consultations.write',
    summary: 'Ask about a notice, or draft the notice that puts out a document',
    status: 201,
    body: consultationInputSchema,
    answer: consultationDetailSchema,
    handle: (call, { body }) => call.services.consultations.open(body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/consultations/term',
    access: 'consultations.write',
    summary: 'The last day of so many days, calendar or working',
    body: consultationTermSchema,
    answer: consultationTermAnswerSchema,
    handle: (call, { body }) => call.services.consultations.term(body),
  }),
  defineRoute({
    method: 'get',
    path: '/api/consultations/:id',
    access: 'cases.read',
    summary: 'One consultation with its counts, results and history',
    answer: consultationDetailSchema,
    handle: (call) => call.services.consultations.detail(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/consultations/:id',
    access: 'consultations.write',
    summary: 'Change what is asked, as a new version of the notice',
    body: consultationChangeSchema,
    answer: consultationDetailSchema,
    handle: (call, { body }) => call.services.consultations.change(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/consultations/:id/end',
    access: 'consultations.write',
    summary: 'Extend it or end it earlier, with the reason on record',
    body: consultationEndSchema,
    answer: consultationDetailSchema,
    handle: (call, { body }) => call.services.consultations.moveEnd(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/consultations/:id/replies',
    access: 'cases.read',
    summary: 'What people answered, names masked unless opened by who may',
    query: replyQuerySchema,
    answer: replyListSchema,
    handle: (call, { query }) => call.services.consultations.replies(idOf(call), query, call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/consultations/:id/replies/:caseId',
    access: 'consultations.write',
    summary: 'Sort one reply: taken up, partly, or not and why',
    body: replySortSchema,
    answer: consultationDetailSchema,
    handle: (call, { body }) =>
      call.services.consultations.sort(idOf(call), caseIdOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/consultations/:id/participants',
    access: 'consultations.write',
    summary: 'Choose who takes part in a hearing',
    body: participantsSchema,
    maxBodyBytes: 1024 * 1024,
    answer: consultationDetailSchema,
    handle: (call, { body }) => call.services.consultations.choose(idOf(call), body.caseIds, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/consultations/:id/sign-ups',
    access: 'cases.handle',
    summary: 'The list of sign-ups to print or as a spreadsheet; on record',
    query: signUpFileSchema,
    produces: 'binary',
    handle: async (call, { query }) => {
      const table = await call.services.consultations.signUps(idOf(call), call.actor);
      const nowMs = call.services.now();
      return tableFile(table, { format: query.format, language: 'zh-CN', nowMs, name: table.title });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/consultations/:id/summary',
    access: 'consultations.write',
    summary: 'Draft what is published back from the sorting',
    status: 201,
    answer: resultDraftSchema,
    handle: (call) => call.services.consultations.draftSummary(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/consultations/:id/participants-notice',
    access: 'consultations.write',
    summary: 'Draft the notice of how many take part in a hearing',
    status: 201,
    answer: resultDraftSchema,
    handle: (call) => call.services.consultations.draftParticipants(idOf(call), call.actor),
  }),
];
