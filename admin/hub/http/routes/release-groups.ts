// Routes of release groups: versions that become public together.
import type { Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import {
  releaseGroupInputSchema,
  releaseGroupListSchema,
  releaseGroupSchema,
} from '#shared/protocol/workflow-api.ts';
import type { GroupView } from '../../workflow/group-list.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

const maxBodyBytes = 256 * 1024;

const idOf = (call: Call) => call.params.id ?? '';

export const releaseGroupRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/release-groups',
    access: 'release.read',
    summary: 'Release groups, those still open first',
    answer: releaseGroupListSchema,
    async handle(call) {
      const groups = await call.services.workflow.groups();
      return { groups: groups.map((group) => view(group, call.language)) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/release-groups',
    access: 'release.schedule',
    summary: 'Put versions together that become public together',
    status: 201,
    maxBodyBytes,
    body: releaseGroupInputSchema,
    answer: releaseGroupSchema,
    handle: async (call, { body }) =>
      viewOne(call, await call.services.workflow.createGroup(body, call.actor)),
  }),
  defineRoute({
    method: 'put',
    path: '/api/release-groups/:id',
    access: 'release.schedule',
    summary: 'Change what is in a group, its title or its time',
    maxBodyBytes,
    body: releaseGroupInputSchema,
    answer: releaseGroupSchema,
    async handle(call, { body }) {
      await call.services.workflow.updateGroup(idOf(call), body, call.actor);
      return viewOne(call, idOf(call));
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/release-groups/:id',
    access: 'release.schedule',
    summary: 'Take a group apart that has not gone out; its versions stay as they are',
    async handle(call) {
      await call.services.workflow.removeGroup(idOf(call), call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/release-groups/:id/release',
    access: 'release.schedule',
    summary: 'Let a group go now: everything in it is approved together and published',
    answer: releaseGroupSchema,
    async handle(call) {
      await call.services.workflow.releaseGroup(idOf(call), call.actor);
      call.releaseClock.wake();
      return viewOne(call, idOf(call));
    },
  }),
];

async function viewOne(call: Call, id: string) {
  return view(await call.services.workflow.group(id), call.language);
}

function view(group: GroupView, language: Language) {
  const { problem, title } = group;
  if (problem === null) return { ...group, problem };
  const count = group.items.filter(({ isReady }) => !isReady).length;
  return {
    ...group,
    problem: { code: problem, message: describeError(problem, { title, count }, language) },
  };
}
