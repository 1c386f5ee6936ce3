// The route of a record's earlier versions.
import { recordVersionSchema } from '#shared/protocol/versions-api.ts';
import { refuse } from '../problem.ts';
import { defineRoute, type Route } from '../route.ts';

export const recordVersionRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/records/:id/versions/:version',
    access: 'records.read',
    summary: 'One version of a record in full',
    answer: recordVersionSchema,
    handle(call) {
      const { id = '', version = '' } = call.params;
      if (!/^[1-9]\d{0,8}$/.test(version)) refuse('not-found', { what: version.slice(0, 60) });
      return call.services.records.version(id, Number(version));
    },
  }),
];
