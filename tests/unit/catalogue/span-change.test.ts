// When spans begin and end, and how hours are written: cases staff will enter, and properties over any minute.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin, momentOf } from '#shared/catalogue/day-span.ts';
import { groupDays, spellDays, spellSpans } from '#shared/catalogue/day-span-words.ts';
import { nextChange } from '#shared/catalogue/span-change.ts';
import type { DaySpan, Weekday } from '#shared/catalogue/venue-display.ts';

const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const span = (days: readonly Weekday[], from: string, to: string): DaySpan => ({ days, from, to });
/** Monday 2026-11-23 and the days after it, on the local clock. */
const on = (day: Weekday, time: string) => new Date(`2026-11-${22 + day}T${time}:00`);
const changeAt = (spans: readonly DaySpan[], at: Date) => nextChange(spans, momentOf(at));
const heldAt = (spans: readonly DaySpan[], at: Date) => isWithin(spans, momentOf(at));

describe('span › the next change', () => {
  const hours = [
    span(workdays, '09:00', '12:00'),
    span(workdays, '12:00', '17:00'),
    span([6], '09:00', '12:00'),
  ];
  test.each([
    ['adjoining spans close only once', on(1, '11:00'), { daysAhead: 0, weekday: 1, time: '17:00' }],
    ['in the evening it opens tomorrow', on(1, '18:30'), { daysAhead: 1, weekday: 2, time: '09:00' }],
    ['before opening it opens today', on(2, '08:59'), { daysAhead: 0, weekday: 2, time: '09:00' }],
    ['on Saturday afternoon it opens on Monday', on(6, '12:00'), { daysAhead: 2, weekday: 1, time: '09:00' }],
  ])('%s', (_, at, expected) => {
    expect(changeAt(hours, at)).toMatchObject(expected);
  });

  test('a night that runs on ends the day after, also over Sunday', () => {
    const night = [span([7], '22:00', '06:00')];
    expect(changeAt(night, on(7, '23:00'))).toMatchObject({ daysAhead: 1, weekday: 1, time: '06:00' });
  });

  test('none when nothing ever changes', () => {
    expect(changeAt([], on(1, '10:00'))).toBeNull();
    expect(changeAt([span([1, 2, 3, 4, 5, 6, 7], '00:00', '00:00')], on(1, '10:00'))).toBeNull();
  });
});

const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const anySpan = fc.record({
  days: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { maxLength: 7 }),
  from: fc.integer({ min: 0, max: 1439 }).map(timeOf),
  to: fc.integer({ min: 0, max: 1439 }).map(timeOf),
});
const anyMinute = fc
  .integer({ min: 0, max: 2 * 366 * 1440 })
  .map((minutes) => new Date(2026, 0, 1, 0, minutes));
const later = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000);

describe('span › for any spans and any minute', () => {
  test('nothing changes before the next change, and then it does', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 4 }), anyMinute, fc.nat(), (spans, at, pick) => {
        const change = changeAt(spans, at);
        const isHeld = heldAt(spans, at);
        const before = pick % (change?.inMinutes ?? 7 * 1440);
        expect(heldAt(spans, later(at, before))).toBe(isHeld);
        if (change === null) return;
        const then = later(at, change.inMinutes);
        expect(heldAt(spans, then)).toBe(!isHeld);
        expect(timeOf(then.getHours() * 60 + then.getMinutes())).toBe(change.time);
        expect(momentOf(then).weekday).toBe(change.weekday);
        const midnight = new Date(at.getFullYear(), at.getMonth(), at.getDate() + change.daysAhead);
        expect(then.toDateString()).toBe(midnight.toDateString());
      }),
    );
  });

  test('groups hold the same spans as before', () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 4 }), anyMinute, (spans, at) => {
        const grouped = groupDays(spans).flatMap(({ days, times }) =>
          times.map((time) => ({ days, ...time })),
        );
        expect(heldAt(grouped, at)).toBe(heldAt(spans, at));
      }),
    );
  });
});

describe('span › in words', () => {
  test.each([
    [
      [span(workdays, '09:00', '12:00'), span(workdays, '14:00', '17:00'), span([6], '09:00', '12:00')],
      ['周一至周五 9:00—12:00、14:00—17:00', '周六 9:00—12:00'],
      ['Mon–Fri 9:00–12:00, 14:00–17:00', 'Sat 9:00–12:00'],
    ],
    [[span([1, 2, 3, 4, 5, 6, 7], '00:00', '00:00')], ['每天 全天'], ['Every day all day']],
    [[span([5, 6], '20:00', '02:00')], ['周五、周六 20:00—次日2:00'], ['Fri, Sat 20:00–next day 2:00']],
    [[], [], []],
  ])('%#', (spans, zh, en) => {
    expect(spellSpans(spans, 'zh-CN')).toEqual(zh);
    expect(spellSpans(spans, 'en')).toEqual(en);
  });

  test('days › runs of three and more are drawn together', () => {
    expect(spellDays([1, 2, 3, 5, 7], 'zh-CN')).toBe('周一至周三、周五、周日');
  });
});
