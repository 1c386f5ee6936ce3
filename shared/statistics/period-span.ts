// The spans statistics are told for: a day, a week from Monday, a month, a year; and the one before each.
import { addDays, dayNumber, dayOfWeek, isoDate } from '../calendar/civil-day.ts';
import type { StatisticPeriod } from '../protocol/statistics-api.ts';

export interface PeriodSpan {
  /** First and last day. */
  readonly from: string;
  readonly to: string;
}

/** The period that holds this day. */
export function spanOf(period: StatisticPeriod, day: string): PeriodSpan {
  if (period === 'day') return { from: day, to: day };
  if (period === 'week') {
    const from = addDays(day, 1 - dayOfWeek(dayNumber(day)));
    return { from, to: addDays(from, 6) };
  }
  if (period === 'year') return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  const [year = 0, month = 1] = day.split('-').map(Number);
  return { from: `${day.slice(0, 7)}-01`, to: isoDate(Date.UTC(year, month, 0) / 86_400_000) };
}

/** The period before, and of it only as many days as have gone by of this one: half a month is held against half a month. */
export function spanBefore(period: StatisticPeriod, { from, to }: PeriodSpan, today: string): PeriodSpan {
  const before = spanOf(period, addDays(from, -1));
  if (today < from || today >= to) return before;
  const last = addDays(before.from, dayNumber(today) - dayNumber(from));
  return { from: before.from, to: last < before.to ? last : before.to };
}

/** The period `steps` away from the one that holds this day. */
export function stepPeriod(period: StatisticPeriod, day: string, steps: -1 | 1): string {
  const { from, to } = spanOf(period, day);
  return steps === 1 ? addDays(to, 1) : addDays(from, -1);
}
