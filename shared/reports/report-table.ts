// A table of a ledger or report: what is shown at the desk, printed, and handed out as .csv and .xlsx alike.
import type { SheetCell, WritableSheet } from '../workbook/workbook-sheet.ts';

/** `day` is `YYYY[-MM[-DD]]`; `instant` is ISO 8601 with `Z`, shown in the time of China. */
export type ColumnKind = 'text' | 'number' | 'day' | 'instant';

export interface ReportColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters of the body's size; a Chinese character takes two. */
  readonly width: number;
}

export type ReportValue = string | number | null;

export interface ReportRow {
  readonly cells: readonly ReportValue[];
  /** Sums and headings within the table. */
  readonly isStrong?: boolean;
  /** Struck out: an entry that was declared void, and stays in the book. */
  readonly isVoid?: boolean;
  /** What the row is about: the desk links to it. */
  readonly link?: { readonly kind: 'record' | 'entry' | 'case'; readonly id: string } | undefined;
}

export interface ReportHead {
  readonly title: string;
  /** The period, the agency, when it was made. */
  readonly remarks: readonly string[];
  readonly columns: readonly ReportColumn[];
}

/** A table whose rows come in batches, so that a long one never lies in memory as a whole. */
export interface ReportTable extends ReportHead {
  readonly rows: AsyncIterable<readonly ReportRow[]> | Iterable<readonly ReportRow[]>;
}

const chinaOffsetMs = 8 * 3600 * 1000;

/** An instant as day and time to the minute in China; anything else as it is. */
export function chinaMinute(instant: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  return new Date(ms + chinaOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** The day of an instant in China. */
export function chinaDay(instant: string): string {
  return chinaMinute(instant).slice(0, 10);
}

/** The first instant of a day in China. */
export function startOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - chinaOffsetMs).toISOString();
}

/** The day after. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A cell as people read it. */
export function shownValue(value: ReportValue, kind: ColumnKind): string {
  if (value === null) return '';
  return kind === 'instant' && typeof value === 'string' ? chinaMinute(value) : String(value);
}

function sheetCell(value: ReportValue, kind: ColumnKind): SheetCell {
  const isDate = (kind === 'day' || kind === 'instant') && typeof value === 'string' && value !== '';
  return isDate ? { date: value } : value;
}

/** The table as a sheet of a spreadsheet. */
export function sheetOf(table: ReportTable, name: string): WritableSheet {
  const { title, remarks, columns } = table;
  return {
    name,
    columns: columns.map(({ width, kind }) => ({ width, isCentred: kind === 'day' || width <= 10 })),
    title,
    remarks,
    heads: [{ cells: columns.map((column) => column.title) }],
    rows: sheetLines(table),
  };
}

async function* sheetLines({ columns, rows }: ReportTable) {
  for await (const batch of rows) {
    yield batch.map(({ cells, isStrong = false }) => ({
      cells: columns.map(({ kind }, at) => sheetCell(cells[at] ?? null, kind)),
      isStrong,
    }));
  }
}
