// Spans of the local day: whether one holds a moment, and what opening hours mean for a moment.
import type { DaySpan, Weekday } from './venue-display.ts';

/** A moment of the week on the clock of the hall. */
export interface DayMoment {
  readonly weekday: Weekday;
  /** Minutes since midnight, 0 to 1439. */
  readonly minutes: number;
}

const dayMinutes = 24 * 60;

/** Whether this is a time as spans write it: `HH:MM`, `00:00` to `23:59`. */
export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** What the local clock shows at this instant. */
export function momentOf(date: Date): DayMoment {
  return {
    weekday: (date.getDay() === 0 ? 7 : date.getDay()) as Weekday,
    minutes: date.getHours() * 60 + date.getMinutes(),
  };
}

/** Whether a span holds a moment; its end is outside. Equal times mean a whole day from that time on. */
export function holdsMoment(span: DaySpan, { weekday, minutes }: DayMoment): boolean {
  const { from, to } = minutesOf(span);
  if (span.days.includes(weekday) && minutes >= from && minutes < to) return true;
  // The part after midnight belongs to the day the span began on.
  return span.days.includes(dayBefore(weekday)) && minutes + dayMinutes < to;
}

/** Whether any of the spans holds the moment. */
export function isWithin(spans: readonly DaySpan[], moment: DayMoment): boolean {
  return spans.some((span) => holdsMoment(span, moment));
}

/** What opening hours say of a moment. */
export type OpeningState =
  /** Staff have not said when the hall is open. */
  | { readonly state: 'unknown' }
  /** Open; `until` is null when it does not close within a week. */
  | { readonly state: 'open'; readonly until: string | null }
  /** Closed, and opening again today. */
  | { readonly state: 'opens-later'; readonly at: string }
  /** Closed for the rest of today, after having been open or not at all. */
  | { readonly state: 'closed'; readonly wasOpenToday: boolean };

/** Whether the hall is open at this moment, and what comes next today. */
export function openingAt(spans: readonly DaySpan[], moment: DayMoment): OpeningState {
  if (spans.length === 0) return { state: 'unknown' };
  if (isWithin(spans, moment)) return { state: 'open', until: closingAfter(spans, moment) };
  const today = spans.filter(({ days }) => days.includes(moment.weekday)).map(minutesOf);
  const coming = today.filter(({ from }) => from > moment.minutes).map(({ from }) => from);
  if (coming.length > 0) return { state: 'opens-later', at: clockTime(Math.min(...coming)) };
  // Hours that ran on from yesterday's evening made today an open day as well.
  const ranOn = spans.some((span) => holdsMoment(span, { weekday: moment.weekday, minutes: 0 }));
  return { state: 'closed', wasOpenToday: today.length > 0 || ranOn };
}

/** When the hall closes, following spans that meet or overlap; null when it never does. */
function closingAfter(spans: readonly DaySpan[], moment: DayMoment): string | null {
  let at = moment;
  for (let steps = 0; steps <= 7 * 2 * spans.length; steps++) {
    const left = Math.max(
      ...spans.filter((span) => holdsMoment(span, at)).map((span) => minutesLeft(span, at)),
      0,
    );
    if (left === 0) return clockTime(at.minutes);
    at = later(at, left);
  }
  return null;
}

function minutesLeft(span: DaySpan, { weekday, minutes }: DayMoment): number {
  const { from, to } = minutesOf(span);
  const isToday = span.days.includes(weekday) && minutes >= from && minutes < to;
  return isToday ? to - minutes : to - dayMinutes - minutes;
}

function later({ weekday, minutes }: DayMoment, by: number): DayMoment {
  const total = (weekday - 1) * dayMinutes + minutes + by;
  return {
    weekday: ((Math.floor(total / dayMinutes) % 7) + 1) as Weekday,
    minutes: total % dayMinutes,
  };
}

/** Minutes since the midnight the span's day began with; `to` lies past `from`, up to a whole day. */
export function minutesOf({ from, to }: DaySpan): { readonly from: number; readonly to: number } {
  const start = parseClock(from);
  const end = parseClock(to);
  return { from: start, to: end > start ? end : end + dayMinutes };
}

function parseClock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}

function clockTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function dayBefore(weekday: Weekday): Weekday {
  return (weekday === 1 ? 7 : weekday - 1) as Weekday;
}
