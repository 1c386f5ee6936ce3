// Sums of terminals at the hub: taken once, worked out for the desk, on paper, and given to agencies as tasks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { createStatisticsService, type StatisticsService } from '#hub/statistics/statistics-service.ts';
import { takeCounts, takeQueries } from '#hub/statistics/take-statistics.ts';
import { personalItems } from '#tests/support/personal-items.ts';
import { agencyInput, clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

/** The desk's day is 2024-05-06, a Monday. */
let temp: TempDesk;
let service: StatisticsService;
let agencyId: string;
beforeEach(async () => {
  temp = await openTempDesk();
  service = createStatisticsService(temp.desk);
  ({ id: agencyId } = await createAgency(temp.desk, agencyInput('民政局'), clerk));
});
afterEach(() => temp.close());

let ids = 0;
const newId = () => `item-${String(++ids).padStart(20, '0')}`;
const arrival = (terminalId = 't1') => ({ terminalId, at: '2024-05-06T08:00:00.000Z' });

const counts = (on: string, hour: number, sums: Record<string, number>, terminalId = 't1') =>
  takeCounts(temp.desk.db, { kind: 'counts', id: newId(), on, hour, sums }, arrival(terminalId));

const queries = (on: string, words: readonly (readonly [string, number, boolean])[], terminalId = 't1') =>
  takeQueries(
    temp.desk.db,
    {
      kind: 'queries',
      id: newId(),
      on,
      words: words.map(([text, sessions, foundNothing]) => ({ words: text, sessions, foundNothing })),
    },
    arrival(terminalId),
  );

describe('sums', () => {
  it('when an item comes twice › it counts once; two of one hour add up', async () => {
    const item = { kind: 'counts' as const, id: newId(), on: '2024-05-06', hour: 9, sums: { visits: 3 } };
    await takeCounts(temp.desk.db, item, arrival());
    await takeCounts(temp.desk.db, item, arrival());
    await counts('2024-05-06', 9, { visits: 2, searches: 4, 'opened.guide': 1 });
    const { sums, heat, series } = await service.period({ period: 'day', on: '2024-05-06' });
    expect(sums).toEqual({ visits: 5, searches: 4, 'opened.guide': 1 });
    expect(heat[0]?.[9]).toBe(5);
    expect(series[9]).toEqual({ at: '09', visits: 5, searches: 4, opened: 1, handed: 0 });
    expect(series).toHaveLength(24);
  });

  it('of a later program › are left out; those of records are told by their titles', async () => {
    await counts('2024-05-06', 9, { visits: 1, 'mode.telepathy': 7, constructor: 2, 'record.r-gone': 6 });
    const { sums, records } = await service.period({ period: 'day', on: '2024-05-06' });
    expect(sums).toEqual({ visits: 1 });
    expect(records).toEqual([{ id: 'r-gone', title: '', kind: 'entry', opened: 6 }]);
  });

  it('of a month › are told by day, by terminal and beside as many days of the month before', async () => {
    await counts('2024-05-01', 10, { visits: 4, 'handed.qr': 2 });
    await counts('2024-05-06', 11, { visits: 6, 'handed.print': 1 }, 't2');
    await counts('2024-04-03', 11, { visits: 9 });
    await counts('2024-04-20', 11, { visits: 100 });
    const month = await service.period({ period: 'month' });
    expect([month.from, month.to, month.today]).toEqual(['2024-05-01', '2024-05-31', '2024-05-06']);
    expect(month.series.map(({ at, visits, handed }) => [at, visits, handed])).toEqual([
      ['2024-05-01', 4, 2],
      ['2024-05-02', 0, 0],
      ['2024-05-03', 0, 0],
      ['2024-05-04', 0, 0],
      ['2024-05-05', 0, 0],
      ['2024-05-06', 6, 1],
    ]);
    expect(month.before).toEqual({ visits: 9 });
    expect(month.terminals.map(({ id, sums }) => [id, sums.visits])).toEqual([
      ['t2', 6],
      ['t1', 4],
    ]);
    const own = await service.period({ period: 'month', terminalId: 't1' });
    expect(own.sums).toEqual({ visits: 4, 'handed.qr': 2 });
    expect(own.terminals).toHaveLength(2);
  });

  it('of a year › come month by month, in the form archives report, with their total on paper', async () => {
    await counts('2024-01-31', 10, {
      visits: 4,
      searches: 3,
      'opened.guide': 2,
      'opened.page': 3,
      'handed.qr': 1,
    });
    await counts('2024-12-01', 10, { visits: 6 });
    await counts('2025-01-01', 10, { visits: 50 });
    const { months } = await service.months(2024);
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2024-01', visits: 4, searches: 3, opened: 5, handed: 1 });
    const table = await service.table(
      { what: 'months', year: 2024, period: 'month', format: 'xlsx' },
      'zh-CN',
    );
    expect(table.title).toBe('2024年信息公开查阅利用情况统计表');
    expect(table.columns.map(({ title }) => title)).toEqual([
      '月份',
      '利用人次',
      '利用件次',
      '检索次数',
      '手机带走',
    ]);
    const [rows = []] = [...(table.rows as Iterable<readonly { cells: readonly unknown[] }[]>)];
    expect(rows.at(-1)?.cells).toEqual(['合计', 10, 5, 3, 1]);
  });

  it('of a period on paper › hold every slot, way, aid and terminal', async () => {
    await counts('2024-05-06', 10, { visits: 4, 'found-nothing': 2, 'mode.elder': 3 });
    const table = await service.table({ what: 'period', period: 'day', format: 'html' }, 'zh-CN');
    const [rows = []] = [...(table.rows as Iterable<readonly { cells: readonly unknown[] }[]>)];
    expect(rows).toContainEqual({ cells: ['10时', 4, 0, 0, 0] });
    expect(rows).toContainEqual({ cells: ['检索无结果（次）', 2, null, null, null] });
    expect(rows).toContainEqual({ cells: ['使用大字', 3, null, null, null] });
    const english = await service.table({ what: 'period', period: 'day', format: 'html' }, 'en');
    expect(english.title).toBe('Use of the terminals, 2024-05-06');
  });
});

describe('words', () => {
  it('of several terminals and days › add up, and those found nowhere are told apart', async () => {
    await queries('2024-05-06', [
      ['公积金', 7, false],
      ['殡葬补贴', 5, true],
    ]);
    await queries('2024-05-05', [['公积金', 5, false]], 't2');
    const { lookedFor, notFound } = await service.period({ period: 'month' });
    expect(lookedFor).toEqual([
      { words: '公积金', sessions: 12 },
      { words: '殡葬补贴', sessions: 5 },
    ]);
    expect(notFound).toEqual([{ words: '殡葬补贴', sessions: 5, taskId: null }]);
  });

  it('that name or number somebody, should a terminal send them › are not kept', async () => {
    const items = personalItems(300).map((item) => item.slice(0, 40));
    await queries(
      '2024-05-06',
      items.map((item) => [item, 9, true] as const),
    );
    const kept = await temp.desk.db.selectFrom('statistic_queries').selectAll().execute();
    expect(kept).toEqual([]);
  });
});

describe('tasks', () => {
  const words = '殡葬补贴';
  const make = async () => {
    await queries('2024-05-06', [[words, 6, true]]);
    return await service.createTask({ words, agencyId, note: '' }, clerk);
  };

  it('made of words › stand open with how many looked for them, once for one agency', async () => {
    const task = await make();
    expect(task).toMatchObject({ words, agencyName: '民政局', state: 'open', sessions: 6, record: null });
    const again = await service.createTask({ words: ' 殡葬补贴 ', agencyId, note: '' }, clerk);
    expect(again.id).toBe(task.id);
    expect((await service.tasks(clerk)).open).toBe(1);
    expect((await service.period({ period: 'day' })).notFound[0]?.taskId).toBe(task.id);
  });

  it('drafted › become a draft of the agency under these words, and are on record', async () => {
    const task = await make();
    const drafted = await service.actOnTask(task.id, { revision: 1, act: { act: 'draft' } }, clerk);
    expect(drafted).toMatchObject({ state: 'drafted', revision: 2, record: { title: words } });
    const record = await temp.desk.db.selectFrom('records').selectAll().executeTakeFirstOrThrow();
    expect(record).toMatchObject({ title: words, state: 'draft', agency_id: agencyId });
    const trail = await temp.desk.db.selectFrom('audit_entries').select('action').execute();
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['content-task.create', 'record.create', 'content-task.act']),
    );
  });

  it('acted on by two › the slower is told so, and unknown matters are refused', async () => {
    const task = await make();
    await service.actOnTask(task.id, { revision: 1, act: { act: 'drop', note: '已在别处公开' } }, clerk);
    await expect(
      service.actOnTask(task.id, { revision: 1, act: { act: 'done', note: '' } }, clerk),
    ).rejects.toMatchObject({ code: 'store.conflict' });
    await expect(
      service.actOnTask(task.id, { revision: 2, act: { act: 'link', recordId: 'r-none' } }, clerk),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect((await service.tasks(clerk)).tasks[0]).toMatchObject({ state: 'dropped', note: '已在别处公开' });
  });

  it('of another agency › are not seen by who belongs to one', async () => {
    const task = await make();
    const stranger = { ...clerk, agencyId: 'a-other' };
    expect((await service.tasks(stranger)).tasks).toEqual([]);
    await expect(
      service.actOnTask(task.id, { revision: 1, act: { act: 'reopen' } }, stranger),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
