// Ledgers tell what the store holds, no more and no less: counted again from the rows by other code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableFile } from '#hub/reports/report-file.ts';
import { createReportServices } from '#hub/reports/report-services.ts';
import type { EntryInput } from '#shared/protocol/ledgers-api.ts';
import type { LedgerId } from '#shared/reports/ledgers.ts';
import { gather, readBack } from '../../support/read-back.ts';
import { matterDetails, openReportDesk, type ReportDesk } from '../../support/report-desk.ts';
import { clerk } from '../../support/temp-desk.ts';

let desk: ReportDesk;
let folder: string;
let ids: { matter: string; idle: string; notice: string; rules: string; other: string };
const all = { from: null, to: null, agencyId: null, language: 'zh-CN' } as const;
const reports = () => createReportServices(desk.desk);
const rowsOf = async (id: LedgerId, scope: Partial<typeof all> | Record<string, unknown> = {}) =>
  (await reports().ledgers.shown(id, { ...all, ...scope })).rows;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-ledgers-'));
  desk = await openReportDesk('民政局', '教育局');
  const [civil = '', school = ''] = desk.agencies;
  desk.at('2026-03-01T01:00:00Z');
  const matterOf = (agency: string, title: string) =>
    desk.add(agency, { kind: 'matter', title, nodeId: 'proactive-20-11', details: matterDetails() });
  const matter = await matterOf(civil, '低保审批结果');
  const idle = await matterOf(civil, '特困供养标准');
  const notice = await desk.add(civil, { title: '三月低保公示', matterId: matter });
  const rules = await desk.add(civil, { title: '低保办法', docNo: '明政规〔2026〕1号', matterId: matter });
  const other = await desk.add(school, { title: '招生简章' });
  ids = { matter, idle, notice, rules, other };
  await desk.approve(matter, notice);
  await desk.publish('2026-03-03T17:00:00Z');
  await desk.change(notice, { title: '三月低保公示（更正）' });
  await desk.approve(notice, rules, other);
  await desk.publish('2026-04-10T02:00:00Z', '馆长');
  await desk.withdraw(rules);
  await desk.publish('2026-05-06T02:00:00Z');
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the register of disclosure › when records were published, changed and taken out', () => {
  it('it has a row for each of these, with the release, the day of China and everyone’s name', async () => {
    const rows = await rowsOf('publications');
    const told = rows.map(({ cells }) => [cells[0], cells[1], cells[2], cells[5], cells[8], cells[9]]);
    expect(told).toEqual([
      [1, '民政局', '低保审批结果', '三月低保公示', '首次公开', 1],
      [2, '民政局', '低保审批结果', '三月低保公示（更正）', '更新', 2],
      [3, '民政局', '低保审批结果', '低保办法', '首次公开', 2],
      [4, '民政局', '低保审批结果', '低保办法', '撤下', 3],
      [5, '民政局', '特困供养标准', '（期间内没有公开内容）', null, null],
      [6, '教育局', '（未对应公开事项）', '招生简章', '首次公开', 2],
    ]);
    expect(rows[2]?.cells.slice(6)).toEqual([
      '明政规〔2026〕1号',
      '2024-03-01',
      '首次公开',
      2,
      '2026-04-10T02:00:00Z',
      '经办员',
      '经办员',
      '馆长',
    ]);
    expect(rows[2]?.link).toEqual({ kind: 'record', id: ids.rules });
  });

  it('it counts as many publications as the marks of each release changed, counted row by row', async () => {
    const versions = new Map<string, number>();
    let changes = 0;
    const history = [
      { [ids.notice]: 1 },
      { [ids.notice]: 2, [ids.rules]: 1, [ids.other]: 1 },
      { [ids.notice]: 2, [ids.other]: 1 },
    ];
    for (const carried of history) {
      for (const id of new Set([...versions.keys(), ...Object.keys(carried)])) {
        if (versions.get(id) !== carried[id]) changes += 1;
        if (carried[id] === undefined) versions.delete(id);
        else versions.set(id, carried[id]);
      }
    }
    const rows = await rowsOf('publications');
    expect(rows.filter(({ cells }) => cells[9] !== null)).toHaveLength(changes);
  });

  it('for a month › it takes days as China counts them', async () => {
    const titles = async (from: string, to: string) =>
      (await rowsOf('publications', { from, to }))
        .filter(({ cells }) => cells[9] !== null)
        .map(({ cells }) => cells[5]);
    expect(await titles('2026-03-04', '2026-03-04')).toEqual(['三月低保公示']);
    expect(await titles('2026-03-03', '2026-03-03')).toEqual([]);
    expect(await titles('2026-05-01', '2026-05-31')).toEqual(['低保办法']);
  });

  it('for one agency › it leaves out the others', async () => {
    const rows = await rowsOf('publications', { agencyId: desk.agencies[1] });
    expect(rows.map(({ cells }) => cells[5])).toEqual(['招生简章']);
  });
});

