// Works the sums of a period out for the desk: by time, terminal, record and words.
import { sql } from 'kysely';
import { addDays, chinaDate, dayNumber, dayOfWeek } from '#shared/calendar/civil-day.ts';
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import type {
  Monthly,
  StatisticPeriod,
  Statistics,
  StatisticsQuery,
} from '#shared/protocol/statistics-api.ts';
import { type PeriodSpan, spanBefore, spanOf } from '#shared/statistics/period-span.ts';
import { addSums, sumOf } from '#shared/statistics/sum-keys.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';

const mostRecords = 20;
const mostWords = 50;

type Scope = PeriodSpan & { readonly terminalId?: string | undefined };

export async function loadStatistics(
  desk: Pick<Desk, 'db' | 'now'>,
  query: StatisticsQuery,
): Promise<Statistics> {
  const { db } = desk;
  const { period, terminalId } = query;
  const today = chinaDate(desk.now());
  const span = spanOf(period, query.on ?? today);
  const scope = { ...span, terminalId };
  const earlier = { ...spanBefore(period, span, today), terminalId };
  return {
    ...{ period, ...span, today },
    sums: await sumsOf(db, scope),
    before: await sumsOf(db, earlier),
    series: await seriesOf(db, scope, { period, today }),
    heat: await heatOf(db, scope),
    terminals: await terminalsOf(db, span),
    records: await recordsOf(db, scope),
    ...(await wordsOf(db, scope)),
  };
}

const within = ({ from, to, terminalId }: Scope) =>
  terminalId === undefined
    ? sql<boolean>`day between ${from} and ${to}`
    : sql<boolean>`day between ${from} and ${to} and terminal_id = ${terminalId}`;

/** Every sum of a span. */
export async function sumsOf(db: Database, scope: Scope): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('statistic_sums')
    .select(['name', (table) => table.fn.sum<number>('count').as('count')])
    .where(within(scope))
    .groupBy('name')
    .execute();
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
}

/** One point of the series. */
type Point = Statistics['series'][number];

const pointOf = (at: string, sums: Readonly<Record<string, number>>): Point => ({
  at,
  visits: sums.visits ?? 0,
  searches: sums.searches ?? 0,
  opened: sumOf(sums, 'opened.'),
  handed: sumOf(sums, 'handed.'),
});

/** Hours of a day, months of a year, days otherwise; up to now. */
async function seriesOf(
  db: Database,
  scope: Scope,
  { period, today }: { readonly period: StatisticPeriod; readonly today: string },
): Promise<Point[]> {
  const slot =
    period === 'day'
      ? sql<string>`printf('%02d', hour)`
      : sql<string>`substr(day, 1, ${period === 'year' ? 7 : 10})`;
  const rows = await db
    .selectFrom('statistic_sums')
    .select([slot.as('slot'), 'name', (table) => table.fn.sum<number>('count').as('count')])
    .where(within(scope))
    .groupBy(['slot', 'name'])
    .execute();
  const bySlot = new Map<string, Record<string, number>>();
  for (const { slot: at, name, count } of rows) {
    const sums = bySlot.get(at) ?? {};
    addSums(sums, { [name]: Number(count) });
    bySlot.set(at, sums);
  }
  return slotsOf(scope, period, today).map((at) => pointOf(at, bySlot.get(at) ?? {}));
}

function slotsOf({ from, to }: PeriodSpan, period: StatisticPeriod, today: string): string[] {
  if (period === 'day') return Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  const last = to < today ? to : today;
  const days = Array.from({ length: Math.max(0, dayNumber(last) - dayNumber(from) + 1) }, (_, at) =>
    addDays(from, at),
  );
  return period === 'year' ? [...new Set(days.map((day) => day.slice(0, 7)))] : days;
}

async function heatOf(db: Database, scope: Scope): Promise<number[][]> {
  const rows = await db
    .selectFrom('statistic_sums')
    .select(['day', 'hour', (table) => table.fn.sum<number>('count').as('count')])
    .where('name', '=', 'visits')
    .where(within(scope))
    .groupBy(['day', 'hour'])
    .execute();
  const heat = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const { day, hour, count } of rows) {
    const line = heat[dayOfWeek(dayNumber(day)) - 1];
    if (line) line[hour] = (line[hour] ?? 0) + Number(count);
  }
  return heat;
}

