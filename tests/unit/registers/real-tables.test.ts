// Three tables offices published, as they are: the right register, the right drawing, and a wrong sum found.
import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import type { RegisterView } from '#shared/catalogue/register.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';
import { readTableFile } from './read-table.ts';

const read = (name: string, change?: (rows: string[][]) => void) =>
  readTableFile(sharedData(`catalogues/${name}`), change);
const charts = (views: readonly RegisterView[]): ChartModel[] =>
  views.flatMap((view) => (view.view === 'chart' ? [view.chart] : []));

const expenses = '25_奉新_2023三公经费.csv';
const complaints = '26_遂宁_2022投诉问题类别.csv';
const fees = '27_新会_信息处理费标准.csv';

describe.skipIf(!hasSharedData)(`real tables (${sharedDataReason})`, () => {
  test('three public expenses › when imported as they are › every figure, unit and sub-item is right', () => {
    const table = read(expenses);
    expect([table.template, table.period]).toEqual(['three-public-expenses', '2023年']);
    expect(table.mapping).toEqual(['item', 'previous', 'current', 'change', 'reason']);
    expect(table.rows.flatMap(({ problems, warnings }) => [...problems, ...warnings])).toEqual([]);
    const { details, tableHtml } = table.project();
    const [bars, parts] = charts(details.views);
    expect(bars).toMatchObject({
      type: 'bar',
      unit: '万元',
      categories: ['因公出国（境）费用', '公务接待费', '公务用车费'],
      series: [
        { name: '2022年预算数', values: [0, 1114.54, 1264.23] },
        { name: '2023年预算数', values: [0, 989.86, 1425.58] },
      ],
    });
    expect(parts?.categories).toEqual([
      '因公出国（境）费用',
      '公务接待费',
      '公务用车运转维护费',
      '公务用车购置费',
    ]);
    expect(parts?.series.map(({ values }) => values)).toEqual([[0, 989.86, 898.22, 527.36]]);
    expect(details.notes.map(({ text }) => text)).toEqual([
      '2023年预算数合计2,415.44万元，比2022年预算数增加36.67万元，增长1.54%。',
    ]);
    expect(tableHtml).toContain('<caption>奉新县2023年“三公”经费预算增减变化情况（单位：万元）</caption>');
    expect(tableHtml).toContain('<td class="number">2,415.44</td>');
  });

  test.each([
    [
      'a sub-item',
      7,
      2,
      '900.22',
      '“公务用车费”的2023年预算数为1,425.58万元，分项相加为1,427.58万元，相差2.00万元。',
    ],
    [
      'an item',
      5,
      2,
      '999.86',
      '“合计”的2023年预算数为2,415.44万元，分项相加为2,425.44万元，相差10.00万元。',
    ],
    [
      'the total',
      3,
      1,
      '2378.78',
      '“合计”的2022年预算数为2,378.78万元，分项相加为2,378.77万元，相差0.01万元（可能因四舍五入）。',
    ],
    [
      'a change',
      8,
      3,
      '271.36',
      '“（2）公务用车购置费”的2023年预算数增减写的是271.36万元，按表中数字应为270.36万元。',
    ],
  ])(
    'three public expenses › when %s is wrong › readers are told where and by how much',
    (_, row, column, text, note) => {
      const table = read(expenses, (rows) => {
        const cells = rows[row];
        if (cells !== undefined) cells[column] = text;
      });
      const notes = table.project().details.notes.map((one) => one.text);
      expect(notes).toContain(note);
    },
  );

  test('complaints › when the table is not sorted › ranking, bars and table are', () => {
    const table = read(complaints);
    expect([table.template, table.period]).toEqual(['complaint-ranking', '2022年']);
    const { details, tableHtml } = table.project();
    const ranking = details.views.find((view) => view.view === 'ranking');
    expect(ranking?.rows.slice(0, 4).map(({ place, label, value }) => [place, label, value])).toEqual([
      [1, '售后服务', 2057],
      [2, '质量', 1721],
      [3, '食品安全', 1641],
      [4, '其他', 1022],
    ]);
    expect(charts(details.views)[0]?.categories.slice(0, 3)).toEqual(['售后服务', '质量', '食品安全']);
    expect(tableHtml.indexOf('质量')).toBeLessThan(tableHtml.indexOf('食品安全'));
    expect(details.notes).toEqual([]);
  });

  test('complaints › when a share does not fit its number › it is pointed out', () => {
    const table = read(complaints, (rows) => {
      const cells = rows[4];
      if (cells !== undefined) cells[3] = '15.39';
    });
    expect(table.project().details.notes.map(({ text }) => text)).toEqual([
      '“质量”的占比写的是15.39%，按表中数字应为19.39%。',
    ]);
  });

  test('fees › when rates are sentences › they stand in a table, with the ways of counting below their item', () => {
    const table = read(fees);
    expect(table.template).toBe('fee-list');
    expect(table.mapping).toEqual([null, 'item', 'unit', 'standard', 'basis', 'payer', 'note']);
    expect(table.rows.flatMap(({ problems, warnings }) => [...problems, ...warnings])).toEqual([]);
    const { details, tableHtml } = table.project();
    expect(details.views.map(({ view }) => view)).toEqual(['table', 'look-up']);
    expect(tableHtml).toContain('<th scope="row" class="level-1">（1）按件计收</th>');
    expect(tableHtml).toContain('国办函〔2020〕109号');
  });
});
