// The check of a batch names every difference between list and files, and nothing where there is none.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTransfer, type TransferToCheck } from '#hub/transfers/check-transfer.ts';
import { parseSheet } from '#hub/transfers/transfer-list.ts';
import type { TransferItem, TransferRow } from '#shared/protocol/transfers-api.ts';
import { monthsOf, periodEndingIn, shiftMonth } from '#shared/transfers/transfer-month.ts';

const blank = { docNo: '', indexNo: '', date: '' };
const item = (title: string, more: Partial<TransferItem> = {}): TransferItem => ({
  ...blank,
  title,
  agency: '',
  matter: '',
  ...more,
});
const row = (title: string, more: Partial<TransferRow> = {}): TransferRow => ({
  ...{ ...blank, title, copies: null, pages: null, file: '', matter: '', note: '' },
  ...more,
});
const batch = (more: Partial<TransferToCheck>): TransferToCheck => ({
  ...{ agencyName: '水务局', isEmpty: false, rows: [], listedTotal: null, files: [] },
  ...{ hasScan: true, earlier: [], due: [], ...more },
});
const file = (name: string, items: readonly TransferItem[]) => ({
  name,
  sha256: name,
  items,
  isReadable: true,
});
const codes = (more: Partial<TransferToCheck>) => checkTransfer(batch(more)).map(({ code }) => code);

describe('check of a batch › list against files', () => {
  it.each([
    ['title-differs', { title: '停电通知' }],
    ['doc-no-differs', { docNo: '水〔2024〕2号' }],
    ['index-no-differs', { indexNo: 'X-2' }],
    ['date-differs', { date: '2024-02-02' }],
  ] as const)('%s › at the row and the file', (code, change) => {
    const said = { docNo: '水〔2024〕1号', indexNo: 'X-1', date: '2024-02-01' };
    const rows = [row('停水通知', { ...said, file: 'a.docx', ...change })];
    const found = checkTransfer(batch({ rows, files: [file('a.docx', [item('停水通知', said)])] }));
    expect(found).toMatchObject([{ code, severity: 'error', row: 1, file: 'a.docx' }]);
  });

  it('spellings of one number or name › are no difference', () => {
    const rows = [row('关于 停水的通知', { docNo: '水[2024]1号', file: 'A' })];
    const files = [file('a.docx', [item('关于停水的通知', { docNo: '水〔2024〕１号' })])];
    expect(codes({ rows, files })).toEqual([]);
  });

  it.each<[string, Partial<TransferToCheck>]>([
    ['row-without-file', { rows: [row('甲')] }],
    ['file-without-row', { files: [file('a', [item('甲')])] }],
    ['list-missing', { rows: null, files: [file('a', [item('甲')])] }],
    ['list-total-differs', { listedTotal: 1 }],
    ['scan-missing', { hasScan: false }],
    [
      'row-incomplete',
      {
        rows: [row('', { docNo: '水〔2024〕1号' })],
        files: [file('a', [item('甲', { docNo: '水〔2024〕1号' })])],
      },
    ],
    ['matter-due', { due: ['水价'] }],
  ])('%s', (code, more) => {
    expect(codes(more)).toEqual([code]);
  });

  it('a row twice, a file twice › both are named', () => {
    const twins = [file('a', [item('甲')]), { ...file('b', [item('甲')]), sha256: 'a' }];
    expect(codes({ rows: [row('甲'), row('甲')], files: twins })).toEqual(['row-twice', 'file-twice']);
  });

  it('an empty batch that holds something › is no empty batch', () => {
    expect(codes({ isEmpty: true, rows: [row('甲')], files: [file('a', [item('甲')])] })).toEqual([
      'list-not-empty',
    ]);
    expect(codes({ isEmpty: true, rows: null })).toEqual([]);
  });

  it('any batch whose list was made from its files › has no differences; one row less is found', () => {
    const titles = fc.uniqueArray(fc.stringMatching(/^[一-龥]{2,12}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(titles, fc.nat(), (names, pick) => {
        const files = names.map((title, at) => file(`${at}.docx`, [item(title)]));
        const rows = names.map((title, at) => row(title, at % 2 === 0 ? { file: `${at}` } : {}));
        expect(codes({ rows, files })).toEqual([]);
        const gone = pick % rows.length;
        const fewer = rows.filter((_, at) => at !== gone);
        expect(codes({ rows: fewer, files })).toEqual(['file-without-row']);
      }),
    );
  });
});

const sheetOf = (lines: readonly string[]) => ({
  name: null,
  problems: [],
  open: async function* () {
    yield lines.map((line, at) => ({ number: at + 1, cells: line.split(',') }));
  },
});

describe('transfer list › as agencies write it', () => {
  const head = [
    '水务局2024年4月移送清单',
    '移送单位：水务局',
    '序号,文 号,信息名称,成文日期,纸质份数,页数,电子文件名,备注',
  ];
  it('title rows, signatures and totals › are none of its rows', async () => {
    const lines = [
      ...head,
      '1,水〔2024〕1号,停水通知,2024年4月1日,2份,3,a.docx,',
      '合计,共 1 件',
      '移送人：王,接收人：',
      ',,以下空白',
    ];
    const list = await parseSheet(sheetOf(lines), 'l.csv', '2024-05-01');
    expect(list.listedTotal).toBe(1);
    expect(list.rows).toEqual([
      row('停水通知', { docNo: '水〔2024〕1号', date: '2024-04-01', copies: 2, pages: 3, file: 'a.docx' }),
    ]);
  });

  it('a list that says 无 › has no rows', async () => {
    expect((await parseSheet(sheetOf([...head, '1,,无,,,,,']), 'l.csv', '2024-05-01')).rows).toEqual([]);
  });

  it('no column of titles › it is refused', async () => {
    await expect(parseSheet(sheetOf(['a,b', 'c,d']), 'l.csv', '2024-05-01')).rejects.toThrow(
      'transfers.list-unreadable',
    );
  });

  it('whatever stands in its cells › it is read or refused, and rows stay within bounds', async () => {
    const cell = fc.string({ maxLength: 30 }).map((text) => text.replaceAll(',', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 30 }), async (lines) => {
        const text = [...head, ...lines.map((cells) => cells.join(','))];
        const { rows } = await parseSheet(sheetOf(text), 'l.csv', '2024-05-01');
        expect(rows.length).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('months of transfers', () => {
  it('every month of a year › ends the periods it should', () => {
    const rule = (every: 'month' | 'quarter' | 'half-year' | 'year') => ({
      type: 'frequency' as const,
      times: 1,
      every,
      text: '',
    });
    const ends = (every: Parameters<typeof rule>[0]) =>
      monthsOf(2024)
        .filter((month) => periodEndingIn(month, rule(every)) !== null)
        .map((month) => month.slice(5));
    expect(ends('month')).toHaveLength(12);
    expect(ends('quarter')).toEqual(['03', '06', '09', '12']);
    expect(ends('half-year')).toEqual(['06', '12']);
    expect(ends('year')).toEqual(['12']);
    expect(periodEndingIn('2024-03', rule('quarter'))).toEqual({ from: '2024-01', to: '2024-03' });
    expect(periodEndingIn('2024-03', null)).toBeNull();
  });

  it('shifting › there and back again is where one was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -400, max: 400 }),
        (year, at, by) => {
          const month = `${year}-${String(at).padStart(2, '0')}`;
          expect(shiftMonth(shiftMonth(month, by), -by)).toBe(month);
        },
      ),
    );
    expect(shiftMonth('2024-01', -1)).toBe('2023-12');
  });
});
