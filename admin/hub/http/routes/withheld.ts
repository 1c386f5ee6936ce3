// Routes of the non-disclosure register.
import {
  withheldChangeSchema,
  withheldDecisionSchema,
  withheldDetailSchema,
  withheldEvaluationSchema,
  withheldInputSchema,
  withheldListSchema,
  withheldQuerySchema,
} from '#shared/protocol/withheld-api.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

const idOf = (call: Call) => (call.params.id ?? '').slice(0, 60);

export const withheldRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/withheld',
    access: 'withheld.read',
    summary: 'The non-disclosure register; `due=1` for what has to be looked at again',
    query: withheldQuerySchema,
    answer: withheldListSchema,
    handle: (call, { query }) => call.services.withheld.list(query, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/withheld',
    access: 'withheld.write',
    summary: 'Propose that something is not disclosed',
    status: 201,
    body: withheldInputSchema,
    answer: withheldDetailSchema,
    handle: (call, { body }) => call.services.withheld.propose(body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/withheld/:id',
    access: 'withheld.read',
    summary: 'One entry with its history',
    answer: withheldDetailSchema,
    handle: (call) => call.services.withheld.detail(idOf(call), call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/withheld/:id',
    access: 'withheld.write',
    summary: 'Put a proposal right',
    body: withheldChangeSchema,
    answer: withheldDetailSchema,
    handle: (call, { body }) => call.services.withheld.change(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/withheld/:id/decision',
    access: 'withheld.decide',
    summary: 'Decide whether it is withheld; never by whoever proposed it',
    body: withheldDecisionSchema,
    answer: withheldDetailSchema,
    handle: (call, { body }) => call.services.withheld.decide(idOf(call), body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/withheld/:id/evaluations',
    access: 'withheld.write',
    summary: 'Look at it again: keep, disclose in part or wholly',
    body: withheldEvaluationSchema,
    answer: withheldDetailSchema,
    handle: (call, { body }) => call.services.withheld.evaluate(idOf(call), body, call.actor),
  }),
];
