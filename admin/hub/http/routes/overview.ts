// Routes of the overview and of the audit trail.
import { auditListSchema, auditQuerySchema, overviewSchema } from '#shared/protocol/hub-api.ts';
import { defineRoute, type Route } from '../route.ts';

/** An approval of thousands of records names them all; the list shows how such an entry begins. */
const maxShownDetails = 2000;

export const overviewRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/overview',
    access: 'desk.read',
    summary: 'Counts, what waits, the current release, the terminals and what happened lately',
    answer: overviewSchema,
    async handle(call) {
      const [overview, terminals] = await Promise.all([
        call.services.records.overview(),
        call.fleet.counts(),
      ]);
      return { ...overview, terminals };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/audit',
    access: 'audit.read',
    summary: 'The audit trail, newest first',
    query: auditQuerySchema,
    answer: auditListSchema,
    async handle(call, { query }) {
      const entries = await call.services.audit.list({ before: query.before ?? null, limit: query.limit });
      return {
        entries: entries.map((entry) => ({ ...entry, details: entry.details.slice(0, maxShownDetails) })),
      };
    },
  }),
];
