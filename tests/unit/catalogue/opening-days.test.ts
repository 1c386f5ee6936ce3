// When the hall is open: by the week, by the days that differ, and when next.
import { describe, expect, it } from 'vitest';
import { comingExceptions, hallOpeningAt } from '#shared/catalogue/opening-days.ts';
import type { DaySpan } from '#shared/catalogue/venue-display.ts';

const weekdays: DaySpan = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
const exceptions = [
  { date: '2026-11-27', spans: [], note: '闭馆整理' },
  { date: '2026-11-28', spans: [{ from: '10:00', to: '12:00' }], note: '' },
];
// 26 November 2026 is a Thursday.
const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes);

describe('opening hours › when the week alone decides', () => {
  it('are open until the end, and closed after it until the next day', () => {
    expect(hallOpeningAt(at(26, 9), [weekdays], [])).toEqual({ state: 'open', until: '17:00', note: null });
    expect(hallOpeningAt(at(26, 17), [weekdays], [])).toMatchObject({
      state: 'closed',
      next: { date: '2026-11-27', from: '09:00', isToday: false },
    });
    expect(hallOpeningAt(at(27, 18), [weekdays], [])).toMatchObject({ next: { date: '2026-11-30' } });
    expect(hallOpeningAt(at(26, 8), [weekdays], [])).toMatchObject({
      next: { from: '09:00', isToday: true },
    });
  });

  it('run past midnight', () => {
    const night: DaySpan = { days: [4], from: '20:00', to: '02:00' };
    expect(hallOpeningAt(at(27, 1), [night], [])).toEqual({ state: 'open', until: '02:00', note: null });
    expect(hallOpeningAt(at(27, 3), [night], [])).toMatchObject({ state: 'closed' });
  });
});

describe('opening hours › when a day differs', () => {
  it('follow what staff said of that day, and say why', () => {
    expect(hallOpeningAt(at(27, 10), [weekdays], exceptions)).toEqual({
      state: 'closed',
      next: { date: '2026-11-28', from: '10:00', isToday: false },
      note: '闭馆整理',
    });
    expect(hallOpeningAt(at(28, 11), [weekdays], exceptions)).toMatchObject({
      state: 'open',
      until: '12:00',
    });
  });

  it('tell of days to come only', () => {
    expect(comingExceptions(at(28, 23), exceptions).map(({ date }) => date)).toEqual(['2026-11-28']);
  });
});

describe('opening hours › when nobody has said any', () => {
  it('are unknown, and closed for good say no next day', () => {
    expect(hallOpeningAt(at(26, 9), [], [])).toEqual({ state: 'unknown' });
    expect(hallOpeningAt(at(26, 9), [], exceptions.slice(0, 1))).toMatchObject({
      state: 'closed',
      next: null,
    });
  });
});
