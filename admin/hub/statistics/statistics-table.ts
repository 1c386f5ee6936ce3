// The figures as a table to print and hand out: a period slot by slot, or a year in the form archives report.
import type { Language } from '#shared/errors/app-error.ts';
import type { StatisticsFileQuery } from '#shared/protocol/statistics-api.ts';
import type { ReportColumn, ReportRow, ReportTable } from '#shared/reports/report-table.ts';
import { chinaMinute } from '#shared/reports/report-table.ts';
import { handOffWays, sumOf, visitModes } from '#shared/statistics/sum-keys.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import { loadVenue } from '../editorial/venue-service.ts';
import { loadMonthly, loadStatistics } from './load-statistics.ts';
import { type StatisticWords, statisticWords } from './statistics-words.ts';

interface Figures {
  readonly visits: number;
  readonly opened: number;
  readonly searches: number;
  readonly handed: number;
}

const figureKeys = ['visits', 'opened', 'searches', 'handed'] as const;

export async function statisticsTable(
  desk: Pick<Desk, 'db' | 'now'>,
  query: StatisticsFileQuery,
  language: Language,
): Promise<ReportTable> {
  const words = statisticWords[language];
  const venue = await loadVenue(desk.db);
  const made = `${venue.name}　${words.made(chinaMinute(instant(desk)))}`;
  if (query.what === 'months') return await monthsTable(desk, query.year, words, made);
  const found = await loadStatistics(desk, query);
  const terminal = found.terminals.find(({ id }) => id === query.terminalId)?.name;
  const { sums } = found;
  const line = (name: string, count: number | null): ReportRow => ({
    cells: [name, count, null, null, null],
  });
  const heading = (name: string): ReportRow => ({ cells: [name, null, null, null, null], isStrong: true });
  const rows: ReportRow[] = [
    ...found.series.map((point) => rowOf(words.slot(point.at, query.period), point)),
    totalRow(words, found.series),
    heading(words.nothing),
    line(words.foundNothing, sums['found-nothing'] ?? 0),
    ...handOffWays.map((way) => line(words.ways[way], sums[`handed.${way}`] ?? 0)),
    ...visitModes.map((mode) => line(words.modes[mode], sums[`mode.${mode}`] ?? 0)),
    heading(words.terminals),
    ...found.terminals.map(({ name, sums: own }) =>
      rowOf(name, {
        visits: own.visits ?? 0,
        opened: sumOf(own, 'opened.'),
        searches: own.searches ?? 0,
        handed: sumOf(own, 'handed.'),
      }),
    ),
    heading(words.notFound),
    ...found.notFound.map(({ words: sought, sessions }) => line(sought, sessions)),
  ];
  return {
    title: words.title(found.from, found.to),
    remarks: [made, ...(terminal === undefined ? [] : [terminal])],
    columns: columnsOf(words, words.time),
    rows: [rows],
  };
}

async function monthsTable(
  desk: Pick<Desk, 'db' | 'now'>,
  asked: number | undefined,
  words: StatisticWords,
  made: string,
): Promise<ReportTable> {
  const year = asked ?? Number(chinaMinute(instant(desk)).slice(0, 4));
  const { months } = await loadMonthly(desk.db, year);
  return {
    title: words.monthsTitle(year),
    remarks: [made],
    columns: columnsOf(words, words.month),
    rows: [
      [...months.map((month) => rowOf(words.slot(month.month, 'year'), month)), totalRow(words, months)],
    ],
  };
}

function columnsOf(words: StatisticWords, first: string): ReportColumn[] {
  return [
    { key: 'slot', title: first, kind: 'text', width: 26 },
    ...figureKeys.map((key) => ({ key, title: words.figures[key], kind: 'number' as const, width: 14 })),
  ];
}

const rowOf = (name: string, figures: Figures): ReportRow => ({
  cells: [name, ...figureKeys.map((key) => figures[key])],
});

function totalRow(words: StatisticWords, all: readonly Figures[]): ReportRow {
  const cells = figureKeys.map((key) => all.reduce((sum, figures) => sum + figures[key], 0));
  return { cells: [words.total, ...cells], isStrong: true };
}