/** Every terminal that counted something, the busiest first; whichever of them is looked at. */
async function terminalsOf(db: Database, span: PeriodSpan): Promise<Statistics['terminals']> {
  const rows = await db
    .selectFrom('statistic_sums')
    .leftJoin('terminals', 'terminals.id', 'statistic_sums.terminal_id')
    .select(['terminal_id', 'terminals.name as terminal', 'statistic_sums.name'])
    .select((table) => table.fn.sum<number>('count').as('count'))
    .where(within(span))
    .groupBy(['terminal_id', 'terminals.name', 'statistic_sums.name'])
    .execute();
  const terminals = new Map<string, { id: string; name: string; sums: Record<string, number> }>();
  for (const { terminal_id: id, terminal, name, count } of rows) {
    const one = terminals.get(id) ?? { id, name: terminal ?? id, sums: {} };
    addSums(one.sums, { [name]: Number(count) });
    terminals.set(id, one);
  }
  return [...terminals.values()].sort(
    (a, b) => (b.sums.visits ?? 0) - (a.sums.visits ?? 0) || (a.name < b.name ? -1 : 1),
  );
}

/** The most opened, by their titles now; rows of registers by the title of their register and their own. */
async function recordsOf(db: Database, scope: Scope): Promise<Statistics['records']> {
  const rows = await db
    .selectFrom('statistic_records')
    .leftJoin('records', 'records.id', 'statistic_records.record_id')
    .leftJoin('registers', 'registers.id', 'statistic_records.record_id')
    .select(['record_id as id', 'records.title', 'records.kind', 'registers.title as register'])
    .select((table) => table.fn.sum<number>('count').as('opened'))
    .where(within(scope))
    .groupBy(['record_id', 'records.title', 'records.kind', 'registers.title'])
    .orderBy('opened', 'desc')
    .orderBy('record_id')
    .limit(mostRecords)
    .execute();
  return rows.map(({ id, title, kind, register, opened }) => ({
    id,
    title: title ?? register ?? '',
    kind: kindOf(kind, register),
    opened: Number(opened),
  }));
}

function kindOf(kind: string | null, register: string | null): RecordKind {
  return recordKinds.find((one) => one === kind) ?? (register === null ? 'entry' : 'register');
}

async function wordsOf(db: Database, scope: Scope): Promise<Pick<Statistics, 'lookedFor' | 'notFound'>> {
  const words = (isNothing: boolean) =>
    db
      .selectFrom('statistic_queries')
      .select(['words', (table) => table.fn.sum<number>('sessions').as('sessions')])
      .where(within(scope))
      .$if(isNothing, (query) => query.where('found_nothing', '=', 1))
      .groupBy('words')
      .orderBy('sessions', 'desc')
      .orderBy('words')
      .limit(mostWords)
      .execute();
  const tasks = await db
    .selectFrom('content_tasks')
    .select(['id', 'words'])
    .where('state', 'in', ['open', 'drafted', 'linked'])
    .execute();
  const taskOf = new Map(tasks.map((task) => [task.words, task.id]));
  const sized = (rows: readonly { words: string; sessions: number }[]) =>
    rows.map((row) => ({ words: row.words, sessions: Number(row.sessions) }));
  return {
    lookedFor: sized(await words(false)),
    notFound: sized(await words(true)).map((row) => ({ ...row, taskId: taskOf.get(row.words) ?? null })),
  };
}

/** A year month by month: visits, records used, searches, and what was taken home. */
export async function loadMonthly(db: Database, year: number): Promise<Monthly> {
  const rows = await db
    .selectFrom('statistic_sums')
    .select([sql<string>`substr(day, 1, 7)`.as('month'), 'name'])
    .select((table) => table.fn.sum<number>('count').as('count'))
    .where(within({ from: `${year}-01-01`, to: `${year}-12-31` }))
    .groupBy(['month', 'name'])
    .execute();
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return {
    year,
    months: months.map((month) => {
      const own = rows.filter((row) => row.month === month).map(({ name, count }) => [name, Number(count)]);
      const { at, ...figures } = pointOf(month, Object.fromEntries(own));
      return { month: at, ...figures };
    }),
  };
}
