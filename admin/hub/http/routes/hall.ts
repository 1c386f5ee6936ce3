// Routes of the hall's plan.
import { hallSchema } from '#shared/protocol/hall-schema.ts';
import { defineRoute, type Route } from '../route.ts';

/** Twelve floors of two hundred places, each with its note. */
const largestHall = 2 * 1024 * 1024;

export const hallRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/hall',
    access: 'settings.read',
    summary: 'The hall: floors, places, days that differ, contacts',
    answer: hallSchema,
    handle: (call) => call.services.venue.hall(),
  }),
  defineRoute({
    method: 'put',
    path: '/api/hall',
    access: 'venue.write',
    summary: 'Replace the hall’s plan; shown from the next release on',
    maxBodyBytes: largestHall,
    body: hallSchema,
    answer: hallSchema,
    async handle(call, { body }) {
      await call.services.venue.saveHall(body, call.actor);
      return call.services.venue.hall();
    },
  }),
];
