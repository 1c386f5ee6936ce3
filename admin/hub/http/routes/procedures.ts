// Routes of procedures: the steps what lies below which nodes has to pass.
import { proceduresSchema } from '#shared/protocol/workflow-api.ts';
import { defineRoute, type Route } from '../route.ts';

export const procedureRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/procedures',
    access: 'desk.read',
    summary: 'The procedures of review; the one without nodes is for all else',
    answer: proceduresSchema,
    handle: async (call) => ({ procedures: await call.services.workflow.procedures() }),
  }),
  defineRoute({
    method: 'put',
    path: '/api/procedures',
    access: 'procedures.write',
    summary: 'Replace the list of procedures; what is in review keeps the steps it began with',
    maxBodyBytes: 2 * 1024 * 1024,
    body: proceduresSchema,
    answer: proceduresSchema,
    async handle(call, { body }) {
      await call.services.workflow.saveProcedures(body.procedures, call.actor);
      return { procedures: await call.services.workflow.procedures() };
    },
  }),
];
