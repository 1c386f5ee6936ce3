// Routes of what was shown when: what a terminal showed, what a release carried, and the audit trail handed out.
import {
  auditChainSchema,
  auditExportQuerySchema,
  releaseRecordsQuerySchema,
  releaseRecordsSchema,
  shownQuerySchema,
  terminalShownSchema,
} from '#shared/protocol/history-api.ts';
import { encoded, streamed } from '../../reports/print/paper.ts';
import { refuse } from '../problem.ts';
import { defineRoute, type Route } from '../route.ts';
import { downloadHeaders } from '../static/download-headers.ts';

export const historyRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/terminals/:id/shown',
    access: 'terminals.read',
    summary: 'Which release a terminal showed at an instant or on a day',
    query: shownQuerySchema,
    answer: terminalShownSchema,
    handle: (call, { query }) => call.services.reports.history.shown(call.params.id ?? '', query.at),
  }),
  defineRoute({
    method: 'get',
    path: '/api/releases/:version/records',
    access: 'release.read',
    summary: 'What a release carried, without rows of registers',
    query: releaseRecordsQuerySchema,
    answer: releaseRecordsSchema,
    handle(call, { query }) {
      const version = Number(call.params.version);
      if (!Number.isSafeInteger(version) || version < 1)
        refuse('not-found', { what: call.params.version ?? '' });
      return call.services.reports.history.records(version, query);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/audit/chain',
    access: 'audit.read',
    summary: 'Whether the chain of the audit trail is whole',
    answer: auditChainSchema,
    handle: (call) => call.services.reports.history.chain(),
  }),
  defineRoute({
    method: 'get',
    path: '/api/audit/export',
    access: 'audit.read',
    summary: 'The audit trail as JSON lines with digests; the first line says how to verify them',
    produces: 'binary',
    query: auditExportQuerySchema,
    async handle(call, { query }) {
      const range = { from: query.from ?? null, to: query.to ?? null };
      const lines = await call.services.reports.history.exportTrail(range, call.actor);
      const name = ['audit', query.from, query.to].filter((part) => part !== undefined).join('-');
      const headers = {
        ...downloadHeaders(`${name}.jsonl`),
        'content-type': 'application/jsonl; charset=utf-8',
      };
      return streamed(encoded(lines), headers);
    },
  }),
];
