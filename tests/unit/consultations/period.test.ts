// Periods of consultations: by whole days of China, against a count by hours, whatever zone, and on a clock that was set back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedNotices } from '#hub/calendar/shipped-notices.ts';
import { SteadyClock } from '#kiosk/search-worker/steady-clock.ts';
import { addDays } from '#shared/calendar/civil-day.ts';
import { dueOf } from '#shared/calendar/count-term.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import {
  daysToStart,
  periodDays,
  periodWarnings,
  standingAt,
} from '#shared/consultations/consultation-state.ts';

const hourMs = 3_600_000;
const day = fc.integer({ min: 18_000, max: 24_000 }).map((number) => addDays('1970-01-01', number));
const period = fc.tuple(day, fc.integer({ min: 0, max: 400 })).map(([startsOn, length]) => ({
  startsOn,
  endsOn: addDays(startsOn, length),
}));
/** Midnight in China as the rest of the world writes it. */
const midnight = (date: string) => Date.parse(`${date}T00:00:00+08:00`);

describe('standing of a consultation › at an instant', () => {
  it('any period, any instant › is what comparing with the two midnights says', () => {
    fc.assert(
      fc.property(
        period,
        fc.integer({ min: -500 * 24, max: 500 * 24 }),
        fc.boolean(),
        (span, hours, isSummarised) => {
          const at = midnight(span.startsOn) + hours * hourMs;
          const { state, daysLeft } = standingAt(span, at, isSummarised);
          const end = midnight(addDays(span.endsOn, 1));
          const over = isSummarised ? 'summarised' : 'closed';
          expect(state).toBe(at < midnight(span.startsOn) ? 'planned' : at < end ? 'open' : over);
          expect(daysLeft).toBe(state === 'open' ? Math.ceil((end - at) / (24 * hourMs)) - 1 : null);
        },
      ),
    );
  });

  it('the last second of the last day in China › is open with no day left, the next one closed', () => {
    const span = { startsOn: '2026-11-01', endsOn: '2026-11-30' };
    expect(standingAt(span, Date.parse('2026-11-30T15:59:59Z'))).toEqual({ state: 'open', daysLeft: 0 });
    expect(standingAt(span, Date.parse('2026-11-30T16:00:00Z'))).toEqual({ state: 'closed', daysLeft: null });
    expect(standingAt(span, Date.parse('2026-10-31T15:59:59Z')).state).toBe('planned');
    expect(standingAt(span, Date.parse('2026-10-31T16:00:00Z'))).toEqual({ state: 'open', daysLeft: 29 });
  });

  it('the machine in another time zone › says the same', () => {
    const zone = process.env.TZ;
    const span = { startsOn: '2026-11-01', endsOn: '2026-11-30' };
    const instants = [-1, 0, 1].map((by) => Date.parse('2026-11-30T16:00:00Z') + by * 1000);
    const said = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name;
      return instants.map((at) => standingAt(span, at).state);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(said.map(String))).toEqual(new Set(['open,closed,closed']));
  });

  it('before it begins › the days until then are counted, afterwards none', () => {
    const span = { startsOn: '2026-11-05', endsOn: '2026-11-30' };
    expect(daysToStart(span, Date.parse('2026-11-01T16:00:00Z'))).toBe(3);
    expect(daysToStart(span, Date.parse('2026-11-04T16:00:00Z'))).toBeNull();
  });
});

describe('standing of a consultation › on a terminal without a network', () => {
  it('the clock is set back any number of times after a release signed since › what has closed stays closed', () => {
    const span = { startsOn: '2026-11-01', endsOn: '2026-11-30' };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5000, max: 400 }), { minLength: 1, maxLength: 30 }),
        (jumps) => {
          let wall = Date.parse('2026-11-29T04:00:00Z');
          let elapsed = 0;
          const clock = new SteadyClock({
            wallTime: () => wall,
            elapsed: () => elapsed,
            keep: () => undefined,
          });
          let wasClosed = false;
          for (const hours of jumps) {
            elapsed += hourMs;
            wall += hours * hourMs;
            const now = clock.now();
            const { state } = standingAt(span, now);
            if (wasClosed) expect(state).toBe('closed');
            wasClosed = state === 'closed';
            if (wasClosed) clock.raise(now);
          }
        },
      ),
    );
  });
});

