// Words made of data: dates, ages, sizes, deadlines, periods, and what to try when nothing was found.
import { afterEach, expect, test } from 'vitest';
import { fillRows } from '#kiosk/components/fact-table.tsx';
import { fileClassOf } from '#kiosk/components/file-class.ts';
import { deadlineWords } from '#kiosk/components/matter-deadline.ts';
import { shorterQueries } from '#kiosk/components/no-result.tsx';
import { formatBytes, formatDate, formatEstimate, formatInstant } from '#kiosk/i18n/format.ts';
import { language, t } from '#kiosk/i18n/translate.ts';
import { pxPerMmOf } from '#kiosk/state/screen-units.ts';
import { daysUntil, isStandingEmergency } from '#shared/catalogue/notice-period.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';

afterEach(() => {
  language.value = 'zh-CN';
});

test('date › when only part of it is known › it says only that part', () => {
  expect(['2024', '2024-04', '2024-04-06', '不详'].map(formatDate)).toEqual([
    '2024年',
    '2024年4月',
    '2024年4月6日',
    '不详',
  ]);
  language.value = 'en';
  expect(['2024', '2024-04', '2024-04-06'].map(formatDate)).toEqual(['2024', 'Apr 2024', '6 Apr 2024']);
});

test('instant › when it is of another year › it names the year', () => {
  const now = new Date(2026, 10, 22, 9, 0);
  expect(formatInstant(new Date(2026, 10, 20, 18, 0).toISOString(), now)).toBe('11月20日 18:00');
  expect(formatInstant(new Date(2025, 0, 2, 8, 5).toISOString(), now)).toBe('2025年1月2日 08:05');
  expect(formatInstant('nonsense', now)).toBe('nonsense');
});

test('estimate › when a count was taken from a part › it says 约 and no more than two digits', () => {
  expect([0, 7, 42, 99, 104, 1_249, 98_765, 1_350_000].map(formatEstimate)).toEqual([
    '约 0',
    '约 7',
    '约 42',
    '约 99',
    '约 100',
    '约 1,200',
    '约 99,000',
    '约 1,400,000',
  ]);
});

test('bytes › when they grow › the unit grows with them', () => {
  expect([0, 999, 1_400, 48_300_000, 2_500_000_000].map(formatBytes)).toEqual([
    '0 B',
    '999 B',
    '1.4 kB',
    '48 MB',
    '2.5 GB',
  ]);
});

test('message › when it has values › they stand in their places in both languages', () => {
  expect(t('search.found', { count: '1,135' })).toBe('找到 1,135 项');
  language.value = 'en';
  expect(t('search.found', { count: '1,135' })).toBe('1,135 found');
});

test('message › when a value is one › English says it in the singular', () => {
  language.value = 'en';
  const words = [0, 1, 2].map((days) => t('notice.daysLeft', { days }));
  expect(words).toEqual(['0 days left', '1 day left', '2 days left']);
  expect(t('home.items', { count: '1,001' })).toBe('1,001 items');
  expect(t('guide.promisedNote.working-day', { days: 1 })).toBe('1 working day faster than the law asks');
});

test('deadline › when it is a rule › it is told in words, and text stays text', () => {
  const rule = { type: 'working-days', days: 20, from: 'formed-or-changed', text: '20个工作日' } as const;
  expect(deadlineWords(rule)).toBe('信息形成或变更之日起 20 个工作日内');
  expect(deadlineWords({ type: 'frequency', times: 1, every: 'half-year', text: '' })).toBe(
    '每半年至少 1 次',
  );
  expect(deadlineWords({ type: 'before-event', amount: 3, unit: 'working-day', text: '' })).toBe(
    '事前 3 个工作日',
  );
  expect(deadlineWords({ type: 'text', text: '同上' })).toBe('同上');
});

test('notice period › when days are counted › it crosses months and years, and refuses half dates', () => {
  expect(daysUntil('2026-11-27', '2026-11-22')).toBe(5);
  expect(daysUntil('2027-01-01', '2026-12-31')).toBe(1);
  expect(daysUntil('2026-11-21', '2026-11-22')).toBe(-1);
  expect(daysUntil('2026-11', '2026-11-22')).toBeNull();
});

test('emergency › when it is some days old or another kind › it leaves the home screen', () => {
  const { emergency, notice } = namedRecords;
  expect(isStandingEmergency(emergency.record, '2026-11-22')).toBe(true);
  expect(isStandingEmergency(emergency.record, '2026-11-24')).toBe(false);
  expect(isStandingEmergency(notice.record, '2026-11-18')).toBe(false);
});

test('shorter queries › when a long query found nothing › they offer its words, longest first', () => {
  expect(shorterQueries('营业执照办理流程')).toEqual([
    '营业执照',
    '执照办理',
    '办理流程',
    '营业',
    '执照',
    '办理',
  ]);
  expect(shorterQueries('量子计算机')).toContain('计算机');
  expect(shorterQueries('量子计算机')).not.toContain('算机');
  expect(shorterQueries('低保 申请条件')).toEqual(['申请条件', '低保']);
  expect(shorterQueries('低保')).toEqual([]);
  expect(shorterQueries('  ')).toEqual([]);
});

test('fact table › when a short fact has nothing beside it › it takes the whole row', () => {
  const wide = (...facts: readonly (readonly [string, boolean])[]) =>
    fillRows(facts.map(([name, isWide]) => ({ name, value: name, isWide }))).map(({ isWide }) => isWide);
  expect(wide(['a', false], ['b', false])).toEqual([false, false]);
  expect(wide(['a', false], ['b', false], ['c', false])).toEqual([false, false, true]);
  expect(wide(['a', false], ['b', true], ['c', false], ['d', false])).toEqual([true, true, false, false]);
});

test('file class › when the type is vague › the name decides, and nothing unknown opens here', () => {
  expect(fileClassOf({ mediaType: 'application/pdf; charset=binary', name: 'x' })).toBe('pdf');
  expect(fileClassOf({ mediaType: 'application/octet-stream', name: '表.XLSX' })).toBe('sheet');
  expect(fileClassOf({ mediaType: 'image/svg+xml', name: 'x.svg' })).toBe('other');
});

test('unit of size › when nothing is calibrated › the short side is 270 mm, never below 3.33 px per mm', () => {
  expect(pxPerMmOf({ width: 1080, height: 1920 }, null)).toBe(4);
  expect(pxPerMmOf({ width: 1920, height: 1080 }, null)).toBe(4);
  expect(pxPerMmOf({ width: 1366, height: 768 }, null)).toBe(3.33);
  expect(pxPerMmOf({ width: 1080, height: 1920 }, 4.5)).toBe(4.5);
});
