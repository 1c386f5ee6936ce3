// Routes of the statutory annual reports.
import {
  annualChangeSchema,
  annualInputSchema,
  annualListSchema,
  annualPageAnswerSchema,
  annualPageSchema,
  annualReportSchema,
} from '#shared/protocol/annual-api.ts';
import { reportFileQuerySchema, revisionSchema } from '#shared/protocol/bulletins-api.ts';
import { annualHtml, annualSheets } from '../../reports/annual/annual-paper.ts';
import { paperResponse } from '../../reports/print/paper.ts';
import { workbookFile } from '../../reports/report-file.ts';
import { refuse } from '../problem.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';

const idOf = (call: StaffCall) => call.params.id ?? '';
const annualOf = (call: StaffCall) => call.services.reports.annual;

export const annualReportRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/annual-reports',
    access: 'ledgers.read',
    summary: 'Annual reports, newest year first',
    answer: annualListSchema,
    handle: (call) => annualOf(call).list(call.actor.agencyId),
  }),
  defineRoute({
    method: 'post',
    path: '/api/annual-reports',
    access: 'reports.write',
    summary: 'Begin the report of a year, of an agency or of the government',
    status: 201,
    body: annualInputSchema,
    answer: annualReportSchema,
    handle: (call, { body }) => annualOf(call).create(body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/annual-reports/:id',
    access: 'ledgers.read',
    summary: 'A report with the year before',
    answer: annualReportSchema,
    handle: (call) => loadOwn(call),
  }),
  defineRoute({
    method: 'put',
    path: '/api/annual-reports/:id',
    access: 'reports.write',
    summary: 'Change words and figures of a draft',
    maxBodyBytes: 512 * 1024,
    body: annualChangeSchema,
    answer: annualReportSchema,
    handle: (call, { body }) => annualOf(call).change(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/annual-reports/:id/finalise',
    access: 'reports.write',
    summary: 'Freeze a report whose figures add up',
    body: revisionSchema,
    answer: annualReportSchema,
    handle: (call, { body }) => annualOf(call).finalise(idOf(call), body.revision, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/annual-reports/:id/page',
    access: 'reports.write',
    summary: 'Make a draft page of a final report',
    status: 201,
    body: annualPageSchema,
    answer: annualPageAnswerSchema,
    handle: async (call, { body }) => ({
      recordId: await annualOf(call).makePage(idOf(call), body.agencyId, call.actor),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/annual-reports/:id/file',
    access: 'ledgers.read',
    summary: 'A report to print, or its tables as .xlsx',
    produces: 'binary',
    query: reportFileQuerySchema,
    async handle(call, { query }) {
      const report = await loadOwn(call);
      const { title } = report;
      if (query.format === 'html') {
        return paperResponse({ title, language: 'zh-CN', isWide: false }, [annualHtml(report)]);
      }
      return workbookFile(annualSheets(report), { name: title, nowMs: call.services.now() });
    },
  }),
];

/** Somebody bound to one agency reads its reports alone. */
async function loadOwn(call: StaffCall) {
  const report = await annualOf(call).load(idOf(call));
  const { agencyId } = call.actor;
  if (agencyId !== null && report.agencyId !== agencyId) refuse('not-found', { what: report.title });
  return report;
}