describe('length of a period › when staff plan it', () => {
  const calendar = new WorkingCalendar(shippedNotices);
  const isWorked = (date: string) =>
    calendar.knows(Number(date.slice(0, 4))) ? calendar.isWorkingDay(date) : null;
  const knownDay = fc
    .integer({ min: 0, max: 300 })
    .map((number) => addDays(`${calendar.years[0] ?? 2024}-01-01`, number));

  it('calendar days › are the difference of the two days, the first not counted', () => {
    fc.assert(
      fc.property(period, ({ startsOn, endsOn }) => {
        const naive = (Date.parse(endsOn) - Date.parse(startsOn)) / (24 * hourMs);
        expect(periodDays(startsOn, endsOn)).toBe(naive);
      }),
    );
  });

  it('a term of calendar days › ends on a working day, at most a holiday later than counted', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 1, max: 40 }), (startsOn, days) => {
        const endsOn = dueOf(calendar, { from: startsOn, unit: 'calendar-day', days });
        let naive = addDays(startsOn, days);
        while (isWorked(naive) === false) naive = addDays(naive, 1);
        expect(endsOn).toBe(naive);
      }),
    );
  });

  it('a term of working days › is counted one by one', () => {
    fc.assert(
      fc.property(knownDay, fc.integer({ min: 1, max: 30 }), (startsOn, days) => {
        let naive = startsOn;
        for (let left = days; left > 0; ) {
          naive = addDays(naive, 1);
          if (isWorked(naive)) left -= 1;
        }
        expect(dueOf(calendar, { from: startsOn, unit: 'working-day', days })).toBe(naive);
      }),
    );
  });

  it('a draft that affects businesses and is open for less than 30 days › is warned of, not more', () => {
    const asks = { kind: 'comment', affectsBusiness: true } as const;
    const warned = (endsOn: string, changes = {}) =>
      periodWarnings({ startsOn: '2024-05-06', endsOn }, { ...asks, ...changes }, () => true);
    expect(warned('2024-06-04')).toEqual(['business-too-short']);
    expect(warned('2024-06-05')).toEqual([]);
    expect(warned('2024-05-07', { affectsBusiness: false })).toEqual([]);
    expect(warned('2024-05-07', { kind: 'hearing' })).toEqual([]);
  });

  it('a last day that is a rest day, or of a year without a notice › is told apart', () => {
    const asks = { kind: 'comment', affectsBusiness: false } as const;
    const warned = (endsOn: string) => periodWarnings({ startsOn: '2024-01-02', endsOn }, asks, isWorked);
    expect(warned('2024-10-01')).toEqual(['ends-on-rest-day']);
    expect(warned('2024-09-30')).toEqual([]);
    expect(warned('2099-03-02')).toEqual(['year-unknown']);
  });
});

describe('a notice that asks › when its details arrive', () => {
  const asks = { kind: 'hearing', hearing: { on: '2026-12-10', at: '09:30', place: '二楼', seats: 20 } };
  const notice = { startsOn: '2026-11-01', endsOn: '2026-12-01', consultation: asks };
  const fault = (changes: object) => {
    const parsed = parseDetails('notice', { ...notice, ...changes });
    return parsed.ok ? null : parsed.reason;
  };

  it('period and hearing that fit › are taken, with what is missing filled in', () => {
    const parsed = parseDetails('notice', notice);
    expect(parsed).toMatchObject({
      ok: true,
      details: { consultation: { points: [], phone: null, draftId: null } },
    });
  });

  it('what does not fit › is refused with what it is', () => {
    expect(fault({ endsOn: null })).toBe('no-period');
    expect(fault({ endsOn: '2026-12' })).toBe('no-period');
    expect(fault({ endsOn: '2026-10-01' })).toBe('backwards');
    expect(fault({ consultation: { kind: 'hearing' } })).toBe('no-hearing');
    expect(fault({ endsOn: '2026-12-11' })).toBe('hearing-too-early');
  });

  it('a notice that asks nothing › is what it was, without any of it', () => {
    const parsed = parseDetails('notice', { startsOn: '2026-11-01' });
    expect(parsed.ok && Object.keys(parsed.details ?? {})).not.toContain('consultation');
  });
});
