// Spreadsheets we write are read back by our own reader and by another program, cell by cell.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { SheetLine, WritableSheet } from '#shared/workbook/workbook-sheet.ts';
import { sheetNames, writeWorkbook } from '#shared/workbook/write-workbook.ts';
import { gather, hasOffice, readBack, readByOffice } from '../../support/read-back.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingchuang-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const madeAt = Date.UTC(2026, 10, 21);

const sheet = (changes: Partial<WritableSheet> = {}): WritableSheet => ({
  name: '登记簿',
  columns: [{ width: 6, isCentred: true }, { width: 30 }, { width: 12 }, { width: 14 }],
  title: '公开事项登记簿',
  remarks: ['期间：2026-10-01 至 2026-10-31'],
  heads: [{ cells: ['序号', '标题', '件数', '日期'] }],
  rows: [
    [
      { cells: [1, '关于“供水”的通知 <急> & 其他', 1234.5, { date: '2026-10-09' }] },
      { cells: [2, '=1+1', 0, { date: '2026-10-31T16:30:00Z' }] },
    ],
    [{ cells: [{ value: '合计', columns: 2 }, 1234.5, null], isStrong: true }],
  ],
  ...changes,
});
const write = (...sheets: WritableSheet[]) => gather(writeWorkbook(sheets, madeAt));

describe('writeWorkbook › when our own reader opens what was written', () => {
  it('it finds title, heads, numbers, days and instants of China', async () => {
    const [read] = await readBack(await write(sheet()), folder);
    expect(read?.name).toBe('登记簿');
    expect(read?.rows).toEqual([
      ['公开事项登记簿'],
      ['期间：2026-10-01 至 2026-10-31'],
      ['序号', '标题', '件数', '日期'],
      ['1', '关于“供水”的通知 <急> & 其他', '1234.5', '2026-10-09'],
      ['2', '=1+1', '0', '2026-11-01 00:30:00'],
      ['合计', '', '1234.5'],
    ]);
  });

  it('whatever the cells hold › every text and number comes back', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom('_x0041_', '_x005F_', ' 前后 ', '\u0000\u001f', ']]>', "'", '&amp;'),
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const lines = given.map((cells): SheetLine => ({ cells: ['·', ...cells] }));
        const bytes = await write(sheet({ title: null, remarks: [], heads: [], rows: [lines] }));
        const [read] = await readBack(bytes, folder);
        const wanted = given.map((cells) =>
          ['·', ...cells].map((value) => String(value).toWellFormed().replace(/\r\n?/gu, '\n').trim()),
        );
        for (const [at, cells] of wanted.entries()) {
          while (cells.at(-1) === '') cells.pop();
          expect(read?.rows[at]).toEqual(cells);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('writeWorkbook › when cells span columns and rows', () => {
  it('it merges them and leaves the cells below in their own columns', async () => {
    const heads: SheetLine[] = [
      {
        cells: [
          { value: '申请人', columns: 2 },
          { value: '总计', rows: 2 },
          { value: '备注', rows: 2 },
        ],
      },
      { cells: ['自然人', '法人'] },
    ];
    const bytes = await write(sheet({ heads, rows: [[{ cells: [1, 2, 3, '无'] }]] }));
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('<mergeCell ref="A3:B3"/><mergeCell ref="C3:C4"/><mergeCell ref="D3:D4"/>');
    expect(xml).toMatch(/<row r="4">.*自然人.*法人.*<c r="C4" s="3"\/><c r="D4" s="3"\/><\/row>/u);
    expect(xml).toContain('<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/>');
    const book = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
    expect(book).toContain("'登记簿'!$3:$4");
  });
});

describe('sheetNames › when names cannot stay as they are', () => {
  it('it takes out what is not allowed, cuts, and keeps them apart', () => {
    const long = '很'.repeat(40);
    const names = sheetNames([
      { name: 'a/b' },
      { name: 'A?B' },
      { name: '' },
      { name: long },
      { name: long },
    ]);
    expect(names).toEqual(['a b', 'A B 2', 'Sheet3', '很'.repeat(31), `${'很'.repeat(29)} 2`]);
  });
});

describe('writeWorkbook › when LibreOffice opens what was written', () => {
  it.skipIf(!hasOffice)(
    'it reads the figures, days and words as they were (needs soffice)',
    async () => {
      const rows = readByOffice(await write(sheet()), folder);
      expect(rows[0]?.[0]).toBe('公开事项登记簿');
      expect(rows[3]).toEqual(['1', '关于“供水”的通知 <急> & 其他', '1234.5', '2026-10-09']);
      expect(rows[4]).toEqual(['2', '=1+1', '0', '2026-11-01 00:30:00']);
      // Whether an empty last cell is written out differs from one release of LibreOffice to the next.
      expect(rows[5]?.slice(0, 3)).toEqual(['合计', '', '1234.5']);
    },
    60_000,
  );
});
