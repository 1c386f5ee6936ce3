// What the convenience card holds of registers and their entries: under their own names, and short.
import { expect, test } from 'vitest';
import { cardContent } from '#kiosk/components/card-content.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { columnsOf, registerRecords } from '#tests/support/register-records.ts';

const powers = registerRecords('权责清单.csv', 'PWR');
const blacklist = registerRecords('失信黑榜.csv', 'BAD');
const complaints = registerRecords('消费投诉排行（2026年第47周）.csv', 'RNK');
const permit = powers.entries[0] as CatalogueRecord;
const namesOf = ({ facts }: ReturnType<typeof cardContent>) => facts.map(({ name }) => name);

test('an entry › its cells stand under the names of their columns, its steps as steps', () => {
  const card = cardContent(permit, null, columnsOf(powers));
  expect(card.facts[0]).toEqual({ name: '出自', value: powers.register.title });
  expect(card.facts).toContainEqual({ name: '职权编码', value: 'MZ13-XK-001' });
  expect(namesOf(card)).not.toContain('办理流程');
  expect(card.lists).toHaveLength(1);
  expect(card.lists[0]).toMatchObject({ title: '办理流程', kind: 'steps' });
  expect(card.lists[0]?.lines.length).toBeGreaterThan(2);
  expect(card.lists[0]?.lines.length).toBeLessThanOrEqual(6);
});

test('an entry › when it is shown for a time › the card says until when', () => {
  const entry = blacklist.entries.find(({ shown }) => shown?.until) as CatalogueRecord;
  expect(namesOf(cardContent(entry, null, columnsOf(blacklist)))).toContain('公布到');
});

test('an entry › when its register is not at hand › its summary stands for its cells', () => {
  const card = cardContent(permit, null, []);
  expect(card.facts.map(({ value }) => value)).toEqual([powers.register.title, permit.summary]);
  expect(card.lists).toEqual([]);
});

test('an entry of many long cells › the card stays short', () => {
  const keys = Array.from({ length: 30 }, (_, at) => `c${at}`);
  const columns = keys.map((key) => ({
    ...{ key, title: key, type: 'text' as const, unit: null, isShown: true },
  }));
  const record: CatalogueRecord = {
    ...permit,
    details: {
      ...{ type: 'entry', registerId: 'g', registerTitle: '名录', facets: [] },
      cells: keys.map((key) => [key, `${key}${'长'.repeat(200)}`]),
    },
  };
  const { facts } = cardContent(record, null, columns);
  expect(facts).toHaveLength(13);
  for (const { value } of facts) expect(value.length).toBeLessThanOrEqual(80);
});

test('a ranking › its period and first places', () => {
  const card = cardContent(complaints.register, null, []);
  expect(card.facts).toContainEqual({ name: '统计期间', value: '2026年第47周' });
  expect(card.lists).toContainEqual(expect.objectContaining({ title: '排行', kind: 'steps' }));
  expect(card.lists.at(-1)?.lines).toHaveLength(10);
  expect(card.lists.at(-1)?.lines[0]).toMatch(/ 33 件$/u);
});
