// Routes of the terminals: enrolment, reports, and the list for staff.
import {
  enrolledSchema,
  enrolSchema,
  terminalListSchema,
  terminalReportSchema,
} from '#shared/protocol/terminal-api.ts';
import { defineRoute, type Route } from '../route.ts';

export const terminalRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/terminals',
    access: 'public',
    summary: 'Enrol a terminal; the token is told once',
    status: 201,
    maxBodyBytes: 4096,
    body: enrolSchema,
    answer: enrolledSchema,
    async handle(call, { body }) {
      call.limits.enrol.take(call.address);
      return call.fleet.enrol(body);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/terminals/:id/report',
    access: 'terminal',
    summary: 'What a terminal shows and how it is doing',
    maxBodyBytes: 8192,
    body: terminalReportSchema,
    async handle(call, { body }) {
      const id = (call.params.id ?? '').slice(0, 60);
      call.limits.report.take(`${call.address} ${id}`);
      await call.fleet.report(id, call.request.headers.get('authorization'), body);
      return undefined;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/terminals',
    access: 'terminals.read',
    summary: 'Terminals with their last report',
    answer: terminalListSchema,
    handle: (call) => call.fleet.list(call.language),
  }),
];
