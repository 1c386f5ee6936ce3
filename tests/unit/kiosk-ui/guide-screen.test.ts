// Small rules of a guide's screen: days a promise saves, ticks that are forgotten, addresses of articles and forms.
import { describe, expect, test } from 'vitest';
import { savedDays } from '#kiosk/components/guide-glance.tsx';
import { formAddress } from '#kiosk/components/guide-materials.tsx';
import { parseArticle } from '#kiosk/state/article-finder.ts';
import { countTicks, forgetTicks, isTicked, toggleTick } from '#kiosk/state/guide-ticks.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';

test.each([
  ['15 个工作日', '30 个工作日', 15, 'working-day'],
  ['3个工作日内', '二十个工作日', 17, 'working-day'],
  ['10日', '60日', 50, 'day'],
])('a promise of %s › beside %s by law › saves %i', (promised, statutory, days, unit) => {
  expect(savedDays(promised, statutory)).toEqual({ days, unit });
});

test.each([
  ['15个工作日', '30日'],
  ['当场', '20个工作日'],
  ['30个工作日', '30个工作日'],
  ['45日（复杂的可延长15日）', '60日'],
  [null, '30个工作日'],
])('a promise of %s › beside %s by law › is not compared', (promised, statutory) => {
  expect(savedDays(promised, statutory)).toBeNull();
});

describe('ticks', () => {
  const list = { recordId: 'r1', list: 'conditions' } as const;

  test('when a line is touched › it is ticked in its own list of its own guide, and touched again it is not', () => {
    toggleTick(list, 0);
    expect(isTicked(list, 0)).toBe(true);
    expect(isTicked({ ...list, list: 'materials' }, 0)).toBe(false);
    expect(isTicked({ ...list, recordId: 'r2' }, 0)).toBe(false);
    expect(countTicks(list, 3)).toBe(1);
    toggleTick(list, 0);
    expect(countTicks(list, 3)).toBe(0);
  });

  test('when the visit ends › none is left', () => {
    toggleTick(list, 1);
    forgetTicks();
    expect(countTicks(list, 3)).toBe(0);
  });
});

test('an address › when it asks for an article › only what an anchor looks like is taken', () => {
  expect(parseArticle('/record/r1?article=art-32')).toBe('art-32');
  expect(parseArticle('/record/r1?article=art-120-1&q=x')).toBe('art-120-1');
  for (const url of [
    '/record/r1',
    '/record/r1?article=',
    '/record/r1?article=sec-1',
    '/record/r1?article=art-%3Cb%3E',
  ])
    expect(parseArticle(url), url).toBeNull();
});

test('a form › when it is taken home › its address names the file by its digest and its kind alone', () => {
  const { record } = namedRecords.guide;
  const file = { sha256: 'ab'.repeat(32), name: '申请书（含授权书）.docx', mediaType: 'x', bytes: 1 };
  const address = formAddress('http://hub.example', record, file);
  expect(address).toBe(`http://hub.example/m/${record.code}/file/${file.sha256}/form.docx`);
  expect(formAddress('', record, { ...file, name: '无后缀' })).toMatch(/\/form$/);
});
