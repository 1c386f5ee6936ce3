// Routes of registers: their list and set-up, their rows, and the decision over what waits.
import { ruleAdvice, ruleName } from '#shared/lint/rule-words.ts';
import {
  registerDecisionSchema,
  registerDetailSchema,
  registerFindingsSchema,
  registerInputSchema,
  registerListSchema,
  registerRowSchema,
  registerUpdateSchema,
  rowHistorySchema,
  rowInputSchema,
  rowListQuerySchema,
  rowListSchema,
  rowUpdateSchema,
} from '#shared/protocol/registers-api.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

/** A definition of sixty columns, a row of long cells. */
const maxBodyBytes = 2 * 1024 * 1024;
const defaultRows = 50;

const idOf = (call: Call) => call.params.id ?? '';
const rowOf = (call: Call) => call.params.row ?? '';

const decisions = [
  ['approve', 'registers.approve', 'Approve what waits in a register as a whole'],
  ['discard', 'registers.write', 'Give up what waits in a register'],
  ['withdraw', 'registers.withdraw', 'Take a register out of the next release'],
] as const;

export const registerRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/registers',
    access: 'records.read',
    summary: 'All registers with what waits in them',
    answer: registerListSchema,
    handle: async (call) => ({ registers: await call.services.registers.list() }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/registers',
    access: 'registers.write',
    summary: 'Set up an empty register',
    status: 201,
    maxBodyBytes,
    body: registerInputSchema,
    answer: registerDetailSchema,
    handle: (call, { body }) => call.services.registers.create(body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/registers/:id',
    access: 'records.read',
    summary: 'One register with its definition',
    answer: registerDetailSchema,
    handle: (call) => call.services.registers.detail(idOf(call)),
  }),
  defineRoute({
    method: 'put',
    path: '/api/registers/:id',
    access: 'registers.write',
    summary: 'Change how a register is set up; `store.conflict` (409) when somebody else did meanwhile',
    maxBodyBytes,
    body: registerUpdateSchema,
    answer: registerDetailSchema,
    handle: (call, { body }) => call.services.registers.update(idOf(call), body, call.actor),
  }),
  ...decisions.map(([decision, access, summary]) =>
    defineRoute({
      method: 'post',
      path: `/api/registers/:id/${decision}`,
      access,
      summary,
      body: registerDecisionSchema,
      answer: registerDetailSchema,
      handle: (call, { body }) =>
        call.services.registers.decide(idOf(call), decision, call.actor, body.confirmed),
    }),
  ),
  defineRoute({
    method: 'get',
    path: '/api/registers/:id/findings',
    access: 'records.read',
    summary: 'What somebody has to answer for before the register is approved',
    answer: registerFindingsSchema,
    async handle(call) {
      const { findings, ...rest } = await call.services.registers.findings(idOf(call));
      const named = findings.map(({ columnKey: _, ...finding }) => ({
        ...finding,
        examples: finding.examples.map((example) => ({ ...example })),
        name: ruleName(finding.rule, call.language),
        advice: ruleAdvice(finding.rule, call.language),
      }));
      return { ...rest, findings: named };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/registers/:id/rows',
    access: 'records.read',
    summary: 'Rows of a register in the order of its table or of a sortable column, a page at a time',
    query: rowListQuerySchema,
    answer: rowListSchema,
    handle: (call, { query }) =>
      call.services.registers.rows(idOf(call), {
        words: query.q ?? '',
        after: query.after ?? null,
        limit: query.limit ?? defaultRows,
        onlyWaiting: query.waiting === '1',
        sort: query.sort === undefined ? null : { key: query.sort, isDescending: query.dir === 'desc' },
      }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/registers/:id/rows',
    access: 'registers.write',
    summary: 'Add a row',
    status: 201,
    maxBodyBytes,
    body: rowInputSchema,
    answer: registerRowSchema,
    handle: (call, { body }) => call.services.registers.addRow(idOf(call), body.cells, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/registers/:id/rows/:row',
    access: 'records.read',
    summary: 'Every version of a row',
    answer: rowHistorySchema,
    handle: (call) => call.services.registers.history(idOf(call), rowOf(call)),
  }),
  defineRoute({
    method: 'put',
    path: '/api/registers/:id/rows/:row',
    access: 'registers.write',
    summary: 'Change a row; `store.conflict` (409) when somebody else did meanwhile',
    maxBodyBytes,
    body: rowUpdateSchema,
    answer: registerRowSchema,
    handle: (call, { body }) => {
      const place = { registerId: idOf(call), rowId: rowOf(call), baseVersion: body.baseVersion };
      return call.services.registers.updateRow(place, body.cells, call.actor);
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/registers/:id/rows/:row',
    access: 'registers.write',
    summary: 'Remove a row; its versions stay',
    async handle(call) {
      await call.services.registers.removeRow(idOf(call), rowOf(call), call.actor);
      return undefined;
    },
  }),
];
