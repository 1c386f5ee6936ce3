// Routes of deadlines, of what is out of date, and of the holiday notices they are counted by.
import {
  calendarSchema,
  contactCheckSchema,
  deadlinePolicySchema,
  deadlineQuerySchema,
  deadlineSummarySchema,
  escalationSchema,
  eventChangeSchema,
  eventInputSchema,
  eventListSchema,
  eventQuerySchema,
  explanationQuerySchema,
  explanationSchema,
  exportQuerySchema,
  longestNoticePaste,
  noticeInputSchema,
  noticePreviewSchema,
  owedListSchema,
  staleListSchema,
  staleQuerySchema,
} from '#shared/protocol/deadlines-api.ts';
import { escalationCsv, owedCsv, staleCsv } from '../../deadlines/deadline-csv.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';

/** A pasted text as JSON: characters of three bytes, and what JSON escapes. */
const largestNotice = longestNoticePaste * 4;
/** Pages an export gathers. */
const exportPage = 200;
const mostExported = 20_000;

const calendarRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/calendar',
    access: 'settings.read',
    summary: 'The holiday notices working days are counted by',
    answer: calendarSchema,
    handle: (call) => call.services.calendar.calendar(),
  }),
  defineRoute({
    method: 'post',
    path: '/api/calendar/preview',
    access: 'calendar.write',
    summary: 'Read a pasted notice or table without keeping it',
    maxBodyBytes: largestNotice,
    body: noticeInputSchema,
    answer: noticePreviewSchema,
    handle: (call, { body }) => call.services.calendar.preview(body),
  }),
  defineRoute({
    method: 'put',
    path: '/api/calendar',
    access: 'calendar.write',
    summary: 'Take a notice over; deadlines are counted by it from now on',
    maxBodyBytes: largestNotice,
    body: noticeInputSchema,
    answer: calendarSchema,
    async handle(call, { body }) {
      await call.services.calendar.save(body, call.actor);
      return call.services.calendar.calendar();
    },
  }),
];

const listRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/deadlines/summary',
    access: 'deadlines.read',
    summary: 'How much is overdue, due soon and out of date',
    answer: deadlineSummarySchema,
    handle: (call) => call.services.deadlines.summary(call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/deadlines',
    access: 'deadlines.read',
    summary: 'What is owed, oldest due date first',
    query: deadlineQuerySchema,
    answer: owedListSchema,
    handle: (call, { query }) => call.services.deadlines.owed(query, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/deadlines/agencies',
    access: 'deadlines.read',
    summary: 'Who owes how much, by agency and person',
    answer: escalationSchema,
    handle: async (call) => ({ rows: await call.services.deadlines.escalation(call.actor) }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/deadlines/explanation',
    access: 'deadlines.read',
    summary: 'Why something is due on its day, day by day',
    query: explanationQuerySchema,
    answer: explanationSchema,
    handle: (call, { query }) => call.services.deadlines.explain(query, call.actor, call.language),
  }),
  defineRoute({
    method: 'get',
    path: '/api/stale',
    access: 'deadlines.read',
    summary: 'What is public and out of date',
    query: staleQuerySchema,
    answer: staleListSchema,
    handle: (call, { query }) => call.services.deadlines.stale(query, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/deadlines/export',
    access: 'deadlines.read',
    summary: 'A list of deadlines as CSV',
    query: exportQuerySchema,
    produces: 'binary',
    async handle(call, { query }) {
      const { today } = await call.services.deadlines.summary(call.actor);
      const headers = {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${query.list}-${today}.csv"`,
        'cache-control': 'no-store',
      };
      return new Response(await exportList(call, query.list, today), { headers });
    },
  }),
];

const eventRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/events',
    access: 'deadlines.read',
    summary: 'Events before which something must be public, of a record, matter or node',
    query: eventQuerySchema,
    answer: eventListSchema,
    handle: (call, { query }) => call.services.events.list(query, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/events',
    access: 'events.write',
    summary: 'Enter an event; what is due before it is counted back from its day',
    status: 201,
    body: eventInputSchema,
    answer: eventListSchema,
    handle: (call, { body }) => call.services.events.add(body, call.actor),
  }),
  defineRoute({
    method: 'put',
    path: '/api/events/:id',
    access: 'events.write',
    summary: 'Change the title or day of an event',
    body: eventChangeSchema,
    answer: eventListSchema,
    handle: (call, { body }) => call.services.events.change(call.params.id ?? '', body, call.actor),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/events/:id',
    access: 'events.write',
    summary: 'Remove an event',
    answer: eventListSchema,
    handle: (call) => call.services.events.remove(call.params.id ?? '', call.actor),
  }),
];

const settingRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/deadlines/policy',
    access: 'deadlines.read',
    summary: 'How deadlines are counted where a rule leaves it open',
    answer: deadlinePolicySchema,
    handle: (call) => call.services.deadlines.policy(),
  }),
  defineRoute({
    method: 'put',
    path: '/api/deadlines/policy',
    access: 'deadlines.write',
    summary: 'Change how deadlines are counted; all that is owed is counted again',
    body: deadlinePolicySchema,
    answer: deadlinePolicySchema,
    async handle(call, { body }) {
      await call.services.deadlines.savePolicy(body, call.actor);
      return call.services.deadlines.policy();
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/stale/contacts',
    access: 'deadlines.write',
    summary: 'Put on record that contact details are still right',
    status: 204,
    produces: 'nothing',
    body: contactCheckSchema,
    async handle(call, { body }) {
      await call.services.deadlines.confirmContacts(body.ids, call.actor);
      return undefined;
    },
  }),
];

export const deadlineRoutes: readonly Route[] = [
  ...calendarRoutes,
  ...listRoutes,
  ...eventRoutes,
  ...settingRoutes,
];

async function exportList(
  call: StaffCall,
  list: 'owed' | 'stale' | 'agencies',
  today: string,
): Promise<string> {
  const { deadlines } = call.services;
  if (list === 'agencies') return escalationCsv(await deadlines.escalation(call.actor), call.language);
  const page = { limit: exportPage };
  if (list === 'stale') {
    const items = await gather((cursor) => deadlines.stale({ ...page, ...cursor }, call.actor));
    return staleCsv(items, call.language);
  }
  const overdue = await gather((cursor) =>
    deadlines.owed({ state: 'overdue', ...page, ...cursor }, call.actor),
  );
  const soon = await gather((cursor) => deadlines.owed({ state: 'soon', ...page, ...cursor }, call.actor));
  return owedCsv([...overdue, ...soon], today, call.language);
}

async function gather<T>(
  load: (cursor: { cursor?: string }) => Promise<{ items: readonly T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof load>> = await load(next === null ? {} : { cursor: next });
    items.push(...page.items);
    next = page.next;
  } while (next !== null && items.length < mostExported);
  return items;
}
