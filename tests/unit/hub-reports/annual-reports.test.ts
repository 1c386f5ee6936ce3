// The statutory annual report: figures, sums and checks against independent counts; frozen when final; made a page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { annualHtml, annualSheets } from '#hub/reports/annual/annual-paper.ts';
import { createReportServices } from '#hub/reports/report-services.ts';
import { type AnnualContent, emptyContent } from '#shared/reports/annual-content.ts';
import { applicants, disputeOutcomes, resultRows, table2Rows } from '#shared/reports/annual-form.ts';
import { disputeGrid, type Grid, proactiveGrid, requestGrid } from '#shared/reports/annual-grid.ts';
import { columns, dueDay, findFaults, handledCount } from '#shared/reports/annual-sums.ts';
import { writeWorkbook } from '#shared/workbook/write-workbook.ts';
import { gather, hasOffice, readBack, readByOffice } from '../../support/read-back.ts';
import { openReportDesk, type ReportDesk } from '../../support/report-desk.ts';
import { clerk } from '../../support/temp-desk.ts';

let desk: ReportDesk;
let folder: string;
const annual = () => createReportServices(desk.desk).annual;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-annual-'));
  desk = await openReportDesk('民政局', '教育局');
  desk.at('2026-12-05T01:00:00Z');
  const [civil = '', school = ''] = desk.agencies;
  const law = { nodeId: 'proactive-20-01', genre: '通知' } as const;
  const ended = { validity: 'repealed', ...law } as const;
  await desk.approve(
    await desk.add(civil, { ...law, title: '办法一', date: '2026-02-01' }),
    await desk.add(civil, { ...law, title: '办法二', date: '2025-12-31' }),
    await desk.add(civil, { ...law, title: '令', date: '2026-05-05', docNo: '明渚区人民政府令第3号' }),
    await desk.add(civil, { ...ended, title: '旧办法', date: '2015-01-01', expiresOn: '2026-06-30' }),
    await desk.add(civil, { ...ended, title: '更旧', date: '2010-01-01', expiresOn: '2020-06-30' }),
    await desk.add(civil, { ...ended, title: '不知何时废止', date: '2011-01-01' }),
    await desk.add(civil, { ...ended, title: '明年废止', date: '2016-01-01', expiresOn: '2027-01-01' }),
    await desk.add(civil, { nodeId: 'proactive-20-03', title: '规划', date: '2026-02-01' }),
    await desk.add(school, { ...law, title: '教育办法', date: '2026-03-01' }),
  );
  await desk.add(civil, { ...law, title: '未批准', date: '2026-04-01' });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const small = fc.option(fc.nat(50));
const contentArbitrary = fc
  .array(small, { minLength: table2Rows.length * 6, maxLength: table2Rows.length * 6 })
  .map((values): AnnualContent => {
    const content = emptyContent();
    let at = 0;
    for (const row of table2Rows)
      for (const key of applicants) content.table2[row][key] = values[at++] ?? null;
    return content;
  });

/** Every number of the table's cells, by the heads of its row: read as a person reads the printed form. */
function read(grid: Grid): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const cells of grid.rows) {
    const numbers = cells.filter(({ value }) => typeof value === 'number').map(({ value }) => Number(value));
    const words = cells.filter(({ isHead }) => isHead).map(({ value }) => String(value));
    if (numbers.length > 0) rows.set(words.at(-1) ?? '', numbers);
  }
  return rows;
}

