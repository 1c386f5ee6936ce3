// Total rows of tables on their way into registers: no entries, kept with the revision, held against what they add up.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { listRegisters } from '#hub/registers/register-list.ts';
import { createRegisterService } from '#hub/registers/register-service.ts';
import { loadRegister } from '#hub/registers/stored-register.ts';
import { collect, importTable } from '#tests/support/import-register.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

const table = (...rows: string[]) =>
  ['乡镇救助资金（2026年）', '序号,乡镇,户数,金额（万元）', ...rows].join('\n');
const sound = table('1,东河乡,12,30.5', '2,西河乡,8,20', '合计,,20,50.5');

async function onlyRegister() {
  const [register] = await listRegisters(temp.desk.db);
  if (register === undefined) throw new Error('no register');
  return loadRegister(temp.desk.db, register.id);
}

/** The one register and its entries as the next release would carry them. */
async function publishedRecords() {
  const source = createPublishSource(temp.desk);
  const ids = (await collect(source.approved())).map(({ id }) => id);
  const records = await collect(source.load(ids));
  const register = records.find(({ record }) => record.kind === 'register');
  if (register === undefined) throw new Error('no register is approved');
  return { register, entries: records.filter(({ record }) => record.kind === 'entry') };
}

const entryTitles = async () => {
  const service = createRegisterService(temp.desk);
  const { rows } = await service.rows((await onlyRegister()).id, {
    words: '',
    after: null,
    limit: 50,
    onlyWaiting: false,
  });
  return rows.map(({ cells }) => cells.c2);
};

describe('total rows › when a table ends with one', () => {
  it('it is no entry, counted apart, and stands in the published table all the same', async () => {
    const report = await importTable(temp.desk, sound, { approve: true });
    expect(report).toMatchObject({
      rows: 3,
      created: 2,
      rejectedCount: 0,
      warningCount: 0,
      table: { totals: 1 },
    });
    expect(await entryTitles()).toEqual(['东河乡', '西河乡']);
    const { register, entries } = await publishedRecords();
    expect(entries.map(({ record }) => record.title)).toEqual(['东河乡', '西河乡']);
    expect(register.record.details).toMatchObject({ entries: 2 });
    expect(register.bodyText).toMatch(/东河乡 12 30\.5\n西河乡 8 20\n合计 20 50\.5/u);
  });

  it('and its figures are wrong › every one is told with its place, and nothing is refused', async () => {
    const report = await importTable(temp.desk, table('1,东河乡,12,30.5', '2,西河乡,8,20', '合计,,21,60.5'));
    expect(report).toMatchObject({ created: 2, rejectedCount: 0, warningCount: 2 });
    expect(report.warnings).toMatchObject([
      {
        row: 5,
        column: '户数',
        code: 'register.sum-differs',
        details: { stated: '21', added: '20', gap: '1' },
      },
      { row: 5, column: '金额（万元）', details: { stated: '60.5万元', added: '50.5万元', gap: '10.0万元' } },
    ]);
  });

  it('and the table is imported again › nothing changes; with another total › the register waits again', async () => {
    await importTable(temp.desk, sound, { approve: true });
    const again = await importTable(temp.desk, sound);
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const before = await onlyRegister();
    expect(before.version).toBe(before.approvedVersion);
    await importTable(temp.desk, sound.replace('合计,,20,50.5', '合计,,20,51'));
    const { id, version, approvedVersion, totals } = await onlyRegister();
    expect(version).not.toBe(approvedVersion);
    expect(totals.map(({ cells }) => cells.c4)).toEqual(['51']);
    await createRegisterService(temp.desk).decide(id, 'discard', clerk);
    expect((await onlyRegister()).totals.map(({ cells }) => cells.c4)).toEqual(['50.5']);
  });
});

describe('total rows › when blocks have subtotals of one name', () => {
  const blocks = table(
    '1,东河乡,12,30.5',
    '2,西河乡,8,20',
    '小计,,20,50.5',
    '3,南山乡,5,9',
    '4,北山乡,5,1',
    '小计,,10,12',
    '总计,,30,62.5',
  );

  it('each is held against its own block, and only the wrong one is told', async () => {
    const report = await importTable(temp.desk, blocks);
    expect(report).toMatchObject({ created: 4, rejectedCount: 0, table: { totals: 3 } });
    expect(report.warnings.map(({ row, column }) => [row, column])).toEqual([[8, '金额（万元）']]);
    const { totals } = await onlyRegister();
    expect(totals.map(({ after, cells }) => [after, cells.c2])).toEqual([
      [2, '小计'],
      [4, '小计'],
      [4, '总计'],
    ]);
  });
});

describe('total rows › when a row only looks like one', () => {
  it('an entry whose name ends so and says more than figures stays an entry', async () => {
    await importTable(temp.desk, '办事窗口\n窗口,地点,说明\n会计总计,一楼,办理总账\n综合窗口,二楼,综合受理');
    const service = createRegisterService(temp.desk);
    const { entries } = await service.detail((await onlyRegister()).id);
    expect(entries).toBe(2);
  });

  it('a total whose figure cannot be read is kept without it, and told', async () => {
    const report = await importTable(
      temp.desk,
      table('1,东河乡,12,30.5', '2,西河乡,8,20', '合计,,约二十,50.5'),
    );
    expect(report).toMatchObject({ rejectedCount: 0, table: { totals: 1 } });
    expect(report.warnings).toMatchObject([{ row: 5, column: '户数', code: 'register.number-unreadable' }]);
  });
});

describe('items set in with blanks › when their sums are wrong', () => {
  const nested = (part: string) =>
    [
      '2026年部门支出（单位：万元）',
      '项目,2026年预算数',
      '教育支出,100',
      `　小学教育,${part}`,
      '　中学教育,40',
      '农林水支出,30',
      '　水利,10',
      '　林业,20',
      '合计,130',
    ].join('\n');

  it('without any number before them › the level is taken from the blanks, and the sub-items add up', async () => {
    expect((await importTable(temp.desk, nested('60'))).warnings).toEqual([]);
    const { warnings } = await importTable(temp.desk, nested('55'));
    expect(warnings).toMatchObject([
      { row: 3, column: '2026年预算数', details: { name: '教育支出', stated: '100万元', added: '95万元' } },
    ]);
  });

  it('and the register is published › its table shows them one step in', async () => {
    await importTable(temp.desk, nested('60'), { approve: true });
    const { register } = await publishedRecords();
    expect(register.bodyParts.join('')).toMatch(
      /class="level-1">小学教育.*>农林水支出.*class="level-1">林业/u,
    );
  });

  it('and items below different ones have one name › both are kept', async () => {
    const text = [
      '部门支出',
      '项目,金额（万元）',
      '教育,3',
      '　工资,1',
      '　公用,2',
      '卫生,5',
      '　工资,2',
      '　公用,3',
    ];
    const report = await importTable(temp.desk, text.join('\n'));
    expect(report).toMatchObject({ created: 6, rejectedCount: 0 });
    expect(await importTable(temp.desk, text.join('\n'))).toMatchObject({ unchanged: 6 });
  });
});
