// Routes of the portal connection: sources, their preview and poll, push tokens, and the push itself.
import {
  feedLimits,
  feedPreviewInputSchema,
  feedPreviewSchema,
  feedSourceInputSchema,
  feedSourceListSchema,
  feedSourceSchema,
  missingItemsSchema,
  newPushTokenSchema,
  pushTokenInputSchema,
  pushTokenListSchema,
  recordOriginSchema,
} from '#shared/protocol/feeds-api.ts';
import { pushAnswerSchema, pushRequestSchema } from '#shared/protocol/push-api.ts';
import { defineRoute, type Route } from '../route.ts';

const idOf = (params: Readonly<Record<string, string>>) => (params.id ?? '').slice(0, 60);

export const feedRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/feeds/sources',
    access: 'feeds.manage',
    summary: 'Feeds of portals, each with how its last poll went',
    answer: feedSourceListSchema,
    handle: async (call) => ({ sources: await call.services.feeds.sources(call.actor, call.language) }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/feeds/sources',
    access: 'feeds.manage',
    summary: 'Add a feed; its items arrive as drafts',
    status: 201,
    body: feedSourceInputSchema,
    answer: feedSourceSchema,
    handle: (call, { body }) => call.services.feeds.create(body, call.actor, call.language),
  }),
  defineRoute({
    method: 'put',
    path: '/api/feeds/sources/:id',
    access: 'feeds.manage',
    summary: 'Change a feed; only an administrator allows hosts of the own network',
    body: feedSourceInputSchema,
    answer: feedSourceSchema,
    handle: (call, { body }) =>
      call.services.feeds.update(idOf(call.params), body, call.actor, call.language),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/feeds/sources/:id',
    access: 'feeds.manage',
    summary: 'Take a feed away; what arrived from it stays',
    async handle(call) {
      await call.services.feeds.remove(idOf(call.params), call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/feeds/sources/:id/poll',
    access: 'feeds.manage',
    summary: 'Ask a portal now',
    answer: feedSourceSchema,
    async handle(call) {
      call.limits.portal.take(call.actor.accountId);
      return call.services.feeds.pollNow(idOf(call.params), call.actor, call.language);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/feeds/sources/:id/missing',
    access: 'feeds.manage',
    summary: 'Records whose item the portal no longer has',
    answer: missingItemsSchema,
    handle: (call) => call.services.feeds.missing(idOf(call.params), call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/feeds/preview',
    access: 'feeds.manage',
    summary: 'What a feed would bring, before it is saved; nothing is stored',
    body: feedPreviewInputSchema,
    answer: feedPreviewSchema,
    async handle(call, { body }) {
      call.limits.portal.take(call.actor.accountId);
      return call.services.feeds.preview(body, call.actor, call.language);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/records/:id/origin',
    access: 'records.read',
    summary: 'The portal a record came from, or null',
    answer: recordOriginSchema,
    handle: async (call) => ({ origin: await call.services.feeds.originOf(idOf(call.params)) }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/push/tokens',
    access: 'feeds.manage',
    summary: 'Tokens by which portals push records',
    answer: pushTokenListSchema,
    handle: async (call) => ({ tokens: await call.services.feeds.tokens(call.actor) }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/push/tokens',
    access: 'feeds.manage',
    summary: 'Make a token for one agency; its secret is told once',
    status: 201,
    body: pushTokenInputSchema,
    answer: newPushTokenSchema,
    handle: (call, { body }) => call.services.feeds.createToken(body, call.actor),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/push/tokens/:id',
    access: 'feeds.manage',
    summary: 'Revoke a token',
    async handle(call) {
      await call.services.feeds.revokeToken(idOf(call.params), call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/push/records',
    access: 'public',
    bearer: 'push',
    summary:
      'Push records as drafts of the agency of the token; Idempotency-Key makes sending again harmless',
    maxBodyBytes: feedLimits.pushBytes,
    body: pushRequestSchema,
    answer: pushAnswerSchema,
    async admit(call) {
      call.limits.push.take(`from ${call.address}`);
      const pusher = await call.services.feeds.pusherOf(call.request.headers.get('authorization'));
      call.limits.push.take(`by ${pusher.id}`);
    },
    async handle(call, { body }) {
      const { feeds } = call.services;
      const pusher = await feeds.pusherOf(call.request.headers.get('authorization'));
      const push = { items: body.items, idempotencyKey: call.request.headers.get('idempotency-key') };
      const { answer, isReplayed } = await feeds.push(pusher, push, call.language);
      if (isReplayed) call.headers.set('idempotency-replayed', 'true');
      return answer;
    },
  }),
];
