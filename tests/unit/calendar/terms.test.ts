// What terms, periods and clocks mean, in cases worked out by hand from the notices of 2024 to 2026.
import { describe, expect, it } from 'vitest';
import { shippedNotices } from '#hub/calendar/shipped-notices.ts';
import { addMonths } from '#shared/calendar/civil-day.ts';
import { dueOf, type Term } from '#shared/calendar/count-term.ts';
import { explanationLines, explanationSummary } from '#shared/calendar/day-words.ts';
import { explainTerm } from '#shared/calendar/explain-term.ts';
import { namedPeriod } from '#shared/calendar/named-period.ts';
import { dueAfterPeriod, nextPeriod, periodName, periodOf } from '#shared/calendar/period.ts';
import { type RequestEvent, readRequestClock } from '#shared/calendar/request-clock.ts';
import { dueBeforeEvent } from '#shared/calendar/rule-due.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { findRepealedTexts } from '#shared/catalogue/repealed-titles.ts';
import type { AppError } from '#shared/errors/app-error.ts';

const calendar = new WorkingCalendar(shippedNotices);
const working = (from: string, days: number, more: Partial<Term> = {}): Term => ({
  from,
  unit: 'working-day',
  days,
  ...more,
});
const inCalendarDays = (from: string, days: number): Term => ({ from, unit: 'calendar-day', days });

function refusal(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('nothing was thrown');
}

describe('terms', () => {
  it('working days › when a holiday lies between › it is passed over and make-up days count', () => {
    expect(dueOf(calendar, working('2024-09-28', 1))).toBe('2024-09-29');
    expect(dueOf(calendar, working('2024-09-28', 3))).toBe('2024-10-08');
    expect(dueOf(calendar, working('2024-09-28', 20))).toBe('2024-10-30');
  });

  it('working days › when the start is a rest day › the first working day after it is day 1', () => {
    expect(dueOf(calendar, working('2026-10-03', 1))).toBe('2026-10-08');
    expect(dueOf(calendar, working('2026-10-03', 3))).toBe('2026-10-10');
    expect(dueOf(calendar, working('2026-10-03', 0))).toBe('2026-10-08');
  });

  it('calendar days › when the last is a rest day › it moves to the next working day (Civil Code 203)', () => {
    expect(dueOf(calendar, inCalendarDays('2026-09-11', 20))).toBe('2026-10-08');
    expect(dueOf(calendar, inCalendarDays('2026-09-10', 10))).toBe('2026-09-20');
    expect(dueOf(calendar, inCalendarDays('2026-09-10', 9))).toBe('2026-09-20');
  });

  it('pauses › when they overlap, touch or begin before the start › each day is left out once', () => {
    const pauses = [
      { from: '2026-03-02', to: '2026-03-06' },
      { from: '2026-03-05', to: '2026-03-10' },
      { from: '2026-02-01', to: '2026-02-27' },
    ];
    // From Friday 27 February: Saturday 28 is worked, then 2 to 10 March are paused.
    expect(dueOf(calendar, working('2026-02-27', 3, { pauses }))).toBe('2026-03-12');
    const refused = refusal(() =>
      dueOf(calendar, working('2026-03-02', 3, { pauses: [{ from: '2026-03-09', to: '2026-03-05' }] })),
    );
    expect(refused.code).toBe('calendar.clock');
  });

  it('unknown years › when a count runs into one › it is refused and says how far it came', () => {
    const refused = refusal(() => dueOf(calendar, working('2026-12-10', 20)));
    expect(refused.code).toBe('calendar.count-leaves-years');
    expect(refused.details).toMatchObject({ year: 2027, countedTo: '2026-12-31', counted: 15, wanted: 20 });
    expect(refusal(() => calendar.day('2027-10-01')).details).toMatchObject({ year: 2027 });
    expect(refusal(() => dueOf(calendar, inCalendarDays('2026-12-20', 20))).code).toBe(
      'calendar.year-unknown',
    );
    expect(refusal(() => calendar.addWorkingDays('2007-01-05', -9)).details).toMatchObject({ year: 2006 });
    const gap = new WorkingCalendar(shippedNotices.filter(({ year }) => year !== 2020));
    expect(refusal(() => dueOf(gap, working('2019-12-20', 20))).details).toMatchObject({ year: 2020 });
    expect(dueOf(gap, working('2021-01-04', 1))).toBe('2021-01-05');
  });

  it('counts › when they are no whole number of days › they are refused', () => {
    for (const days of [-1, 1.5, Number.NaN, 1e9])
      expect(refusal(() => dueOf(calendar, working('2026-03-02', days))).code).toBe('calendar.bad-count');
    expect(refusal(() => dueOf(calendar, working('2026-02-29', 1))).code).toBe('calendar.bad-date');
  });

  it('explanations › when they are read › each day has its reason and the whole its sentence', () => {
    const explanation = explainTerm(calendar, working('2024-09-28', 3, { extension: 2 }));
    expect(explanationLines(explanation, 'zh-CN')).toEqual([
      '2024-09-28 周六 · 起算之日，不计入',
      '2024-09-29 周日 调休上班 · 第 1 天',
      '2024-09-30 周一 工作日 · 第 2 天',
      ...['二', '三', '四', '五', '六', '日', '一'].map(
        (weekday, at) => `2024-10-0${at + 1} 周${weekday} 国庆节放假 · 不计入`,
      ),
      '2024-10-08 周二 工作日 · 第 3 天',
      '2024-10-09 周三 工作日 · 延长，第 4 天',
      '2024-10-10 周四 工作日 · 延长，第 5 天',
    ]);
    expect(explanationSummary(explanation, 'zh-CN')).toBe(
      '自 2024-09-28 起算，当日不计入。期限 3 个工作日，延长 2 个工作日。其间不计：国庆节放假 10-01 至 10-07（7 天）。调休上班计入：09-29。应于 2024-10-10 前（含当日）完成。',
    );
    const moved = explainTerm(calendar, inCalendarDays('2026-09-11', 20));
    expect(moved.days.filter(({ role }) => role === 'moved').map(({ date }) => date.slice(5))).toEqual([
      '10-02',
      '10-03',
      '10-04',
      '10-05',
      '10-06',
      '10-07',
      '10-08',
    ]);
  });

  it('late December › when the next notice is not out › the answer says it may still move', () => {
    expect(explainTerm(calendar, working('2026-12-22', 3)).isProvisional).toBe(true);
    expect(explainTerm(calendar, working('2025-12-22', 4)).isProvisional).toBe(false);
  });
});

