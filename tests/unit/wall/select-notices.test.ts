// Which notices stand on a day, and in which order the wall takes them.
import { describe, expect, test } from 'vitest';
import { selectNotices, standingOf } from '#kiosk/screen/select-notices.ts';
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { makeRecord } from '#tests/support/kiosk-fixture/fixture-records.ts';

const today = '2026-11-25';

function notice(title: string, date: string | null, details: Partial<NoticeDetails> = {}): CatalogueRecord {
  const whole: NoticeDetails = {
    type: 'notice',
    level: 'ordinary',
    startsOn: null,
    endsOn: null,
    contact: null,
    ...details,
  };
  return makeRecord('notice', title, 1, { date, publishedOn: date, details: whole }).record;
}

describe('notice › its standing', () => {
  test.each([
    ['an emergency of yesterday', notice('a', '2026-11-24', { level: 'emergency' }), 'emergency'],
    ['an emergency of last week', notice('a', '2026-11-18', { level: 'emergency' }), null],
    [
      'an emergency that has an end',
      notice('a', '2026-10-01', { level: 'emergency', endsOn: today }),
      'emergency',
    ],
    ['an important one', notice('a', '2026-11-20', { level: 'important' }), 'important'],
    [
      'an old important one whose time runs',
      notice('a', '2026-01-20', { level: 'important', endsOn: '2027-01-01' }),
      'important',
    ],
    ['its last day', notice('a', '2026-11-01', { endsOn: today }), 'current'],
    ['the day after', notice('a', '2026-11-20', { level: 'important', endsOn: '2026-11-24' }), null],
    ['without an end, of this month', notice('a', '2026-11-02'), 'current'],
    ['without an end, of last spring', notice('a', '2026-04-02'), 'earlier'],
    ['without any date', notice('a', null), 'earlier'],
    ['no notice', makeRecord('document', 'a', 1, { date: today }).record, null],
  ] as const)('%s', (_, record, standing) => {
    expect(standingOf(record, today)).toBe(standing);
  });
});

describe('notices › chosen', () => {
  const titles = (records: readonly CatalogueRecord[], limit: number) =>
    selectNotices(records, today, limit).map(({ record }) => record.title);

  test('emergencies come first, then important ones, then the newest', () => {
    const records = [
      notice('新', '2026-11-24'),
      notice('旧', '2026-11-10'),
      notice('重要', '2026-11-03', { level: 'important' }),
      notice('紧急', '2026-11-23', { level: 'emergency' }),
      notice('过去', '2026-11-20', { endsOn: '2026-11-21' }),
    ];
    expect(titles(records, 12)).toEqual(['紧急', '重要', '新', '旧']);
    expect(titles(records, 2)).toEqual(['紧急', '重要']);
  });

  test('earlier ones only fill up to three', () => {
    const earlier = ['2026-03-01', '2026-02-01', '2026-01-01', '2025-12-01'].map((date) =>
      notice(date, date),
    );
    expect(titles([...earlier, notice('新', '2026-11-24')], 12)).toEqual(['新', '2026-03-01', '2026-02-01']);
  });
});
