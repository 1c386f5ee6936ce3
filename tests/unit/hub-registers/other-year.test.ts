// A table of another year put into a register that is there: what is replaced, what is compared, what everything is called.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPublishSource } from '#hub/editorial/publish-source.ts';
import { collect, importTable } from '#tests/support/import-register.ts';
import { openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

const expenses = (year: number, ...rows: string[]) =>
  [
    `河湾区${year}年“三公”经费预算`,
    `项目,${year - 1}年预算数（万元）,${year}年预算数（万元）,${year}年预算数增减（万元）`,
    ...rows,
  ].join('\n');
const approve = { approve: true };

/** The one register and its entries as the next release would carry them. */
async function published() {
  const source = createPublishSource(temp.desk);
  const ids = (await collect(source.approved())).map(({ id }) => id);
  const records = await collect(source.load(ids));
  const register = records.find(({ record }) => record.kind === 'register');
  const details = register?.record.details;
  if (register === undefined || details?.type !== 'register') throw new Error('no register is approved');
  const entries = records.filter(({ record }) => record.kind === 'entry').map(({ record }) => record);
  return { title: register.record.title, table: register.bodyText, details, entries };
}

describe('a table of the next year › when it goes into the register of this one', () => {
  it('the register takes its name, its years and its rows, and none of last year stays among them', async () => {
    await importTable(
      temp.desk,
      expenses(2025, '1、出国费,40,38', '2、接待费,20,21', '3、会议费,9,9'),
      approve,
    );
    const report = await importTable(
      temp.desk,
      expenses(2026, '1、出国费,38,36', '2、接待费,21,18'),
      approve,
    );
    expect(report).toMatchObject({ updated: 2, table: { period: '2026年', replaces: true, removed: 1 } });
    const { title, table, details, entries } = await published();
    expect(title).toContain('2026年');
    expect(details.period).toBe('2026年');
    expect(details.columns.map((column) => column.title)).toEqual(
      expect.arrayContaining(['2025年预算数', '2026年预算数', '2026年预算数增减']),
    );
    expect(table).not.toContain('会议费');
    expect(entries.map((entry) => entry.title)).toEqual(['1、出国费', '2、接待费']);
    expect(entries.map(({ details: of }) => of?.type === 'entry' && of.registerTitle)).toEqual([
      title,
      title,
    ]);
    expect(details.notes.map(({ text }) => text)).toEqual([
      '2026年预算数合计54万元，比2025年预算数减少5万元，下降8.47%。',
    ]);
  });

  it('and has no column of the year before › it is compared with what the register held', async () => {
    const alone = (year: number, ...rows: string[]) =>
      [`河湾区${year}年“三公”经费`, `项目,${year}年预算数（万元）`, ...rows].join('\n');
    await importTable(temp.desk, alone(2025, '出国费,38', '接待费,22'), approve);
    await importTable(temp.desk, alone(2026, '出国费,36', '接待费,18', '合计,54'), approve);
    expect((await published()).details.notes.map(({ text }) => text)).toEqual([
      '2026年预算数合计54万元，比2025年减少6万元，下降10.00%。',
    ]);
  });

  it('columns of a register of its own that name years go on with them', async () => {
    const funds = (year: number, row: string) =>
      [`河湾区${year}年助学金`, `学校,${year - 1}年人数,${year}年人数`, row].join('\n');
    await importTable(temp.desk, funds(2025, '一中,30,32'), { ...approve, register: 'grants' });
    const next = funds(2026, '一中,32,35');
    expect(await importTable(temp.desk, next, { ...approve, register: 'grants' })).toMatchObject({
      updated: 1,
    });
    const { details, entries } = await published();
    const titles = new Map(details.columns.map(({ key, title }) => [key, title]));
    const [entry] = entries;
    const cells = entry?.details?.type === 'entry' ? entry.details.cells : [];
    expect(cells.map(([key, text]) => [titles.get(key), text])).toEqual([
      ['学校', '一中'],
      ['2025年人数', '32'],
      ['2026年人数', '35'],
    ]);
  });
});

describe('a table of an earlier time › when it comes after a later one', () => {
  it('it is told, and the register says throughout that it is about that time', async () => {
    await importTable(temp.desk, expenses(2026, '出国费,38,36'), approve);
    const report = await importTable(temp.desk, expenses(2025, '出国费,40,38'), approve);
    expect(report.warnings).toMatchObject([
      { code: 'register.older-period', details: { period: '2025年', before: '2026年' } },
    ]);
    const { title, details } = await published();
    expect([title.includes('2025年'), details.period]).toEqual([true, '2025年']);
  });

  it('a ranking is compared with the last period before it, never with a later one', async () => {
    const week = (number: number, ...rows: string[]) =>
      [`2026年第${number}周消费投诉排行`, '被投诉单位,投诉件数', ...rows].join('\n');
    const movements = async () => {
      const { details } = await published();
      const [view] = details.views;
      return view?.view === 'ranking' ? view.rows.map(({ label, movement }) => [label, movement]) : [];
    };
    await importTable(temp.desk, week(45, '甲店,9', '乙店,5'), approve);
    await importTable(temp.desk, week(47, '甲店,9', '乙店,5'), approve);
    await importTable(temp.desk, week(46, '乙店,8', '甲店,3'), approve);
    expect(await movements()).toEqual([
      ['乙店', 1],
      ['甲店', -1],
    ]);
  });
});

describe('an item below another › when its register is published', () => {
  it('the register names the one it is part of, and what is no part of anything is not named', async () => {
    await importTable(
      temp.desk,
      expenses(2026, '1、接待费,20,18', '2、公务用车,30,28', '其中:(1)购置费,10,9', '(2)运行费,20,19'),
      approve,
    );
    const { details, entries } = await published();
    const titleOf = (id: string) => entries.find((entry) => entry.id === id)?.title;
    expect(details.subItems?.map(([id, parent]) => [titleOf(id), titleOf(parent)])).toEqual([
      ['其中:（1）购置费', '2、公务用车'],
      ['（2）运行费', '2、公务用车'],
    ]);
  });
});