describe('periods', () => {
  it.each([
    ['day', '2026-11-26', '2026-11-26', '2026-11-26', '2026-11-26'],
    ['week', '2026-11-26', '2026-11-23', '2026-11-29', '2026-W48'],
    ['week', '2027-01-02', '2026-12-28', '2027-01-03', '2026-W53'],
    ['month', '2024-02-10', '2024-02-01', '2024-02-29', '2024-02'],
    ['quarter', '2026-11-26', '2026-10-01', '2026-12-31', '2026-Q4'],
    ['half-year', '2026-06-30', '2026-01-01', '2026-06-30', '2026-H1'],
    ['year', '2026-06-30', '2026-01-01', '2026-12-31', '2026'],
  ] as const)(
    '%s › when a date lies in one › it has these ends and this name',
    (every, date, start, end, name) => {
      const period = periodOf(every, date);
      expect(period).toEqual({ every, start, end });
      expect(periodName(period)).toBe(name);
      expect(periodOf(every, nextPeriod(period).start)).toEqual(nextPeriod(period));
    },
  );

  it('dues › when a period ends › days are counted from its end, or a day of the year is meant', () => {
    const after = { type: 'after-end', days: 10, unit: 'working-day' } as const;
    expect(dueAfterPeriod(calendar, periodOf('quarter', '2026-02-01'), after)).toBe('2026-04-15');
    const by = (monthDay: string) => ({ type: 'by-date', monthDay }) as const;
    expect(dueAfterPeriod(calendar, periodOf('year', '2025-02-01'), by('01-31'))).toBe('2026-02-02');
    expect(dueAfterPeriod(calendar, periodOf('year', '2025-02-01'), by('12-31'))).toBe('2025-12-31');
  });

  it('events › when something must be public before one › a rest day moves back, not on', () => {
    expect(dueBeforeEvent(calendar, { amount: 3, unit: 'working-day' }, '2026-10-09')).toBe('2026-09-29');
    expect(dueBeforeEvent(calendar, { amount: 7, unit: 'day' }, '2026-10-10')).toBe('2026-09-30');
    expect(dueBeforeEvent(calendar, { amount: 1, unit: 'month' }, '2026-03-31')).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  });

  it.each([
    ['2026年第一季度财务公开', 'quarter', '2026-04-08', '2026-01-01'],
    ['四季度村务公开', 'quarter', '2026-01-20', '2025-10-01'],
    ['3月份财务收支', 'month', '2026-04-08', '2026-03-01'],
    ['12月份财务收支', 'month', '2026-01-08', '2025-12-01'],
    ['2026年上半年工作', 'half-year', '2026-07-08', '2026-01-01'],
    ['2025年政府信息公开工作年度报告', 'year', '2026-01-20', '2025-01-01'],
  ] as const)(
    'titles › when “%s” is read › the period it names is meant',
    (title, every, formedOn, start) => {
      expect(namedPeriod(title, every, formedOn)?.start).toBe(start);
    },
  );

  it('titles › when a whole date or nothing stands in them › no period is meant', () => {
    expect(namedPeriod('2026年3月15日公告', 'month', '2026-03-15')).toBeNull();
    expect(namedPeriod('关于供水的通知', 'quarter', '2026-03-15')).toBeNull();
  });
});

