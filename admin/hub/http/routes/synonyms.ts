// Routes of the list of synonyms.
import { synonymListSchema } from '#shared/protocol/hub-api.ts';
import { defineRoute, type Route } from '../route.ts';

/** 500 rules of eleven names of twenty characters each. */
const largestList = 512 * 1024;

export const synonymRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/synonyms',
    access: 'settings.read',
    summary: 'Words that are also searched for by other names',
    answer: synonymListSchema,
    handle: async (call) => ({ rules: await call.services.synonyms.rules() }),
  }),
  defineRoute({
    method: 'put',
    path: '/api/synonyms',
    access: 'synonyms.write',
    summary: 'Replace the list of synonyms; used by searches from the next release on',
    maxBodyBytes: largestList,
    body: synonymListSchema,
    answer: synonymListSchema,
    async handle(call, { body }) {
      await call.services.synonyms.save(body.rules, call.actor);
      return { rules: await call.services.synonyms.rules() };
    },
  }),
];
