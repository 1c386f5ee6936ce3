// When the hall is open on real days: the weekly hours, and the days staff say are different.
import { minutesOf, momentOf } from './day-span.ts';
import type { ExceptionDay } from './hall-plan.ts';
import type { DaySpan } from './venue-display.ts';

/** Hours of one day, `HH:MM`; an end before its start runs past midnight. */
export interface DayHours {
  readonly from: string;
  readonly to: string;
}

/** What is true of this moment, and when the hall opens next. */
export type HallOpening =
  | { readonly state: 'unknown' }
  | { readonly state: 'open'; readonly until: string; readonly note: string | null }
  | {
      readonly state: 'closed';
      /** Null when no opening is known within two months. */
      readonly next: { readonly date: string; readonly from: string; readonly isToday: boolean } | null;
      /** Why, where staff gave a reason for today. */
      readonly note: string | null;
    };

const searchedDays = 62;

/** `YYYY-MM-DD` on the clock of the hall. */
export function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The hours of one day: those staff gave for it, else those of its weekday. */
export function hoursOn(
  date: Date,
  weekly: readonly DaySpan[],
  exceptions: readonly ExceptionDay[],
): readonly DayHours[] {
  const exception = exceptions.find((day) => day.date === localDay(date));
  if (exception !== undefined) return exception.spans;
  const { weekday } = momentOf(date);
  return weekly.filter(({ days }) => days.includes(weekday));
}

/** Whether the hall is open now, until when, or when it opens next. */
export function hallOpeningAt(
  now: Date,
  weekly: readonly DaySpan[],
  exceptions: readonly ExceptionDay[],
): HallOpening {
  if (weekly.length === 0 && exceptions.length === 0) return { state: 'unknown' };
  const on = (date: Date) => hoursOn(date, weekly, exceptions);
  const minutes = now.getHours() * 60 + now.getMinutes();
  const note = exceptions.find((day) => day.date === localDay(now))?.note || null;
  const until = closingOf(on(now), minutes) ?? closingOf(on(dayAfter(now, -1)), minutes + 24 * 60);
  if (until !== null) return { state: 'open', until, note };
  return { state: 'closed', next: nextOpening(now, minutes, on), note };
}

/** When hours that hold this minute of their day end. */
function closingOf(hours: readonly DayHours[], minute: number): string | null {
  const holding = hours.find((span) => {
    const { from, to } = minutesOf({ days: [], ...span });
    return minute >= from && minute < to;
  });
  return holding?.to ?? null;
}

function nextOpening(now: Date, minutes: number, on: (date: Date) => readonly DayHours[]) {
  for (let days = 0; days <= searchedDays; days++) {
    const date = dayAfter(now, days);
    const coming = on(date)
      .map(({ from }) => from)
      .filter((from) => days > 0 || minutesOf({ days: [], from, to: from }).from > minutes)
      .sort();
    if (coming[0] !== undefined) return { date: localDay(date), from: coming[0], isToday: days === 0 };
  }
  return null;
}

/** Noon of a day before or after: no change of the clocks moves it to another day. */
function dayAfter(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12);
}

/** The exceptions from today on, the nearest first. */
export function comingExceptions(now: Date, exceptions: readonly ExceptionDay[]): ExceptionDay[] {
  const today = localDay(now);
  return exceptions.filter(({ date }) => date >= today).sort((a, b) => (a.date < b.date ? -1 : 1));
}
