// Routes of statistics: sums of use, what was looked for, tasks made of it, and the figures on paper.
import {
  contentTaskCallSchema,
  contentTaskInputSchema,
  contentTaskListSchema,
  contentTaskSchema,
  monthlyQuerySchema,
  monthlySchema,
  statisticsFileQuerySchema,
  statisticsQuerySchema,
  statisticsSchema,
} from '#shared/protocol/statistics-api.ts';
import { tableFile } from '../../reports/report-file.ts';
import { defineRoute, type Route } from '../route.ts';

export const statisticsRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/statistics',
    access: 'statistics.read',
    summary: 'Use of the terminals in a day, week, month or year',
    query: statisticsQuerySchema,
    answer: statisticsSchema,
    handle: (call, { query }) => call.services.statistics.period(query),
  }),
  defineRoute({
    method: 'get',
    path: '/api/statistics/months',
    access: 'statistics.read',
    summary: 'A year month by month, in the form archives report',
    query: monthlyQuerySchema,
    answer: monthlySchema,
    handle: (call, { query }) => call.services.statistics.months(query.year),
  }),
  defineRoute({
    method: 'get',
    path: '/api/statistics/file',
    access: 'statistics.read',
    summary: 'The figures as .xlsx, .csv, or a page to print',
    produces: 'binary',
    query: statisticsFileQuerySchema,
    async handle(call, { query }) {
      const table = await call.services.statistics.table(query, call.language);
      const nowMs = call.services.now();
      return tableFile(table, { format: query.format, language: call.language, nowMs, name: table.title });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/statistics/tasks',
    access: 'statistics.read',
    summary: 'What people look for and do not find, as tasks of agencies',
    answer: contentTaskListSchema,
    handle: (call) => call.services.statistics.tasks(call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/statistics/tasks',
    access: 'statistics.write',
    summary: 'Give an agency what people look for and do not find',
    status: 201,
    body: contentTaskInputSchema,
    answer: contentTaskSchema,
    handle: (call, { body }) => call.services.statistics.createTask(body, call.actor),
  }),
  defineRoute({
    method: 'post',
    path: '/api/statistics/tasks/:id',
    access: 'statistics.write',
    summary: 'Make a draft of it, link what answers it, settle it',
    body: contentTaskCallSchema,
    answer: contentTaskSchema,
    handle: (call, { body }) =>
      call.services.statistics.actOnTask((call.params.id ?? '').slice(0, 60), body, call.actor),
  }),
];
