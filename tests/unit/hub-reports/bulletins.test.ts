// Bulletins and coverage: counted again naively from the rows, frozen when final.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseContent } from '#hub/editorial/stored-content.ts';
import { bulletinHtml, bulletinSheets } from '#hub/reports/bulletins/bulletin-paper.ts';
import { createReportServices } from '#hub/reports/report-services.ts';
import type { OpinionContent } from '#shared/protocol/ledgers-api.ts';
import { writeWorkbook } from '#shared/workbook/write-workbook.ts';
import { gather, readBack } from '../../support/read-back.ts';
import { matterDetails, openReportDesk, type ReportDesk } from '../../support/report-desk.ts';
import { clerk } from '../../support/temp-desk.ts';

let desk: ReportDesk;
let folder: string;
const monthly = { type: 'frequency', times: 1, every: 'month', text: '每月更新' } as const;
/** A duty of the first agency done in time, and one of the second that is overdue. */
const services = () =>
  createReportServices(desk.desk, async () => {
    const [first = '', second = ''] = desk.agencies;
    const fact = { title: '预算', at: '2026-03-20', note: '', link: { kind: 'record', id: 'r1' } } as const;
    return {
      isKnown: true,
      facts: [
        { ...fact, agencyId: first, measure: 'on-time' },
        { ...fact, agencyId: second, measure: 'overdue' },
      ],
    };
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-bulletins-'));
  desk = await openReportDesk('民政局', '教育局', '水务局');
  desk.at('2026-01-05T01:00:00Z');
  const [civil = '', school = '', water = ''] = desk.agencies;
  const nodes = ['proactive-20-11', 'proactive-20-07', 'standard-matters'];
  const approve: string[] = [];
  for (let number = 0; number < 24; number += 1) {
    const agency = desk.agencies[number % 3] ?? '';
    const deadline = number % 4 === 0 ? monthly : null;
    const mode = number % 6 === 5 ? (['on-request'] as const) : (['proactive'] as const);
    const matter = await desk.add(agency, {
      ...{ kind: 'matter', title: `事项${number}`, nodeId: nodes[number % 2] ?? null },
      details: matterDetails({ deadline, mode }),
    });
    approve.push(matter);
    if (number % 3 === 2) continue;
    const date = number % 8 === 0 ? '2025-06-01' : '2026-03-02';
    approve.push(await desk.add(agency, { title: `公开${number}`, matterId: matter, date }));
  }
  await desk.approve(...approve);
  await desk.publish('2026-03-10T02:00:00Z');
  await desk.approve(await desk.add(school, { title: '四月才公开' }));
  await desk.publish('2026-04-02T02:00:00Z');
  const content: OpinionContent = {
    ledger: 'opinions',
    channel: 'box',
    person: '',
    contact: '',
    handling: '',
    content: '建议',
    outcome: 'adopted',
    repliedOn: '2026-03-15',
  };
  await services().ledgers.add({ date: '2026-02-20', agencyId: water, content }, clerk);
  await services().ledgers.add(
    { date: '2026-03-01', agencyId: civil, content: { ...content, outcome: 'done' } },
    clerk,
  );
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Straight from the rows, with loops and nothing shared with the program. */
async function recount() {
  const { db } = desk.desk;
  const records = await db.selectFrom('records').selectAll().execute();
  const versions = await db.selectFrom('record_versions').selectAll().execute();
  const contentOf = (id: string) =>
    parseContent(versions.find((one) => one.record_id === id)?.content_json ?? '{}');
  return desk.agencies.map((agency) => {
    const own = records.filter(({ agency_id }) => agency_id === agency);
    let due = 0;
    let there = 0;
    for (const matter of own.filter(({ kind }) => kind === 'matter')) {
      const { details } = contentOf(matter.id);
      if (details?.type !== 'matter') continue;
      const fulfilling = records.filter(
        ({ matter_id, published_version }) => matter_id === matter.id && published_version !== null,
      );
      if (!details.mode.includes('proactive')) continue;
      due += 1;
      if (fulfilling.length > 0) there += 1;
    }
    const published = own.filter(
      ({ kind, title, published_version }) =>
        kind !== 'matter' && published_version !== null && title !== '四月才公开',
    ).length;
    return { due, there, published, uncovered: due - there };
  });
}

describe('coverage › when some matters have nothing public', () => {
  it('it counts, by agency and in all, what the rows say', async () => {
    const wanted = await recount();
    const matrix = await services().coverage.matrix(null);
    expect(matrix.agencies.map(({ due, there }) => [due, there])).toEqual(
      wanted.map(({ due, there }) => [due, there]),
    );
    expect(matrix.due).toBe(wanted.reduce((sum, { due }) => sum + due, 0));
    expect(matrix.there).toBeGreaterThan(0);
    expect(matrix.there).toBeLessThan(matrix.due);
  });

  it('rows, columns and cells add up alike, and each cell opens to as many matters', async () => {
    const matrix = await services().coverage.matrix(null);
    for (const [at, field] of matrix.fields.entries()) {
      const cells = matrix.agencies.map(({ cells: own }) => own[at] ?? { due: 0, there: 0 });
      expect(cells.reduce((sum, { due }) => sum + due, 0)).toBe(field.due);
      expect(cells.reduce((sum, { there }) => sum + there, 0)).toBe(field.there);
    }
    for (const agency of matrix.agencies) {
      for (const [at, cell] of agency.cells.entries()) {
        if (cell === null) continue;
        const fieldId = matrix.fields[at]?.id ?? '';
        const { matters } = await services().coverage.matters({ agencyId: agency.id, fieldId });
        expect(matters).toHaveLength(cell.due);
        expect(matters.filter(({ records }) => records === 0)).toHaveLength(cell.due - cell.there);
      }
    }
  });
});

describe('a bulletin › when it is drafted', () => {
  it('its counts are those of the rows, and every number opens to that many facts', async () => {
    const bulletin = await services().bulletins.create('2026-03', clerk);
    const wanted = await recount();
    for (const [at, agencyId] of desk.agencies.entries()) {
      const scored = bulletin.figures.agencies.find((agency) => agency.agencyId === agencyId);
      const counts = Object.fromEntries(scored?.parts.map(({ measure, count }) => [measure, count]) ?? []);
      expect(counts).toEqual({
        published: wanted[at]?.published,
        stale: 0,
        uncovered: wanted[at]?.uncovered,
        'on-time': at === 0 ? 1 : 0,
        overdue: at === 1 ? 1 : 0,
        adopted: at === 2 ? 1 : 0,
      });
      for (const { measure, count } of scored?.parts ?? []) {
        const { total } = await services().bulletins.facts(bulletin.id, { agencyId, measure });
        expect(total).toBe(count);
      }
    }
    expect(bulletin.title).toBe('关于2026年3月政务公开工作情况的通报');
    expect(bulletin.text.findings).toContain('教育局（1项）');
  });
});

describe('a bulletin › when it is made final', () => {
  it('it keeps words, figures and rules, whatever changes afterwards, and refuses every change', async () => {
    const { bulletins } = services();
    const draft = await bulletins.create('2026-Q1', clerk);
    const text = { ...draft.text, demands: '请各单位整改。' };
    const edited = await bulletins.change(draft.id, { revision: 1, title: '一季度通报', text }, clerk);
    await expect(bulletins.change(draft.id, { revision: 1, title: 'x', text }, clerk)).rejects.toMatchObject({
      code: 'store.conflict',
    });
    const final = await bulletins.finalise(draft.id, edited.revision, clerk);
    expect(final).toMatchObject({ state: 'final', title: '一季度通报', finalisedBy: '经办员' });
    const { rules } = await bulletins.rules();
    await bulletins.saveRules({ ...rules, base: 50 }, clerk);
    const [civil = ''] = desk.agencies;
    await desk.add(civil, { kind: 'matter', title: '新事项', details: matterDetails() });
    expect(await bulletins.load(draft.id)).toEqual(final);
    const change = { revision: final.revision, title: 'x', text };
    await expect(bulletins.change(draft.id, change, clerk)).rejects.toMatchObject({ code: 'report.final' });
    await expect(bulletins.remove(draft.id, clerk)).rejects.toMatchObject({ code: 'report.final' });
    await expect(
      desk.desk.db.updateTable('bulletins').set({ title: 'x' }).where('id', '=', draft.id).execute(),
    ).rejects.toThrow();
    const audit = await desk.desk.db.selectFrom('audit_entries').select('action').execute();
    expect(audit.map(({ action }) => action)).toContain('score-rules.update');
  });

  it('its paper and its annex carry the same figures', async () => {
    const { bulletins } = services();
    const [listed] = (await bulletins.list()).bulletins.filter(({ state }) => state === 'final');
    const bulletin = await bulletins.load(listed?.id ?? '');
    const paper = bulletinHtml(bulletin);
    expect(paper).not.toContain('草稿');
    const [scores, facts] = await readBack(await gather(writeWorkbook(bulletinSheets(bulletin), 0)), folder);
    for (const [at, { rank, agencyName, total, parts }] of bulletin.figures.agencies.entries()) {
      const row = scores?.rows[4 + at];
      expect(row?.slice(0, 2)).toEqual([String(rank), agencyName]);
      expect(row?.slice(2, -1)).toEqual(
        parts.flatMap(({ count, points }) => [String(count), String(points)]),
      );
      expect(row?.at(-1)).toBe(String(total));
      expect(paper).toContain(`<th scope="row">${agencyName}</th>`);
      expect(paper).toContain(`<td class="centre strong">${total}</td>`);
    }
    expect(facts?.rows).toHaveLength(3 + bulletin.figures.facts.length);
  });
});

describe('a bulletin › when duties of the deadline engine fall into its period', () => {
  it('it counts what was met by its last day, what was late, what is still owed, and what is out of date', async () => {
    const own = await openReportDesk('财政局', '住建局');
    own.at('2026-03-02T01:00:00Z');
    const [finance = '', housing = ''] = own.agencies;
    const rule = { type: 'calendar-days', days: 10, from: 'formed-or-changed', text: '10日内' } as const;
    const matter = await own.add(finance, {
      kind: 'matter',
      title: '预算',
      details: matterDetails({ deadline: rule }),
    });
    const paper = (title: string, date: string, agency = finance) =>
      own.add(agency, { title, date, matterId: matter });
    const [inTime, late, owed] = [
      await paper('按时', '2026-03-03'),
      await paper('迟了', '2026-03-02'),
      await paper('还欠着', '2026-03-04', housing),
    ];
    const expired = await own.add(housing, { title: '到期', date: '2020-01-01', expiresOn: '2026-03-01' });
    await own.approve(matter, inTime, expired);
    await own.publish('2026-03-12T02:00:00Z');
    await own.approve(late);
    await own.publish('2026-03-20T02:00:00Z');
    own.at('2026-04-01T02:00:00Z');
    const { bulletins } = createReportServices(own.desk);
    const { id, figures } = await bulletins.create('2026-03', clerk);
    expect(figures.isDutyKnown).toBe(true);
    const titles = async (agencyId: string, measure: 'on-time' | 'overdue' | 'stale') =>
      (await bulletins.facts(id, { agencyId, measure })).facts.map(({ title }) => title);
    expect(await titles(finance, 'on-time')).toEqual(['按时']);
    expect(await titles(finance, 'overdue')).toEqual(['迟了']);
    expect(await titles(housing, 'overdue')).toEqual(['还欠着']);
    expect(await titles(housing, 'stale')).toEqual(['到期']);
    expect(owed).not.toBe('');
    const april = await bulletins.create('2026-04', clerk);
    const counts = april.figures.agencies.flatMap(({ parts }) =>
      parts.filter(({ measure }) => measure === 'overdue'),
    );
    expect(counts.map(({ count }) => count)).toEqual([0, 0]);
    await own.close();
  });
});
