// Use of the terminals as the hub's HTTP side works with it.
import type { Language } from '#shared/errors/app-error.ts';
import type {
  ContentTask,
  ContentTaskCall,
  ContentTaskInput,
  Monthly,
  Statistics,
  StatisticsFileQuery,
  StatisticsQuery,
} from '#shared/protocol/statistics-api.ts';
import type { ReportTable } from '#shared/reports/report-table.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { actOnTask, createTask, listTasks } from './content-tasks.ts';
import { loadMonthly, loadStatistics } from './load-statistics.ts';
import { statisticsTable } from './statistics-table.ts';

export interface StatisticsService {
  period(query: StatisticsQuery): Promise<Statistics>;
  months(year: number): Promise<Monthly>;
  /** The same as a table, to print or to hand out. */
  table(query: StatisticsFileQuery, language: Language): Promise<ReportTable>;
  tasks(actor: Actor): Promise<{ readonly open: number; readonly tasks: readonly ContentTask[] }>;
  createTask(input: ContentTaskInput, actor: Actor): Promise<ContentTask>;
  /** Throws `not-found` and `store.conflict`. */
  actOnTask(id: string, call: ContentTaskCall, actor: Actor): Promise<ContentTask>;
}

export function createStatisticsService(desk: Desk): StatisticsService {
  return {
    period: (query) => loadStatistics(desk, query),
    months: (year) => loadMonthly(desk.db, year),
    table: (query, language) => statisticsTable(desk, query, language),
    tasks: (actor) => listTasks(desk, actor),
    createTask: (input, actor) => createTask(desk, input, actor),
    actOnTask: (id, call, actor) => actOnTask(desk, id, call, actor),
  };
}