describe('request clock', () => {
  const read = (...events: RequestEvent[]) => readRequestClock(calendar, events);
  const received = { type: 'received', on: '2026-03-02' } as const;

  it('reply › when nothing else happens › it is due 20 working days after receipt (Art. 33)', () => {
    expect(read(received)).toMatchObject({
      state: 'running',
      replyDue: '2026-03-30',
      completionDue: '2026-03-11',
    });
  });

  it('completion › when it is asked for › the clock waits and starts anew (Art. 30)', () => {
    const asked = { type: 'completion-asked', on: '2026-03-05' } as const;
    expect(read(received, asked)).toMatchObject({ state: 'awaiting-completion', replyDue: null, faults: [] });
    const clock = read(received, asked, { type: 'completed', on: '2026-03-20' });
    expect(clock).toMatchObject({ state: 'running', countedFrom: '2026-03-20', replyDue: '2026-04-20' });
    expect(read(received, { ...asked, on: '2026-03-12' }).faults).toEqual(['completion-asked-late']);
    expect(refusal(() => read(received, asked, { ...asked, on: '2026-03-06' })).code).toBe('calendar.clock');
  });

  it('consultation › when it is answered or not › its time is left out, and no more than it may take', () => {
    const begun = { type: 'consultation-begun', on: '2026-03-04', with: 'third-party' } as const;
    const answered = { type: 'consultation-answered', on: '2026-03-10' } as const;
    // 5, 6, 9 and 10 March are not counted.
    expect(read(received, begun, answered)).toMatchObject({ state: 'running', replyDue: '2026-04-03' });
    const open = read(received, begun);
    expect(open).toMatchObject({ state: 'consulting', replyDue: '2026-04-21' });
    expect(open.consultations[0]?.answerDue).toBe('2026-03-25');
    expect(read(received, begun, { ...answered, on: '2026-04-15' }).replyDue).toBe('2026-04-21');
  });

  it('extension › when it is given once and in time › it adds at most 20 working days (Art. 33)', () => {
    const extended = { type: 'extended', on: '2026-03-20', workingDays: 20 } as const;
    expect(read(received, extended)).toMatchObject({ replyDue: '2026-04-28', extensionDays: 20 });
    expect(read(received, { ...extended, on: '2026-03-31' }).faults).toEqual(['extended-late']);
    expect(refusal(() => read(received, { ...extended, workingDays: 21 })).code).toBe('calendar.clock');
    expect(refusal(() => read(received, extended, extended)).code).toBe('calendar.clock');
  });

  it('events › when they go back in time or follow a reply › they are refused', () => {
    const replied = { type: 'replied', on: '2026-03-31' } as const;
    expect(read(received, replied).faults).toEqual(['replied-late']);
    expect(
      refusal(() => read(received, replied, { type: 'extended', on: '2026-04-01', workingDays: 1 })).code,
    ).toBe('calendar.clock');
    expect(refusal(() => read(received, { ...replied, on: '2026-03-01' })).code).toBe('calendar.clock');
    expect(refusal(() => read(replied)).code).toBe('calendar.clock');
  });
});

describe('repealed texts', () => {
  it.each([
    ['本办法自2024年5月1日起施行。《某市供水管理办法》（明政发〔2010〕3号）同时废止。', ['某市供水管理办法']],
    ['《甲办法》《乙规定》自即日起废止。', ['甲办法', '乙规定']],
    ['根据《立法法》的规定，对《甲办法》予以废止。', ['甲办法']],
    ['《甲办法》尚未废止，继续执行。', []],
    ['请各单位遵照《甲办法》执行。', []],
  ])('%s › when it is read › these are repealed', (text, titles) => {
    expect(findRepealedTexts(text).map(({ title }) => title)).toEqual(titles);
  });
});
