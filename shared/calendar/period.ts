// Periods of the year that content is owed for: days, ISO weeks, months, quarters, halves and years.
import type { DeadlinePeriod } from '../catalogue/deadline-rule.ts';
import { addDays, addMonths, dayNumber, dayOfWeek, type IsoDate } from './civil-day.ts';
import { dueOf } from './count-term.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** First and last day, both within it. */
export interface Period {
  readonly every: DeadlinePeriod;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** When what is owed for a period is due: so many days after its last day, or on a fixed day of the year after. */
export type PeriodAllowance =
  | { readonly type: 'after-end'; readonly days: number; readonly unit: 'working-day' | 'calendar-day' }
  /** The first `MM-DD` that is not before the period's last day. */
  | { readonly type: 'by-date'; readonly monthDay: string };

const months: Readonly<Record<Exclude<DeadlinePeriod, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** The period a date lies in. */
export function periodOf(every: DeadlinePeriod, date: IsoDate): Period {
  if (every === 'day') return { every, start: date, end: date };
  if (every === 'week') {
    const start = addDays(date, 1 - dayOfWeek(dayNumber(date)));
    return { every, start, end: addDays(start, 6) };
  }
  const length = months[every];
  const month = Number(date.slice(5, 7)) - 1;
  const first = month - (month % length) + 1;
  const start = `${date.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { every, start, end: addDays(addMonths(start, length), -1) };
}

export const nextPeriod = ({ every, end }: Period): Period => periodOf(every, addDays(end, 1));

/** 2026-04, 2026-Q2, 2026-H1, 2026, 2026-W12 or the day: how a period is written short and without words. */
export function periodName({ every, start }: Period): string {
  const [year = '', month = ''] = start.split('-');
  if (every === 'year') return year;
  if (every === 'half-year') return `${year}-H${month < '07' ? 1 : 2}`;
  if (every === 'quarter') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  if (every === 'month') return `${year}-${month}`;
  return every === 'day' ? start : isoWeek(start);
}

/** The week by ISO 8601: it belongs to the year its Thursday lies in. */
function isoWeek(monday: IsoDate): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The day by which what is owed for a period must be public. Throws `calendar.…` for unknown years. */
export function dueAfterPeriod(
  calendar: WorkingCalendar,
  { end }: Period,
  allowance: PeriodAllowance,
): IsoDate {
  if (allowance.type === 'after-end')
    return dueOf(calendar, { from: end, unit: allowance.unit, days: allowance.days });
  const sameYear = `${end.slice(0, 4)}-${allowance.monthDay}`;
  const day = sameYear >= end ? sameYear : `${Number(end.slice(0, 4)) + 1}-${allowance.monthDay}`;
  return calendar.nextWorkingDay(day);
}
