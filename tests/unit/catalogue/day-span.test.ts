// Spans of the day and what opening hours mean, checked minute by minute against a clock that is simply walked on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayMoment, holdsMoment, isClockTime, momentOf, openingAt } from '#shared/catalogue/day-span.ts';
import type { DaySpan, Weekday } from '#shared/catalogue/venue-display.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekMinutes = 7 * 24 * 60;
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const inWeek = (minute: number): DayMoment => ({
  weekday: ((Math.floor((minute % weekMinutes) / 1440) % 7) + 1) as Weekday,
  minutes: minute % 1440,
});

const anyTime = fc.integer({ min: 0, max: 1439 }).map(clock);
const anySpan: fc.Arbitrary<DaySpan> = fc.record({
  days: fc.subarray([...weekdays], { minLength: 1 }),
  from: anyTime,
  to: anyTime,
});
const anyMinute = fc.integer({ min: 0, max: weekMinutes - 1 });

/** Every minute of the week a span holds, counted out one after the other. */
function minutesHeld({ days, from, to }: DaySpan): Set<number> {
  const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440;
  const held = new Set<number>();
  for (const day of days)
    for (let at = 0; at < length; at++) held.add(((day - 1) * 1440 + minutesOf(from) + at) % weekMinutes);
  return held;
}

describe('span', () => {
  it('when any span meets any minute › it holds what counting says', () => {
    fc.assert(
      fc.property(anySpan, anyMinute, (span, minute) => {
        expect(holdsMoment(span, inWeek(minute))).toBe(minutesHeld(span).has(minute));
      }),
      { numRuns: 300 },
    );
  });

  it('when it runs past midnight › the early hours belong to the day it began on', () => {
    const friday: DaySpan = { days: [5], from: '22:00', to: '02:00' };
    expect(holdsMoment(friday, { weekday: 6, minutes: 60 })).toBe(true);
    expect(holdsMoment(friday, { weekday: 5, minutes: 60 })).toBe(false);
    expect(holdsMoment({ ...friday, days: [7] }, { weekday: 1, minutes: 119 })).toBe(true);
    expect(holdsMoment({ ...friday, days: [7] }, { weekday: 1, minutes: 120 })).toBe(false);
  });

  it('when a date is read › Sunday is the seventh day', () => {
    expect(momentOf(new Date(2026, 10, 22, 13, 5))).toEqual({ weekday: 7, minutes: 785 });
    expect(momentOf(new Date(2026, 10, 23, 0, 0))).toEqual({ weekday: 1, minutes: 0 });
  });

  it('when times are judged › only those of a day’s clock pass', () => {
    for (const time of ['00:00', '09:30', '23:59']) expect(isClockTime(time)).toBe(true);
    for (const time of ['24:00', '9:30', '12:60', '', '12:30:00']) expect(isClockTime(time)).toBe(false);
  });
});

describe('opening hours', () => {
  it('when any hours meet any minute › what they say is what walking on would find', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { minLength: 1, maxLength: 4 }), anyMinute, (spans, minute) => {
        const open = new Set(spans.flatMap((span) => [...minutesHeld(span)]));
        const said = openingAt(spans, inWeek(minute));
        expect(said.state === 'open').toBe(open.has(minute));
        if (said.state === 'open') expect(said.until).toBe(closingByWalking(open, minute));
        if (said.state === 'opens-later') expect(said.at).toBe(openingByWalking(open, minute));
        if (said.state === 'closed') {
          expect(openingByWalking(open, minute)).toBeNull();
          expect(said.wasOpenToday).toBe(wasOpenByWalking(open, minute));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('when staff have not said › nothing is claimed', () => {
    expect(openingAt([], { weekday: 1, minutes: 600 })).toEqual({ state: 'unknown' });
  });

  it('when morning and afternoon meet › the hall closes once, in the evening', () => {
    const days = [1] as const;
    const spans: DaySpan[] = [
      { days, from: '09:00', to: '12:00' },
      { days, from: '12:00', to: '17:30' },
    ];
    expect(openingAt(spans, { weekday: 1, minutes: 600 })).toEqual({ state: 'open', until: '17:30' });
  });

  it('when it is always open › it says no closing time', () => {
    const always: DaySpan = { days: weekdays, from: '00:00', to: '00:00' };
    expect(openingAt([always], { weekday: 3, minutes: 700 })).toEqual({ state: 'open', until: null });
  });
});

/** The next minute nobody is let in, or null when there is none. */
function closingByWalking(open: ReadonlySet<number>, minute: number): string | null {
  for (let at = minute; at < minute + weekMinutes; at++)
    if (!open.has(at % weekMinutes)) return clock(at % 1440);
  return null;
}

/** The next minute today the doors open, or null. */
function openingByWalking(open: ReadonlySet<number>, minute: number): string | null {
  const midnight = minute - (minute % 1440) + 1440;
  for (let at = minute; at < midnight; at++) if (open.has(at)) return clock(at % 1440);
  return null;
}

function wasOpenByWalking(open: ReadonlySet<number>, minute: number): boolean {
  for (let at = minute - (minute % 1440); at < minute; at++) if (open.has(at)) return true;
  return false;
}
