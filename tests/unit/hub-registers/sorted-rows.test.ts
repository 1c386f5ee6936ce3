// Rows of a register in the order of a column: numbers, days and sounds, page by page, whatever changes meanwhile.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRegisters } from '#hub/registers/register-list.ts';
import { createRegisterService, type RegisterService } from '#hub/registers/register-service.ts';
import { compareKeys, sortKeyOf } from '#hub/registers/sort-key.ts';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import { importTable } from '#tests/support/import-register.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
let registers: RegisterService;
beforeEach(async () => {
  temp = await openTempDesk();
  registers = createRegisterService(temp.desk);
});
afterEach(() => temp.close());

const people = [
  '养老机构名册',
  '编号,机构名称,床位（张）,开业日期',
  'A1,章台养老院,90,2019-05-01',
  'A2,白塔养老院,1000,2021-03-02',
  'A3,张村养老院,,长期',
  'A4,詹家养老院,200,2018-12-31',
].join('\n');

async function register() {
  const [only] = await listRegisters(temp.desk.db);
  if (only === undefined) throw new Error('no register');
  return registers.detail(only.id);
}

/** Sets a column sortable by hand, as the set-up screen does. */
async function makeSortable(title: string): Promise<string> {
  const { id, definition, agencyId, nodeId, period, version } = await register();
  const columns = (definition.columns as RegisterColumn[]).map((column) =>
    column.title === title ? { ...column, isSortable: true } : column,
  );
  const input = { definition: { ...definition, columns }, agencyId, nodeId, period, baseVersion: version };
  await registers.update(id, input, clerk);
  return columns.find((column) => column.title === title)?.key ?? '';
}

/** The codes of all rows in this order, read two at a time. */
async function codes(
  key: string,
  isDescending: boolean,
  onlyWaiting = false,
): Promise<(string | undefined)[]> {
  const { id } = await register();
  const all: (string | undefined)[] = [];
  let after: string | null = null;
  do {
    const query = { words: '', after, limit: 2, onlyWaiting, sort: { key, isDescending } };
    const page = await registers.rows(id, query);
    all.push(...page.rows.map(({ cells }) => cells.c1));
    after = page.next;
  } while (after !== null);
  return all;
}

describe('rows of a register › when a column is sorted by', () => {
  beforeEach(() => importTable(temp.desk, people, { approve: true }));

  it('numbers are compared as numbers, and empty cells come last both ways', async () => {
    expect(await codes('c3', false)).toEqual(['A1', 'A4', 'A2', 'A3']);
    expect(await codes('c3', true)).toEqual(['A2', 'A4', 'A1', 'A3']);
  });

  it('days are compared as days, and what has no end comes after them', async () => {
    expect(await codes('c4', false)).toEqual(['A4', 'A1', 'A2', 'A3']);
  });

  it('a name is sorted by its sound once staff mark it sortable: bai, zhan, zhang 章 beside 张', async () => {
    const key = await makeSortable('机构名称');
    const order = await codes(key, false);
    expect(order.slice(0, 2)).toEqual(['A2', 'A4']);
    expect(new Set(order.slice(2))).toEqual(new Set(['A1', 'A3']));
    expect(await codes(key, true)).toEqual([...order].reverse());
  });

  it('changes, removals and discarded revisions are in the order at once', async () => {
    await importTable(temp.desk, people.replace('A2,白塔养老院,1000', 'A2,白塔养老院,1'));
    expect(await codes('c3', false)).toEqual(['A2', 'A1', 'A4', 'A3']);
    expect(await codes('c3', false, true)).toEqual(['A2']);
    const { id } = await register();
    await registers.decide(id, 'discard', clerk);
    expect(await codes('c3', false)).toEqual(['A1', 'A4', 'A2', 'A3']);
  });

  it('a column made sortable while a change waits keeps its order when the change is given up', async () => {
    await importTable(temp.desk, people.replace('白塔养老院', '甄家养老院'));
    const key = await makeSortable('机构名称');
    expect((await codes(key, false)).indexOf('A2')).toBe(3);
    const { id } = await register();
    await registers.decide(id, 'discard', clerk);
    // Given up with the change is the set-up that came with it.
    await makeSortable('机构名称');
    expect((await codes(key, false)).indexOf('A2')).toBe(0);
  });

  it('words are found in that order, and a column that is not sortable is refused', async () => {
    const { id } = await register();
    const query = { words: '养老院', after: null, limit: 9, onlyWaiting: false };
    const page = await registers.rows(id, { ...query, sort: { key: 'c3', isDescending: true } });
    expect(page.rows.map(({ cells }) => cells.c1)).toEqual(['A2', 'A4', 'A1', 'A3']);
    const refused = registers.rows(id, { ...query, sort: { key: 'c2', isDescending: true } });
    await expect(refused).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('rows of a register › when they come in the order of their table', () => {
  it('sub-items carry their level, and totals stand between them on the page they belong to', async () => {
    const text = ['支出表', '项目,金额（万元）', '教育,3', '　小学,1', '　中学,2', '合计,3'].join('\n');
    await importTable(temp.desk, text);
    const { id } = await register();
    const query = { words: '', onlyWaiting: false, limit: 2 };
    const first = await registers.rows(id, { ...query, after: null });
    const second = await registers.rows(id, { ...query, after: first.next });
    expect([...first.rows, ...second.rows].map(({ level }) => level)).toEqual([0, 1, 1]);
    expect(first.totals).toEqual([]);
    expect(second.totals).toMatchObject([{ after: second.rows[0]?.id, cells: { c1: '合计', c2: '3' } }]);
  });
});

describe('sort keys', () => {
  it('when numbers carry units of their own › they are compared by what they come to', () => {
    const keys = ['3万元', '2,000元', '1亿元', '-5元'].map((text) => sortKeyOf('number', text));
    expect([...keys].sort(compareKeys).map(({ key }) => key)).toEqual([-5, 2000, 30_000, 100_000_000]);
  });

  it('when numbers stand within names › the second comes before the tenth', () => {
    const [two, ten] = ['第2养老院', '第10养老院'].map((text) => sortKeyOf('text', text));
    expect(two && ten && compareKeys(two, ten)).toBeLessThan(0);
  });

  it('when any texts are given › the order is total and a text has one key', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [first, second] = [sortKeyOf('text', a), sortKeyOf('text', b)];
        expect(Math.sign(compareKeys(first, second))).toBe(-Math.sign(compareKeys(second, first)) + 0);
        expect(sortKeyOf('text', a)).toEqual(first);
      }),
    );
  });
});