describe('the review ledger › when records were approved and withdrawn', () => {
  it('it has a row for every version somebody decided about', async () => {
    const rows = await rowsOf('reviews');
    expect(rows.map(({ cells }) => [cells[3], cells[4], cells[5], cells[8]])).toEqual([
      ['低保审批结果', 1, '批准', '经办员'],
      ['三月低保公示', 1, '批准', '经办员'],
      ['三月低保公示（更正）', 2, '批准', '经办员'],
      ['低保办法', 1, '批准', '经办员'],
      ['招生简章', 1, '批准', '经办员'],
      ['低保办法', 1, '撤下', '经办员'],
    ]);
  });
});

describe('a ledger › when it is handed out', () => {
  it('as a spreadsheet › it holds the same rows', async () => {
    const table = await reports().ledgers.table('publications', all);
    const request = { format: 'xlsx', language: 'zh-CN', nowMs: desk.desk.now(), name: '登记簿' } as const;
    const response = tableFile(table, request);
    const [sheet] = await readBack(await gather(response.body ?? new ReadableStream()), folder);
    expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['序号', '公开机构', '公开事项']);
    expect(sheet?.rows).toHaveLength(3 + 6);
    expect(sheet?.rows[5]?.[10]).toBe('2026-04-10 10:00:00');
  });

  it('as .csv › it disarms what a spreadsheet program would calculate', async () => {
    const [civil = ''] = desk.agencies;
    const id = await desk.add(civil, { title: '=HYPERLINK("http://x")' });
    await desk.approve(id);
    await desk.publish('2026-06-01T02:00:00Z');
    const table = await reports().ledgers.table('publications', { ...all, from: '2026-06-01' });
    const request = { format: 'csv', language: 'zh-CN', nowMs: 0, name: 'x' } as const;
    const bytes = Buffer.from(await tableFile(table, request).arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString()).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

const opinion: EntryInput = {
  date: '2026-03-05',
  agencyId: null,
  content: {
    ledger: 'opinions',
    channel: 'box',
    person: '张先生',
    contact: '13800000000',
    content: '希望公开公交线路调整的听证材料',
    handling: '',
    outcome: 'registered',
    repliedOn: null,
  },
};

describe('a ledger written by hand › when an entry is corrected', () => {
  it('it keeps every version, refuses an outdated one, and never shows how to reach the person', async () => {
    const { ledgers } = reports();
    const entry = await ledgers.add(opinion, clerk);
    expect(entry.number).toBe('2026-001');
    const change = { ...opinion, baseVersion: 1, reason: '补登办理情况', isVoid: false };
    const done = { ...opinion.content, handling: '已公开', outcome: 'adopted' } as EntryInput['content'];
    const corrected = await ledgers.correct(entry.id, { ...change, content: done }, clerk);
    expect(corrected.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '补登办理情况'],
      [1, ''],
    ]);
    expect(corrected.versions[1]?.content).toEqual(opinion.content);
    await expect(ledgers.correct(entry.id, change, clerk)).rejects.toMatchObject({
      code: 'report.entry-conflict',
    });
    const [row] = await rowsOf('opinions');
    expect(row?.cells).toEqual([
      ...[1, '2026-001', '2026-03-05', '意见箱', '张先生', '希望公开公交线路调整的听证材料'],
      ...[null, '已公开', '已采纳', null, '经办员'],
    ]);
  });

  it('to be void › it stays in the book, struck out, and its number is not given again', async () => {
    const { ledgers } = reports();
    const entry = await ledgers.add({ ...opinion, date: '2026-04-01' }, clerk);
    await ledgers.correct(entry.id, { ...opinion, baseVersion: 1, reason: '重复登记', isVoid: true }, clerk);
    const next = await ledgers.add({ ...opinion, date: '2026-04-02' }, clerk);
    expect([entry.number, next.number]).toEqual(['2026-002', '2026-003']);
    const rows = await rowsOf('opinions');
    expect(rows.filter(({ isVoid }) => isVoid === true).map(({ cells }) => cells[1])).toEqual([
      '2026-002（作废）',
    ]);
  });

  it('behind the program’s back › the store itself refuses', async () => {
    const { db } = desk.desk;
    await expect(db.updateTable('ledger_entry_versions').set({ reason: 'x' }).execute()).rejects.toThrow();
    await expect(db.deleteFrom('ledger_entry_versions').execute()).rejects.toThrow();
    await expect(db.deleteFrom('ledger_entries').execute()).rejects.toThrow();
  });
});
