// Routes of the catalogue tree: shaping it, what hangs on it, and ready-made trees to install.
import { treeSchema } from '#shared/protocol/hub-api.ts';
import {
  newNodeSchema,
  nodeInputSchema,
  nodeMattersSchema,
  nodePlaceSchema,
  templateInstallSchema,
  templateOutcomeSchema,
  treeCountsSchema,
  treeTemplatesSchema,
} from '#shared/protocol/tree-api.ts';
import type { HubServices } from '../hub-services.ts';
import { defineRoute, type Route } from '../route.ts';

const treeAnswer = async (services: HubServices) => ({ nodes: [...(await services.venue.tree())] });

export const treeRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/tree',
    access: 'records.read',
    summary: 'The catalogue tree',
    answer: treeSchema,
    handle: (call) => treeAnswer(call.services),
  }),
  defineRoute({
    method: 'get',
    path: '/api/tree/counts',
    access: 'records.read',
    summary: 'How much hangs on each node of the tree',
    answer: treeCountsSchema,
    handle: async (call) => ({ counts: await call.services.tree.counts() }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/tree/nodes',
    access: 'tree.write',
    summary: 'Add a node as the last child; shown from the next release on',
    status: 201,
    body: newNodeSchema,
    answer: treeSchema,
    async handle(call, { body }) {
      await call.services.tree.add(body, call.actor);
      return treeAnswer(call.services);
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/tree/nodes/:id',
    access: 'tree.write',
    summary: 'Rename a node and set its basis',
    body: nodeInputSchema,
    answer: treeSchema,
    async handle(call, { body }) {
      await call.services.tree.change(call.params.id ?? '', body, call.actor);
      return treeAnswer(call.services);
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/tree/nodes/:id',
    access: 'tree.write',
    summary: 'Remove a node nothing hangs on; `tree.not-empty` (409) otherwise',
    answer: treeSchema,
    async handle(call) {
      await call.services.tree.remove(call.params.id ?? '', call.actor);
      return treeAnswer(call.services);
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/tree/nodes/:id/place',
    access: 'tree.write',
    summary: 'Move a node with all below it',
    body: nodePlaceSchema,
    answer: treeSchema,
    async handle(call, { body }) {
      await call.services.tree.move(call.params.id ?? '', body, call.actor);
      return treeAnswer(call.services);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/tree/nodes/:id/matters',
    access: 'records.read',
    summary: 'The matters on one node, with their owners',
    answer: nodeMattersSchema,
    handle: (call) => call.services.tree.matters(call.params.id ?? ''),
  }),
  defineRoute({
    method: 'get',
    path: '/api/tree/templates',
    access: 'records.read',
    summary: 'Ready-made trees',
    answer: treeTemplatesSchema,
    handle: async (call) => ({ templates: [...call.services.tree.templates()] }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/tree/templates/:id/preview',
    access: 'tree.write',
    summary: 'What installing a ready-made tree would add',
    body: templateInstallSchema,
    answer: templateOutcomeSchema,
    handle: (call, { body }) => call.services.tree.preview(call.params.id ?? '', body),
  }),
  defineRoute({
    method: 'post',
    path: '/api/tree/templates/:id/install',
    access: 'tree.write',
    summary: 'Install a ready-made tree beside what is there; what is there already stays as it is',
    body: templateInstallSchema,
    answer: templateOutcomeSchema,
    handle: (call, { body }) => call.services.tree.install(call.params.id ?? '', body, call.actor),
  }),
];
