// Until when something is due that runs for so many days: start, pauses, extension and the day it ends on.
import { AppError } from '../errors/app-error.ts';
import { addDays, dayNumber, type IsoDate, isoDate } from './civil-day.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Days that do not count, first and last included. */
export interface Pause {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * A term of days.
 *
 * - The day it starts from is not counted (Civil Code 201), whether it is worked or not: day 1 is the next day, or the
 *   next working day.
 * - `working-day`: only days worked by the holiday notice are counted, make-up days among them, so the last day is worked.
 * - `calendar-day`: every day is counted; a last day that is a rest day moves to the next working day (Civil Code 203).
 * - Days within a pause are not counted, and pauses may touch or overlap. The last day counted never lies in one.
 * - A term of no days ends on its start, moved off rest days; it counts nothing, so no pause moves it.
 * - An extension adds days of the same unit to the end, before that end is moved off rest days.
 */
export interface Term {
  readonly from: IsoDate;
  readonly unit: 'working-day' | 'calendar-day';
  readonly days: number;
  readonly extension?: number;
  readonly pauses?: readonly Pause[];
}

/** More days than any term has. */
export const longestTermDays = 20_000;

/** The last day of a term. Throws `calendar.…` for unknown years and what cannot be counted. */
export function dueOf(calendar: WorkingCalendar, term: Term): IsoDate {
  const wanted = wantedDays(term);
  if (wanted === 0) return calendar.nextWorkingDay(term.from);
  let paused = 0;
  let due = step(calendar, term, wanted);
  for (const pause of joinPauses(term)) {
    if (pause.from > due) break;
    paused += lengthIn(calendar, term, pause);
    due = step(calendar, term, wanted + paused);
  }
  return term.unit === 'working-day' ? due : calendar.nextWorkingDay(due);
}

/** Days of the term with its extension. Throws `calendar.bad-count`. */
export function wantedDays({ days, extension = 0 }: Term): number {
  for (const count of [days, extension]) {
    if (!Number.isInteger(count) || count < 0 || count > longestTermDays)
      throw new AppError('calendar.bad-count', { value: count });
  }
  return days + extension;
}

/** Pauses after the start in order, those that touch made one. Throws `calendar.clock` for one that ends before it starts. */
export function joinPauses({ from, pauses = [] }: Term): Pause[] {
  const first = addDays(from, 1);
  const joined: { from: IsoDate; to: IsoDate }[] = [];
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (dayNumber(pause.to) < dayNumber(pause.from))
      throw new AppError('calendar.clock', { what: `${pause.from}..${pause.to}`, date: pause.to });
    if (pause.to < first) continue;
    const start = pause.from < first ? first : pause.from;
    const last = joined.at(-1);
    if (last !== undefined && dayNumber(start) <= dayNumber(last.to) + 1) {
      if (pause.to > last.to) last.to = pause.to;
    } else joined.push({ from: start, to: pause.to });
  }
  return joined;
}

function step(calendar: WorkingCalendar, { from, unit }: Term, days: number): IsoDate {
  if (unit === 'working-day') return calendar.addWorkingDays(from, days);
  return isoDate(dayNumber(from) + days);
}

function lengthIn(calendar: WorkingCalendar, { unit }: Term, { from, to }: Pause): number {
  if (unit === 'working-day') return calendar.countWorkingDays(addDays(from, -1), to);
  return dayNumber(to) - dayNumber(from) + 1;
}
