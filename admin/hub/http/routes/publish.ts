// Routes of publishing: what it would bring, doing it, watching it, and what was published before.
import {
  publishJobSchema,
  publishPreviewSchema,
  publishRequestSchema,
  releaseListSchema,
} from '#shared/protocol/hub-api.ts';
import { defineRoute, type Route } from '../route.ts';

export const publishRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/publish/preview',
    access: 'release.read',
    summary: 'What the terminals would gain, see changed and lose',
    answer: publishPreviewSchema,
    handle: (call) => call.services.publishing.preview(),
  }),
  defineRoute({
    method: 'post',
    path: '/api/publish',
    access: 'release.publish',
    summary: 'Publish what is approved',
    status: 202,
    body: publishRequestSchema,
    answer: publishJobSchema,
    async handle(call, { body }) {
      call.publishJob.start(body.note, call.actor);
      return call.publishJob.view(call.language);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/publish/job',
    access: 'release.read',
    summary: 'How far the publish has come, or how the last one ended',
    answer: publishJobSchema,
    handle: async (call) => call.publishJob.view(call.language),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/publish/job',
    access: 'release.publish',
    summary: 'Cancel a publish under way; the last release stays',
    async handle(call) {
      await call.publishJob.cancel();
      const entry = { who: call.actor.name, action: 'release.cancel', subject: '', details: '' };
      await call.services.audit.append(entry);
      return undefined;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/releases',
    access: 'release.read',
    summary: 'Releases, newest first',
    answer: releaseListSchema,
    handle: (call) => call.services.publishing.releases(),
  }),
];
