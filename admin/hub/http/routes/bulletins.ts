// Routes of bulletins, the rules agencies are scored by, and matter coverage.
import {
  bulletinChangeSchema,
  bulletinInputSchema,
  bulletinListSchema,
  bulletinSchema,
  coverageQuerySchema,
  coverageSchema,
  coveredMattersSchema,
  factListSchema,
  factsQuerySchema,
  reportFileQuerySchema,
  revisionSchema,
  storedRulesSchema,
} from '#shared/protocol/bulletins-api.ts';
import { scoreRulesSchema } from '#shared/reports/score.ts';
import { bulletinHtml, bulletinSheets } from '../../reports/bulletins/bulletin-paper.ts';
import { paperResponse } from '../../reports/print/paper.ts';
import { workbookFile } from '../../reports/report-file.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';

const idOf = (call: StaffCall) => call.params.id ?? '';
const bulletinsOf = (call: StaffCall) => call.services.reports.bulletins;

export const bulletinRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/score-rules',
    access: 'ledgers.read',
    summary: 'The rules agencies are scored by',
    answer: storedRulesSchema,
    handle: (call) => bulletinsOf(call).rules(),
  }),
  defineRoute({
    method: 'put',
    path: '/api/score-rules',
    access: 'reports.write',
    summary: 'Change the rules; bulletins that are final keep theirs',
    body: scoreRulesSchema,
    answer: storedRulesSchema,
    handle: (call, { body }) => bulletinsOf(call).saveRules(body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/bulletins',
    access: 'ledgers.read',
    summary: 'Bulletins, newest period first',
    answer: bulletinListSchema,
    handle: (call) => bulletinsOf(call).list(),
  }),
  defineRoute({
    method: 'post',
    path: '/api/bulletins',
    access: 'reports.write',
    summary: 'Draft a bulletin of a month or quarter',
    status: 201,
    body: bulletinInputSchema,
    answer: bulletinSchema,
    handle: async (call, { body }) => shown(await bulletinsOf(call).create(body.period, call.actor)),
  }),
  defineRoute({
    method: 'get',
    path: '/api/bulletins/:id',
    access: 'ledgers.read',
    summary: 'A bulletin with its figures',
    answer: bulletinSchema,
    handle: async (call) => shown(await bulletinsOf(call).load(idOf(call))),
  }),
  defineRoute({
    method: 'get',
    path: '/api/bulletins/:id/facts',
    access: 'ledgers.read',
    summary: 'What is behind one number of one agency',
    query: factsQuerySchema,
    answer: factListSchema,
    handle: (call, { query }) => bulletinsOf(call).facts(idOf(call), query),
  }),
  defineRoute({
    method: 'put',
    path: '/api/bulletins/:id',
    access: 'reports.write',
    summary: 'Change the words of a draft',
    maxBodyBytes: 128 * 1024,
    body: bulletinChangeSchema,
    answer: bulletinSchema,
    handle: async (call, { body }) => shown(await bulletinsOf(call).change(idOf(call), body, call.actor)),
  }),
  defineRoute({
    method: 'post',
    path: '/api/bulletins/:id/finalise',
    access: 'reports.write',
    summary: 'Freeze words, figures and rules',
    body: revisionSchema,
    answer: bulletinSchema,
    handle: async (call, { body }) =>
      shown(await bulletinsOf(call).finalise(idOf(call), body.revision, call.actor)),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/bulletins/:id',
    access: 'reports.write',
    summary: 'Throw a draft away',
    async handle(call) {
      await bulletinsOf(call).remove(idOf(call), call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/bulletins/:id/file',
    access: 'ledgers.read',
    summary: 'A bulletin to print, or its annex as .xlsx',
    produces: 'binary',
    query: reportFileQuerySchema,
    async handle(call, { query }) {
      const bulletin = await bulletinsOf(call).load(idOf(call));
      const { title } = bulletin;
      if (query.format === 'html') {
        return paperResponse({ title, language: 'zh-CN', isWide: false }, [bulletinHtml(bulletin)]);
      }
      return workbookFile(bulletinSheets(bulletin), { name: title, nowMs: call.services.now() });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/coverage',
    access: 'ledgers.read',
    summary: 'How many matters should be public and how many are, by agency and field',
    answer: coverageSchema,
    handle: (call) => call.services.reports.coverage.matrix(call.actor.agencyId),
  }),
  defineRoute({
    method: 'get',
    path: '/api/coverage/matters',
    access: 'ledgers.read',
    summary: 'The matters of an agency and field, missing ones first',
    query: coverageQuerySchema,
    answer: coveredMattersSchema,
    handle: (call, { query }) =>
      call.services.reports.coverage.matters({
        agencyId: call.actor.agencyId ?? query.agencyId ?? null,
        fieldId: query.fieldId ?? null,
      }),
  }),
];

/** The facts themselves are asked for one number at a time. */
function shown<Figures extends { facts: unknown }, B extends { figures: Figures }>(bulletin: B) {
  const { facts: _facts, ...figures } = bulletin.figures;
  return { ...bulletin, figures };
}
