// The route that keeps a visitor's list under a short code: record codes only, nothing about the visitor.
import { listAnswerSchema, listRequestSchema } from '#shared/protocol/handoff-lists.ts';
import { defineRoute, type Route } from '../route.ts';

export const handoffListRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/handoff-lists',
    access: 'public',
    summary: 'Keep a list of records under a short code for phones',
    status: 201,
    maxBodyBytes: 8192,
    body: listRequestSchema,
    answer: listAnswerSchema,
    async handle(call, { body }) {
      call.limits.handoffList.take(call.address);
      return call.services.handoffLists.keep(body.records);
    },
  }),
];