describe('the table of requests › for any figures', () => {
  it('its printed totals are the sums of what is printed above and beside them', () => {
    fc.assert(
      fc.property(contentArbitrary, (content) => {
        const rows = read(requestGrid({ content: content, known: {} }));
        for (const numbers of rows.values()) {
          expect(numbers).toHaveLength(7);
          expect(numbers[6]).toBe(numbers.slice(0, 6).reduce((sum, number) => sum + number, 0));
        }
        const head = ['一、', '二、', '（七）', '四、'];
        const [received, carried, total, over] = head.map(
          (start) => [...rows].find(([words]) => words.startsWith(start))?.[1] ?? [],
        );
        const results = [...rows].filter(([words]) => !head.some((start) => words.startsWith(start)));
        expect(results).toHaveLength(resultRows.length);
        for (let column = 0; column < 7; column += 1) {
          const sum = results.reduce((all, [, numbers]) => all + (numbers[column] ?? 0), 0);
          expect(total?.[column]).toBe(sum);
          const isBalanced =
            (received?.[column] ?? 0) + (carried?.[column] ?? 0) === sum + (over?.[column] ?? 0);
          const told = findFaults(content, {}, null).some(({ place }) => place === columns[column]);
          expect(told).toBe(!isBalanced);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the tables › as the form draws them', () => {
  it.each([
    ['proactive', () => proactiveGrid(emptyContent(), {})],
    ['requests', () => requestGrid({ content: emptyContent(), known: {} })],
    ['disputes', () => disputeGrid({ content: emptyContent(), known: {} })],
  ])('%s › every line is covered by its cells exactly once', (_name, gridOf) => {
    const { rows, widths } = gridOf();
    const taken = rows.map(() => new Set<number>());
    for (const [line, cells] of rows.entries()) {
      let column = 0;
      for (const { columns: wide = 1, rows: tall = 1 } of cells) {
        while (taken[line]?.has(column)) column += 1;
        for (let below = line; below < line + tall; below += 1) {
          for (let at = column; at < column + wide; at += 1) {
            expect(taken[below]?.has(at)).toBe(false);
            taken[below]?.add(at);
          }
        }
      }
    }
    expect(taken.map(({ size }) => size)).toEqual(rows.map(() => widths.length));
  });
});

describe('an annual report › when it is begun', () => {
  it('it fills in what the store knows of the year, and nothing else', async () => {
    const [civil = ''] = desk.agencies;
    const { known, dueOn, title } = await annual().create({ year: 2026, agencyId: civil }, clerk);
    expect(known).toEqual({
      'rules.issued': 1,
      'rules.repealed': 0,
      'rules.inForce': 1,
      'documents.issued': 1,
      'documents.repealed': 1,
      'documents.inForce': 3,
    });
    expect(dueOn).toBe('2027-01-31');
    expect(title).toBe('民政局2026年政府信息公开工作年度报告');
    await expect(annual().create({ year: 2026, agencyId: civil }, clerk)).rejects.toMatchObject({
      code: 'report.exists',
    });
    const whole = await annual().create({ year: 2026, agencyId: null }, clerk);
    expect(whole.known['documents.issued']).toBe(2);
    expect(whole.dueOn).toBe('2027-03-31');
    expect(dueDay(2023, false)).toBe('2024-01-31');
  });
});

describe('an annual report › when its figures do not add up', () => {
  it('it cannot be final until they do; then it is frozen, and next year goes on from it', async () => {
    const [, school = ''] = desk.agencies;
    const draft = await annual().create({ year: 2026, agencyId: school }, clerk);
    const { content } = draft;
    content.table2.received.person = 5;
    content.table2.granted.person = 3;
    content.overview = '一年来……\n<b>不是标签</b>';
    content.table3.review.pending = 2;
    content.table1['documents.inForce'] = 10;
    const changed = await annual().change(draft.id, { revision: draft.revision, content }, clerk);
    await expect(annual().finalise(draft.id, changed.revision, clerk)).rejects.toMatchObject({
      code: 'report.unbalanced',
    });
    content.table2.carriedOver.person = 2;
    await expect(
      annual().change(draft.id, { revision: draft.revision, content }, clerk),
    ).rejects.toMatchObject({ code: 'store.conflict' });
    const mended = await annual().change(draft.id, { revision: changed.revision, content }, clerk);
    const final = await annual().finalise(draft.id, mended.revision, clerk);
    expect(handledCount(final, 'total')).toBe(3);
    await desk.approve(
      await desk.add(school, { title: '后来', nodeId: 'proactive-20-01', date: '2026-09-01' }),
    );
    expect(await annual().load(draft.id)).toEqual(final);
    await expect(
      annual().change(draft.id, { revision: final.revision, content }, clerk),
    ).rejects.toMatchObject({ code: 'report.final' });
    await expect(
      desk.desk.db
        .updateTable('annual_reports')
        .set({ content_json: '{}' })
        .where('id', '=', draft.id)
        .execute(),
    ).rejects.toThrow();

    const next = await annual().create({ year: 2027, agencyId: school }, clerk);
    expect(next.content.table2.carried.person).toBe(2);
    expect(next.before?.content).toEqual(final.content);
    const faults = findFaults(next.content, next.known, next.before);
    expect(faults.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'balance person',
      'balance total',
      'in-force documents',
    ]);
  });

  it('its page is a draft of the catalogue, made once, with the same tables', async () => {
    const [, school = ''] = desk.agencies;
    const { reports } = await annual().list(school);
    const final = reports.find(({ state }) => state === 'final');
    const recordId = await annual().makePage(final?.id ?? '', school, clerk);
    expect(await annual().makePage(final?.id ?? '', school, clerk)).toBe(recordId);
    const record = await createRecordService(desk.desk).detail(recordId);
    expect(record).toMatchObject({ state: 'draft', content: { kind: 'page', nodeId: 'annual-reports' } });
    expect(record.content.bodyHtml).toContain('&lt;b&gt;不是标签&lt;/b&gt;');
    expect(record.content.bodyHtml).toMatch(/<th[^>]*>（一）予以公开<\/th><td>3<\/td>/u);
    const draft = reports.find(({ state }) => state === 'draft');
    await expect(annual().makePage(draft?.id ?? '', school, clerk)).rejects.toMatchObject({
      code: 'bad-request',
    });
  });
});

describe('an annual report › when it is handed out', () => {
  const load = async () => {
    const { reports } = await annual().list(desk.agencies[1] ?? '');
    return annual().load(reports.find(({ state }) => state === 'final')?.id ?? '');
  };

  it('paper and spreadsheet carry the same figures', async () => {
    const report = await load();
    expect(annualHtml(report)).toContain('<p>一年来……</p>');
    const sheets = await readBack(await gather(writeWorkbook(annualSheets(report), desk.desk.now())), folder);
    expect(sheets.map(({ name }) => name)).toEqual(['主动公开', '申请办理', '复议诉讼']);
    const requests = sheets[1]?.rows ?? [];
    expect(requests[4]?.slice(0, 1)).toEqual(['一、本年新收政府信息公开申请数量']);
    expect(requests[4]?.slice(3)).toEqual(['5', '0', '0', '0', '0', '0', '5']);
    expect(sheets[2]?.rows.at(-1)?.slice(0, disputeOutcomes.length + 1)).toEqual(['0', '0', '0', '2', '2']);
  });

  it.skipIf(!hasOffice)(
    'LibreOffice reads the figures as they are (needs soffice)',
    async () => {
      const report = await load();
      const [, requests] = annualSheets(report);
      const bytes = await gather(writeWorkbook(requests === undefined ? [] : [requests], desk.desk.now()));
      const rows = readByOffice(bytes, folder);
      const total = rows.find((row) => row.includes('（七）总计'));
      expect(total?.slice(3)).toEqual(['3', '0', '0', '0', '0', '0', '3']);
    },
    60_000,
  );
});
