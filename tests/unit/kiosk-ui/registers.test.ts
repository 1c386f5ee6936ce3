// Registers on the terminal: folding in results, movement in words, states and groups.
import { afterEach, describe, expect, test } from 'vitest';
import { choiceTone } from '#kiosk/components/registers/choice-tone.ts';
import { directionOf, movementWords } from '#kiosk/components/registers/movement.tsx';
import { hasMovement } from '#kiosk/components/registers/ranking-view.tsx';
import { language } from '#kiosk/i18n/translate.ts';
import { groupOf } from '#kiosk/screens/registers-screen.tsx';
import { foldEntries } from '#kiosk/state/fold-entries.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterView } from '#shared/catalogue/register.ts';
import type { SearchHit } from '#shared/search/types.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { entryIdOf, registerIds, registerRecords } from '#tests/support/kiosk-fixture/fixture-registers.ts';

const records = registerRecords().map(({ record }) => record);
const recordOf = (id: string): CatalogueRecord => {
  const record = records.find((one) => one.id === id);
  if (!record) throw new Error(`the fixture has no ${id}`);
  return record;
};
const hitOf = (record: CatalogueRecord): SearchHit => ({ record, score: 1, titleRanges: [], snippet: null });

afterEach(() => {
  language.value = 'zh-CN';
});

describe('results › entries of one register', () => {
  const enterprises = Array.from({ length: 10 }, (_, at) =>
    hitOf(recordOf(entryIdOf(registerIds.enterprises, at))),
  );
  const law = hitOf(namedRecords.law.record);

  test('when they crowd the first page › three stay, one line tells of the rest, and everything else stands', () => {
    const lines = foldEntries([...enterprises.slice(0, 6), law], 20);
    expect(lines.map((line) => ('hit' in line ? line.hit.record.kind : line.registerTitle))).toEqual([
      'entry',
      'entry',
      'entry',
      '企业基本信息',
      law.record.kind,
    ]);
  });

  test('when there are few › they are all shown', () => {
    expect(foldEntries([...enterprises.slice(0, 4), law], 20)).toHaveLength(5);
  });

  test('when more was asked for › what came after the first page is shown as it is', () => {
    expect(foldEntries(enterprises, 6)).toHaveLength(4 + 4);
  });
});

describe('ranking', () => {
  test('when places moved › a word says which way and how far, in both languages', () => {
    expect([2, -1, 0, null].map(directionOf)).toEqual(['up', 'down', 'same', 'new']);
    expect([2, -1, 0, null].map(movementWords)).toEqual(['升 2 位', '降 1 位', '持平', '新上榜']);
    language.value = 'en';
    expect([2, -1, 0, null].map(movementWords)).toEqual(['up 2', 'down 1', 'no change', 'new']);
  });

  test('when there is no period before › nothing is said to have moved', () => {
    expect(hasMovement([{ place: 1, label: '一', value: 3, movement: null }])).toBe(false);
  });
});

test.each([
  ['存续（在营、开业、在册）', 'good'],
  ['合格', 'good'],
  ['不合格', 'bad'],
  ['注销', 'bad'],
  ['经营异常', 'watch'],
  ['有限责任公司', 'plain'],
])('state › when it is “%s” › its tone is %s', (text, tone) => {
  expect(choiceTone(text)).toBe(tone);
});

test.each([
  ['look-up', 'lookUp'],
  ['ranking', 'ranking'],
  ['table', 'figures'],
  ['chart', 'figures'],
] as const)('registers › when the first view is a %s › it stands under %s', (view, group) => {
  expect(groupOf({ views: [{ view } as RegisterView, { view: 'look-up' }] })).toBe(group);
});
