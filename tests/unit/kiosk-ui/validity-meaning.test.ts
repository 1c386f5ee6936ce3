// What validity means on a given day, and which part of a title stays from one version to the next.
import { expect, test } from 'vitest';
import { titleCore, validityMeaning } from '#kiosk/components/validity-meaning.ts';
import type { Validity } from '#shared/catalogue/record.ts';

const today = '2026-11-20';
const meaning = (validity: Validity, expiresOn: string | null, date: string | null = '2020-01-01') =>
  validityMeaning({ validity, expiresOn, date }, today)?.meaning ?? null;

test('validity › on a given day › it means what the day makes of it', () => {
  expect(meaning('unknown', null)).toBe(null);
  expect(meaning('in-force', null)).toBe('holds');
  expect(meaning('in-force', '2030-04-05')).toBe('holdsUntil');
  expect(meaning('in-force', '2027-02-20')).toBe('endsSoon');
  expect(meaning('in-force', '2026-11-20')).toBe('endsSoon');
  expect(meaning('in-force', '2026-11-19')).toBe('overdue');
  expect(meaning('in-force', '2026')).toBe('endsSoon');
  expect(meaning('in-force', '2025')).toBe('overdue');
  expect(meaning('in-force', null, '2027-01-01')).toBe('notYet');
  expect(meaning('amended', null)).toBe('amended');
  expect(meaning('expired', null)).toBe('ended');
  expect(meaning('expired', '2021-03-01')).toBe('endedOn');
  expect(meaning('repealed', null)).toBe('repealed');
  expect(meaning('repealed', '2021-03-01')).toBe('repealedOn');
  expect(meaning('repealed', '2027-03-01')).toBe('willEnd');
});

test('title › without what changes from version to version › it is the same for both', () => {
  expect(titleCore('临溪区最低生活保障审核确认办法（试行）')).toBe(
    titleCore('临溪区最低生活保障审核确认办法'),
  );
  expect(titleCore('关于印发《临溪区住房保障暂行办法（2024年修订）》的通知')).toBe('临溪区住房保障办法');
  expect(titleCore('临溪区城市房屋拆迁补偿暂行规定')).not.toBe(titleCore('临溪区房屋征收补偿规定'));
});
