// Routes of a case's papers: the texts as the case fills them, making one, and reading it to print or as a Word file.
import * as z from 'zod';
import {
  casePaperDraftSchema,
  casePaperKinds,
  casePaperMadeSchema,
  casePaperMakeSchema,
} from '#shared/protocol/case-desk-api.ts';
import { printPolicy } from '../content-security-policy.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';
import { downloadHeaders } from '../static/download-headers.ts';
import { binary } from './cases.ts';

const idOf = (call: StaffCall) => (call.params.id ?? '').slice(0, 60);
/** All fields of a paper at their longest. */
const maxPaperBytes = 256 * 1024;

export const casePaperRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/cases/:id/papers/draft',
    access: 'cases.handle',
    summary: 'The texts of a paper as the case fills them',
    query: z.object({ kind: z.enum(casePaperKinds) }),
    answer: casePaperDraftSchema,
    handle: (call, { query }) => call.services.casePapers.draft(idOf(call), query.kind, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/cases/:id/papers',
    access: 'cases.handle',
    summary: 'Make a paper with what was changed of its texts',
    status: 201,
    maxBodyBytes: maxPaperBytes,
    body: casePaperMakeSchema,
    answer: casePaperMadeSchema,
    handle: (call, { body }) => call.services.casePapers.make(idOf(call), body.kind, body.edits, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/cases/:id/papers/:paperId',
    access: 'cases.handle',
    summary: 'A paper to print (`as=html`) or as a Word file (`as=docx`); reading it is put on record',
    produces: 'binary',
    query: z.object({ as: z.enum(['html', 'docx']).default('html') }),
    async handle(call, { query }) {
      const paperId = (call.params.paperId ?? '').slice(0, 60);
      const read = await call.services.casePapers.read(idOf(call), paperId, query.as, call.actor);
      if (query.as === 'docx') return binary(read.bytes, downloadHeaders(read.name));
      return binary(read.bytes, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': printPolicy,
      });
    },
  }),
];
