// When spans of the week next begin or end to hold, as a sign at a door says it.
import { type DayMoment, isWithin, minutesOf } from './day-span.ts';
import type { DaySpan, Weekday } from './venue-display.ts';

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/** Round the week, so that Sunday night runs into Monday. */
const wrap = (minutes: number) => ((minutes % weekMinutes) + weekMinutes) % weekMinutes;

/** Days are taken to have 24 hours, as they do in China. */
function momentAt(minuteOfWeek: number): DayMoment {
  return {
    weekday: (Math.floor(minuteOfWeek / dayMinutes) + 1) as Weekday,
    minutes: minuteOfWeek % dayMinutes,
  };
}

/** Minutes of the week at which a span begins or ends on any of its days; an end may lie in the next week. */
function edgesOf(span: DaySpan): number[] {
  const { from, to } = minutesOf(span);
  return span.days.flatMap((day) => [(day - 1) * dayMinutes + from, (day - 1) * dayMinutes + to]);
}

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
export function nextChange(spans: readonly DaySpan[], at: DayMoment): SpanChange | null {
  const now = (at.weekday - 1) * dayMinutes + at.minutes;
  const isHeld = isWithin(spans, at);
  const waits = spans.flatMap(edgesOf).map((edge) => wrap(edge - now) || weekMinutes);
  const changes = waits.filter((wait) => isWithin(spans, momentAt(wrap(now + wait))) !== isHeld);
  if (changes.length === 0) return null;
  const inMinutes = Math.min(...changes);
  const { weekday, minutes } = momentAt(wrap(now + inMinutes));
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    inMinutes,
    daysAhead: Math.floor((at.minutes + inMinutes) / dayMinutes),
    weekday,
    time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
}
