// Counting back from an event against a loop over days, and what each day of the explanation says.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedNotices } from '#hub/calendar/shipped-notices.ts';
import { addMonths, dayNumber, isoDate } from '#shared/calendar/civil-day.ts';
import { leadEffect, leadSummary } from '#shared/calendar/day-words.ts';
import { type ExplainedLead, explainBeforeEvent } from '#shared/calendar/explain-before-event.ts';
import { dueBeforeEvent } from '#shared/calendar/rule-due.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { codeOf } from '#tests/support/error-code.ts';

const calendar = new WorkingCalendar(shippedNotices);
const before = (date: string) => isoDate(dayNumber(date) - 1);

/** Walks back a day at a time, asking of each day only whether it is worked. */
function naiveDue(amount: number, unit: 'day' | 'working-day' | 'week' | 'month', event: string): string {
  let date = event;
  if (unit === 'month') date = addMonths(event, -amount);
  else {
    let left = unit === 'week' ? amount * 7 : amount;
    while (left > 0) {
      date = before(date);
      if (unit !== 'working-day' || calendar.isWorkingDay(date)) left--;
    }
  }
  while (!calendar.isWorkingDay(date)) date = before(date);
  return date;
}

const leads = fc.record({
  event: fc.integer({ min: dayNumber('2009-01-01'), max: dayNumber('2026-12-31') }).map(isoDate),
  unit: fc.constantFrom('day' as const, 'working-day' as const, 'week' as const, 'month' as const),
  amount: fc.integer({ min: 1, max: 12 }),
});

/** Rest days are passed over where working days are counted, and only moved over at the end elsewhere. */
function expectRoles(days: ExplainedLead['days'], unit: string, due: string): void {
  for (const { date, role } of days) {
    const isWorked = calendar.isWorkingDay(date);
    if (unit === 'working-day') expect(role).toBe(isWorked ? 'counted' : 'rest');
    else if (role === 'moved') expect(isWorked).toBe(date === due);
  }
}

describe('before an event', () => {
  it('due dates › when counted over eighteen years › they are those of a loop over days', () => {
    fc.assert(
      fc.property(
        leads,
        ({ event, unit, amount }) =>
          dueBeforeEvent(calendar, { amount, unit }, event) === naiveDue(amount, unit, event),
      ),
      { numRuns: 20_000 },
    );
  });

  it('explanations › when read day by day › they count what is asked for and end on the due date', () => {
    fc.assert(
      fc.property(leads, ({ event, unit, amount }) => {
        const { days, due } = explainBeforeEvent(calendar, { amount, unit }, event);
        expect(days[0]).toMatchObject({ date: event, role: 'start', number: null });
        expect(days.at(-1)?.date).toBe(due);
        expect(days.map(({ date }) => dayNumber(date))).toEqual(days.map((_, at) => dayNumber(event) - at));
        const counted = days.filter(({ role }) => role === 'counted');
        expect(counted.map(({ number }) => number)).toEqual(counted.map((_, at) => at + 1));
        if (unit === 'month') expect(counted.at(-1)?.date).toBe(addMonths(event, -amount));
        else expect(counted.length).toBe(unit === 'week' ? amount * 7 : amount);
        expectRoles(days.slice(1), unit, due);
      }),
      { numRuns: 1_000 },
    );
  });

  it('words › when holidays and a moved day lie between › each is said in both languages', () => {
    const explained = explainBeforeEvent(calendar, { amount: 3, unit: 'working-day' }, '2026-10-09');
    expect(explained.due).toBe('2026-09-29');
    expect(leadSummary(explained, 'zh-CN')).toContain('提前 3 个工作日');
    expect(leadSummary(explained, 'zh-CN')).toContain('国庆节');
    expect(leadSummary(explained, 'en')).toContain('3 working days ahead');
    const moved = explainBeforeEvent(calendar, { amount: 7, unit: 'day' }, '2026-10-10');
    expect(leadEffect(moved.days.at(-1) as never, true, 'zh-CN')).toBe('提前至此');
    expect(leadEffect(moved.days[0] as never, false, 'en')).toBe('the day of the event, not counted');
  });

  it('years › when the notice of one that is counted is missing › it is refused, never guessed', async () => {
    const only2026 = new WorkingCalendar(shippedNotices.filter(({ year }) => year === 2026));
    const explained = async (by: WorkingCalendar, event: string) =>
      explainBeforeEvent(by, { amount: 10, unit: 'working-day' }, event);
    expect(await codeOf(explained(only2026, '2026-01-06'))).toBe('calendar.count-leaves-years');
    expect(await codeOf(explained(calendar, '2031-01-06'))).toBe('calendar.year-unknown');
  });
});
