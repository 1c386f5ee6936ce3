// Counting by the calendar against a loop over days, over all the years whose notices are known.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedNotices } from '#hub/calendar/shipped-notices.ts';
import { addDays, dayNumber, isoDate } from '#shared/calendar/civil-day.ts';
import { dueOf, type Term } from '#shared/calendar/count-term.ts';
import { explainTerm } from '#shared/calendar/explain-term.ts';
import { findNoticeFaults } from '#shared/calendar/holiday-notice.ts';
import { parseNotices } from '#shared/calendar/parse-notice.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { hasSharedData, sharedDataReason } from '#tests/support/shared-data.ts';
import { holidayTable, NaiveCalendar } from './naive-calendar.ts';

const shipped = new WorkingCalendar(shippedNotices);
const [firstDay, lastDay] = [dayNumber('2007-01-01'), dayNumber('2026-12-31')];
const lastStart = dayNumber('2025-06-30');

const termArbitrary = fc
  .record({
    start: fc.integer({ min: firstDay, max: lastStart }),
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
    // No days at all is the rarest of lengths and the one a fault hid behind.
    days: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 2 })),
    extension: fc.integer({ min: 0, max: 30 }),
    pauses: fc.array(fc.tuple(fc.integer({ min: -10, max: 90 }), fc.integer({ min: 0, max: 25 })), {
      maxLength: 3,
    }),
  })
  .map(
    ({ start, unit, days, extension, pauses }): Term => ({
      from: isoDate(start),
      ...{ unit, days, extension },
      pauses: pauses.map(([at, length]) => ({ from: isoDate(start + at), to: isoDate(start + at + length) })),
    }),
  );

describe('counting', () => {
  const given = hasSharedData ? '' : ` (${sharedDataReason})`;

  it.skipIf(!hasSharedData)(
    `days › when compared with the published table${given} › every one of 20 years agrees`,
    () => {
      const naive = new NaiveCalendar(holidayTable);
      for (let day = firstDay; day <= lastDay; day++) {
        const date = isoDate(day);
        if (shipped.isWorkingDay(date) !== naive.isWorking(date)) expect.fail(date);
      }
    },
  );

  it.skipIf(!hasSharedData)(
    `notices › when the table is imported${given} › they are those the program comes with`,
    () => {
      const read = parseNotices(holidayTable, null);
      const days = (notices: typeof read) =>
        notices.map(({ year, days }) => [year, days.map(({ date, kind }) => `${date} ${kind}`).sort()]);
      expect(days(read)).toEqual(days([...shippedNotices]));
    },
  );

  it.skipIf(!hasSharedData)(
    `working days › when every start meets many lengths${given} › 300,000 counts agree with the loop`,
    () => {
      const naive = new NaiveCalendar(holidayTable);
      for (let day = firstDay; day <= lastStart; day++) {
        const from = isoDate(day);
        // One walk serves all lengths: it notes each working day it comes by.
        let [at, counted] = [from, 0];
        while (counted < 45) {
          at = addDays(at, 1);
          if (!naive.isWorking(at)) continue;
          counted++;
          if (shipped.addWorkingDays(from, counted) !== at) expect.fail(`${from} + ${counted}`);
          if (shipped.countWorkingDays(from, at) !== counted) expect.fail(`${from} … ${at}`);
        }
      }
    },
  );

  it.skipIf(!hasSharedData)(
    `terms › when paused, extended and of either unit${given} › the loop finds the same day`,
    () => {
      const naive = new NaiveCalendar(holidayTable);
      fc.assert(
        fc.property(termArbitrary, (term) => {
          const wanted = term.days + (term.extension ?? 0);
          expect(dueOf(shipped, term)).toBe(naive.due(term.from, term.unit, wanted, term.pauses));
        }),
        { numRuns: 20_000 },
      );
    },
  );

  it.skipIf(!hasSharedData)(
    `backwards › when days are taken off${given} › the loop finds the same day`,
    () => {
      const naive = new NaiveCalendar(holidayTable);
      const start = fc.integer({ min: dayNumber('2008-01-01'), max: lastDay });
      fc.assert(
        fc.property(start, fc.integer({ min: 1, max: 120 }), (day, count) => {
          expect(shipped.addWorkingDays(isoDate(day), -count)).toBe(naive.back(isoDate(day), count));
        }),
        { numRuns: 20_000 },
      );
    },
  );

  it('no days › when a pause covers the day it ends on › it is not moved on', () => {
    // 2007-01-01 to 01-03 are days off, the 4th and 5th are worked.
    const term: Term = { from: '2007-01-01', unit: 'working-day', days: 0 };
    const pauses = [{ from: '2007-01-01', to: '2007-01-05' }];
    expect(dueOf(shipped, { ...term, pauses })).toBe('2007-01-04');
    expect(dueOf(shipped, { ...term, unit: 'calendar-day', pauses })).toBe('2007-01-04');
  });

  it('explanations › when any term is explained › they end on its day and count each day once', () => {
    fc.assert(
      fc.property(termArbitrary, (term) => {
        const { due, days } = explainTerm(shipped, term);
        expect(due).toBe(dueOf(shipped, term));
        expect(days.at(-1)?.date).toBe(due);
        expect(days.map(({ date }) => dayNumber(date))).toEqual(
          days.map((_, at) => dayNumber(term.from) + at),
        );
        const numbers = days.flatMap(({ number }) => (number === null ? [] : [number]));
        const wanted = term.days + (term.extension ?? 0);
        expect(numbers).toEqual(Array.from({ length: wanted }, (_, at) => at + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('notices › when they come with the program › none has a fault', () => {
    expect(shippedNotices.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, at) => 2007 + at));
    expect(shippedNotices.flatMap(findNoticeFaults)).toEqual([]);
  });
});
