// Periods reports are about: months, quarters, years, or any days from one to another.
import { nextDay, startOfDay } from './report-table.ts';

/** Days, both included; null without limit. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export type PeriodKind = 'month' | 'quarter' | 'year';

/** `2026-03`, `2026-Q1` or `2026`. */
export interface Period {
  readonly kind: PeriodKind;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const pattern = /^(\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4]))?$/u;

/** Null for what is no period. */
export function parsePeriod(id: string): Period | null {
  const match = pattern.exec(id);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) return periodOf('month', id, year, Number(match[2]), 1);
  if (match[3] !== undefined) return periodOf('quarter', id, year, Number(match[3]) * 3 - 2, 3);
  return periodOf('year', id, year, 1, 12);
}

function periodOf(kind: PeriodKind, id: string, year: number, month: number, months: number): Period {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const last = new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
  return { kind, id, from: first, to: last };
}

/** In the words of official papers: 2026年3月, 2026年第一季度, 2026年. */
export function periodWords({ kind, id }: Pick<Period, 'kind' | 'id'>): string {
  const year = `${id.slice(0, 4)}年`;
  if (kind === 'month') return `${year}${Number(id.slice(5))}月`;
  return kind === 'quarter' ? `${year}第${'一二三四'[Number(id.slice(6)) - 1]}季度` : year;
}

/** The period before the one a day lies in: what is reported on now. */
export function lastPeriod(kind: PeriodKind, today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (kind === 'year') return mustParse(String(year - 1));
  if (kind === 'month') return mustParse(month === 1 ? `${year - 1}-12` : `${year}-${two(month - 1)}`);
  const quarter = Math.ceil(month / 3);
  return mustParse(quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`);
}

const two = (number: number) => String(number).padStart(2, '0');

function mustParse(id: string): Period {
  const period = parsePeriod(id);
  if (period === null) throw new RangeError(id);
  return period;
}

/** The instants a range of days holds, by the clock of China: from the first on, and before the second. */
export function instantsOf({ from, to }: DayRange): {
  readonly from: string | null;
  readonly before: string | null;
} {
  return {
    from: from === null ? null : startOfDay(from),
    before: to === null ? null : startOfDay(nextDay(to)),
  };
}
