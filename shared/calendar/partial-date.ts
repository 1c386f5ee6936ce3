// Dates of which only the year or the month is known, taken for their last day: nobody is late before that.
import { addDays, addMonths, type IsoDate, isDate } from './civil-day.ts';

/** The last day a date may mean: of 2024 the end of the year; null for anything that is no date. */
export function lastDayOf(date: string): IsoDate | null {
  if (isDate(date)) return date;
  const length = /^\d{4}$/.test(date) ? 12 : /^\d{4}-\d{2}$/.test(date) ? 1 : 0;
  const first = length === 12 ? `${date}-01-01` : `${date}-01`;
  return length === 0 || !isDate(first) ? null : addDays(addMonths(first, length), -1);
}
