// Routes of a register's figures: its total rows, what they should come to, what does not add up.
import {
  figureFaultsSchema,
  totalInputSchema,
  totalSumsQuerySchema,
  totalSumsSchema,
} from '#shared/protocol/registers-api.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

const maxBodyBytes = 2 * 1024 * 1024;

const idOf = (call: Call) => call.params.id ?? '';
const placeOf = (call: Call) => ({ registerId: idOf(call), key: call.params.key ?? '' });

export const registerFigureRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/registers/:id/faults',
    access: 'records.read',
    summary: 'Figures of a register as it stands that do not add up',
    answer: figureFaultsSchema,
    handle: (call) => call.services.registers.faults(idOf(call)),
  }),
  defineRoute({
    method: 'post',
    path: '/api/registers/:id/total-sums',
    access: 'records.read',
    summary: 'What a total row should come to where it is to stand; changes nothing',
    maxBodyBytes,
    body: totalSumsQuerySchema,
    answer: totalSumsSchema,
    handle: (call, { body }) => call.services.registers.totalSums(idOf(call), body),
  }),
  defineRoute({
    method: 'post',
    path: '/api/registers/:id/totals',
    access: 'registers.write',
    summary: 'Add a total row',
    maxBodyBytes,
    body: totalInputSchema,
    async handle(call, { body }) {
      await call.services.registers.addTotal(idOf(call), body, call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/registers/:id/totals/:key',
    access: 'registers.write',
    summary: 'Change a total row; `register.total-gone` (409) when somebody else did meanwhile',
    maxBodyBytes,
    body: totalInputSchema,
    async handle(call, { body }) {
      await call.services.registers.updateTotal(placeOf(call), body, call.actor);
      return undefined;
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/registers/:id/totals/:key',
    access: 'registers.write',
    summary: 'Remove a total row',
    async handle(call) {
      const { registerId, key } = placeOf(call);
      await call.services.registers.removeTotal(registerId, key, call.actor);
      return undefined;
    },
  }),
];
