// Times as staff write them, and when something is shown by them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import {
  endOfDay,
  instantOfLocalTime,
  localTimeOf,
  normaliseSpan,
  showingAt,
  shownSpanOf,
  startOfDay,
} from '#shared/catalogue/shown-span.ts';

const notice: NoticeDetails = {
  type: 'notice',
  level: 'ordinary',
  startsOn: '2026-05-01',
  endsOn: '2026-05-07',
  contact: null,
};

describe('local time › when staff plan by the minute', () => {
  it('is Beijing time, whatever the machine keeps', () => {
    expect(instantOfLocalTime('2026-05-08T09:30')).toBe('2026-05-08T01:30:00.000Z');
    expect(localTimeOf('2026-05-08T16:00:00Z')).toBe('2026-05-09T00:00');
    expect(localTimeOf(null)).toBe('');
  });

  it('reads back every minute it writes', () => {
    const minute = fc.integer({ min: 0, max: 4e7 }).map((count) => new Date(count * 60_000).toISOString());
    fc.assert(
      fc.property(minute, (instant) => {
        expect(instantOfLocalTime(localTimeOf(instant))).toBe(instant);
      }),
    );
  });

  it.each(['', '2026-05-08', '2026-02-30T09:00', '2026-05-08T24:00', '2026-05-08T9:30', 'soon'])(
    'takes %j for no time',
    (text) => {
      expect(instantOfLocalTime(text)).toBeNull();
    },
  );

  it('bounds a day by two midnights', () => {
    expect([startOfDay('2026-12-31'), endOfDay('2026-12-31')]).toEqual([
      '2026-12-30T16:00:00.000Z',
      '2026-12-31T16:00:00.000Z',
    ]);
    expect([startOfDay('2026'), endOfDay('2026-13-01')]).toEqual([null, null]);
  });
});

describe('shown span › when a notice has a period', () => {
  const end = '2026-05-07T16:00:00.000Z';

  it('ends with its last day where staff want that', () => {
    expect(shownSpanOf({ shown: null, details: { ...notice, withdrawsAtEnd: true } })).toEqual({
      from: null,
      until: end,
    });
  });

  it.each([false, undefined])('goes on behind it where they do not (%s)', (withdrawsAtEnd) => {
    const details = withdrawsAtEnd === undefined ? notice : { ...notice, withdrawsAtEnd };
    expect(shownSpanOf({ shown: null, details })).toBeNull();
  });

  it('ends with whichever comes first, the period or what was planned', () => {
    const details = { ...notice, withdrawsAtEnd: true };
    const planned = (until: string) => shownSpanOf({ shown: { from: null, until }, details })?.until;
    expect(planned('2026-05-03T01:00:00.000Z')).toBe('2026-05-03T01:00:00.000Z');
    expect(planned('2026-06-03T01:00:00.000Z')).toBe(end);
  });

  it('needs a whole date to end by', () => {
    const details = { ...notice, endsOn: '2026-05', withdrawsAtEnd: true };
    expect(shownSpanOf({ shown: null, details })).toBeNull();
  });
});

describe('shown span › when it is held against a moment', () => {
  const span = { from: '2026-05-01T00:00:00.000Z', until: '2026-05-02T00:00:00.000Z' };
  it.each([
    ['2026-04-30T23:59:59.999Z', 'waiting'],
    ['2026-05-01T00:00:00.000Z', 'showing'],
    ['2026-05-01T23:59:59.999Z', 'showing'],
    ['2026-05-02T00:00:00.000Z', 'over'],
  ])('at %s it is %s', (at, state) => {
    expect(showingAt(span, Date.parse(at))).toBe(state);
  });

  it('without ends it always is', () => {
    expect(showingAt(null, 0)).toBe('always');
    expect(normaliseSpan({ from: null, until: null })).toBeNull();
  });
});
