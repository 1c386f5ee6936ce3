// Routes of the venue and its agencies.
import { agencyInputSchema, agencyListSchema, agencySchema, venueSchema } from '#shared/protocol/hub-api.ts';
import { defineRoute, type Route } from '../route.ts';

export const venueRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/venue',
    access: 'settings.read',
    summary: 'The venue',
    answer: venueSchema,
    handle: (call) => call.services.venue.profile(),
  }),
  defineRoute({
    method: 'put',
    path: '/api/venue',
    access: 'venue.write',
    summary: 'Change the venue; shown from the next release on',
    body: venueSchema,
    answer: venueSchema,
    async handle(call, { body }) {
      await call.services.venue.saveProfile(body, call.actor);
      return call.services.venue.profile();
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/agencies',
    access: 'settings.read',
    summary: 'Agencies in their order',
    answer: agencyListSchema,
    handle: async (call) => ({ agencies: await call.services.venue.agencies() }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/agencies',
    access: 'venue.write',
    summary: 'Add an agency',
    status: 201,
    body: agencyInputSchema,
    answer: agencySchema,
    handle: (call, { body }) => call.services.venue.createAgency(body, call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/agencies/:id',
    access: 'venue.write',
    summary: 'Change an agency',
    body: agencyInputSchema,
    answer: agencySchema,
    handle: (call, { body }) => call.services.venue.updateAgency(call.params.id ?? '', body, call.actor),
  }),
];
