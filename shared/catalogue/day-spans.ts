// Arithmetic of opening hours, quiet hours and plans: whether a span of the week holds, and when that changes.
import type { DaySpan, Weekday } from './venue-display.ts';

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/** Minutes from midnight of `HH:MM`, `24:00` included. Anything that is no such time counts as midnight. */
export function minutesOfDay(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  return match === null ? 0 : Math.min(Number(match[1]) * 60 + Number(match[2]), dayMinutes);
}

/** The local day of the week of `at`, as ISO 8601 counts them. */
export function weekdayOf(at: Date): Weekday {
  return (((at.getDay() + 6) % 7) + 1) as Weekday;
}

/** Minutes since Monday's midnight on the clock of the wall: days are taken to have 24 hours, as they do in China. */
function minuteOfWeek(at: Date): number {
  return (weekdayOf(at) - 1) * dayMinutes + at.getHours() * 60 + at.getMinutes();
}

/** Round the week, so that Sunday night runs into Monday. */
const wrap = (minutes: number) => ((minutes % weekMinutes) + weekMinutes) % weekMinutes;

/** A span with the same start and end lasts a whole day: nobody writes down one that never holds. */
function lengthOf({ from, to }: DaySpan): number {
  return wrap(minutesOfDay(to) - minutesOfDay(from)) % dayMinutes || dayMinutes;
}

function startsOf({ days, from }: DaySpan): number[] {
  return days.map((day) => (day - 1) * dayMinutes + minutesOfDay(from));
}

function holdsAt(spans: readonly DaySpan[], minute: number): boolean {
  return spans.some((span) => startsOf(span).some((start) => wrap(minute - start) < lengthOf(span)));
}

/**
 * Whether `span` holds at `at`, on the local clock; its end no longer belongs to it. A span past midnight belongs to
 * the day it begins on: Friday 22:00 to 02:00 holds on Saturday at 01:00.
 */
export function isWithin(span: DaySpan, at: Date): boolean {
  return holdsAt([span], minuteOfWeek(at));
}

/** Whether any of `spans` holds at `at`. */
export function isWithinAny(spans: readonly DaySpan[], at: Date): boolean {
  return holdsAt(spans, minuteOfWeek(at));
}

/** When the next change comes, as a person would say it. */
export interface SpanChange {
  /** Whole minutes from now, 1 to 10,080. */
  readonly inMinutes: number;
  /** Midnights between now and then: 0 is today, 1 tomorrow. */
  readonly daysAhead: number;
  readonly weekday: Weekday;
  /** `HH:MM` */
  readonly time: string;
}

/** When "some span holds" next turns into its contrary; null when it never does. Adjoining spans count as one. */
export function nextChange(spans: readonly DaySpan[], at: Date): SpanChange | null {
  const now = minuteOfWeek(at);
  const isHeld = holdsAt(spans, now);
  const edges = spans.flatMap((span) => startsOf(span).flatMap((start) => [start, start + lengthOf(span)]));
  const waits = edges.map((edge) => wrap(edge - now) || weekMinutes).sort((a, b) => a - b);
  const inMinutes = waits.find((wait) => holdsAt(spans, wrap(now + wait)) !== isHeld);
  if (inMinutes === undefined) return null;
  const then = wrap(now + inMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    inMinutes,
    daysAhead: Math.floor(((now % dayMinutes) + inMinutes) / dayMinutes),
    weekday: (Math.floor(then / dayMinutes) + 1) as Weekday,
    time: `${two(Math.floor((then % dayMinutes) / 60))}:${two(then % 60)}`,
  };
}

/** Days that have the same times, and those times in the order of the day. */
export interface DayGroup {
  /** Ascending. */
  readonly days: readonly Weekday[];
  readonly times: readonly { readonly from: string; readonly to: string }[];
}

/** The spans as people write opening hours: days with equal times together, the earliest day first. */
export function groupDays(spans: readonly DaySpan[]): DayGroup[] {
  const groups = new Map<string, { days: Weekday[]; times: { from: string; to: string }[] }>();
  for (const day of [1, 2, 3, 4, 5, 6, 7] as const) {
    const times = spans
      .filter((span) => span.days.includes(day))
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
    if (times.length === 0) continue;
    const key = JSON.stringify(times);
    const group = groups.get(key) ?? { days: [], times };
    group.days.push(day);
    groups.set(key, group);
  }
  return [...groups.values()];
}
