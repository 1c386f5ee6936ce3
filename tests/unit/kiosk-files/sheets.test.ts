// Spreadsheets read for a visitor: heads, titles, merged cells, figures, words, and files that mean harm.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { BlobArchive } from '#kiosk/file-worker/blob-archive.ts';
import { cutHtml } from '#kiosk/file-worker/cut-html.ts';
import { fileLimits } from '#kiosk/file-worker/file-limits.ts';
import { LoadedSheet } from '#kiosk/file-worker/loaded-sheet.ts';
import { openSheets } from '#kiosk/file-worker/read-sheets.ts';
import type { TableRow } from '#shared/protocol/file-messages.ts';
import { makeBomb, makeTable } from '#tests/support/kiosk-fixture/fixture-archives.ts';
import { makeWorkbook } from '#tests/unit/ingest/make-files.ts';

async function load(file: Blob, name = 'a.xlsx', sheet = 0): Promise<LoadedSheet> {
  const opened = (await openSheets(file, name))[sheet];
  if (!opened) throw new Error('no such sheet');
  return await LoadedSheet.load(opened);
}

const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const texts = (row: TableRow | undefined) => row?.cells.map(({ text }) => text);
const spans = (row: TableRow | undefined) => row?.cells.map(({ columns, rows }) => `${columns}x${rows}`);

test('sheet › when it has a title and a head of two rows › both are told apart from the rows', async () => {
  const { outline } = await load(makeTable(300));
  expect(outline.titles).toEqual(['2026年区级各单位收费项目明细表']);
  expect(outline.head.map(texts)).toEqual([
    ['序号', '执收单位', '收费项目', '性质', '标准（元）', '依据', '备注'],
    ['最低', '最高'],
  ]);
  expect(spans(outline.head[0])).toEqual(['1x2', '1x2', '1x2', '1x2', '2x1', '1x2', '1x2']);
  expect(outline).toMatchObject({ rows: 300, columns: 8, numeric: [4, 5], isCut: false });
});

test('rows › when a merged range runs past a batch › the batch takes it in, and the next begins after it', async () => {
  const sheet = await load(makeTable(300));
  const first = sheet.rows({ words: '', from: 0, count: 100 });
  expect(first.rows.length).toBe(102);
  const cells = first.rows.flatMap(({ cells }) => cells.filter(({ column }) => column === 1));
  expect(cells.length).toBe(34);
  expect(cells.every(({ rows }) => rows === 3)).toBe(true);
  const next = sheet.rows({ words: '', from: 102, count: 3 });
  expect(texts(next.rows[0])?.[0]).toBe('103');
  expect(next.total).toBe(300);
});

test('rows › when chosen by words › each says itself what covered it', async () => {
  const sheet = await load(makeTable(300));
  const { rows, total } = sheet.rows({ words: '第 ２９９ 项', from: 0, count: 100 });
  expect(total).toBe(1);
  expect(rows[0]?.cells.length).toBe(8);
  expect(texts(rows[0])?.[1]).toBe('清源街道办事处');
  expect(sheet.rows({ words: '区教育局', from: 0, count: 100 }).total).toBe(60);
  expect(sheet.rows({ words: '没有', from: 0, count: 100 })).toEqual({ rows: [], total: 0 });
});

test('sheet › when the first cell of a merged range is in a row that holds nothing › no cell goes missing', async () => {
  const file = makeWorkbook({
    name: '一',
    rows: [
      ['甲', '乙', '丙'],
      [null, null, null],
      ['1', '2', '3'],
    ],
    merges: ['A2:A3'],
  });
  const sheet = await load(blobOf(file));
  expect(sheet.rows({ words: '', from: 0, count: 9 }).rows[0]?.cells.length).toBe(3);
});

test('delimited text › when it is GB18030 with quotes › it reads as the same table', async () => {
  const gb = Uint8Array.from([0xb5, 0xd8, 0xd6, 0xb7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a]);
  const file = new Blob([gb, '"a, ""b""",12\nc,7.5\n']);
  const sheet = await load(file, 'x.csv');
  expect(sheet.outline.head.map(texts)).toEqual([['地址', '金额']]);
  expect(sheet.outline.numeric).toEqual([1]);
  expect(sheet.rows({ words: '', from: 0, count: 9 }).rows.map(texts)).toEqual([
    ['a, "b"', '12'],
    ['c', '7.5'],
  ]);
});

test('sheet › when it has more rows than a terminal holds › it is cut and says so', async () => {
  const line = '甲,乙,丙\n';
  const file = new Blob([line.repeat(fileLimits.rows + 5_000)]);
  const { outline } = await load(file, 'x.csv');
  expect(outline.isCut).toBe(true);
  expect(outline.rows).toBeLessThan(fileLimits.rows + 20_000);
});

test('archive › when it claims or holds too much › it is refused before that is unpacked', async () => {
  await expect(makeBomb().then((file) => openSheets(file, 'a.xlsx'))).rejects.toMatchObject({
    code: 'ingest.archive-bomb',
  });
  const bytes = zipSync({ 'a.xml': strToU8('x'.repeat(1_000_000)) });
  const view = new DataView(bytes.buffer);
  const directory = bytes.findLastIndex(
    (_, at) => at + 4 < bytes.length && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32(directory + 24, 10, true);
  const archive = await BlobArchive.open(blobOf(bytes));
  const member = archive.find('A.XML');
  const readAll = async () => {
    let total = 0;
    if (member) for await (const chunk of archive.read(member, 5_000_000)) total += chunk.length;
    return total;
  };
  await expect(readAll()).rejects.toMatchObject({ code: 'ingest.archive-bomb' });
  await expect(openSheets(new Blob(['no archive']), 'a.xlsx')).rejects.toMatchObject({
    code: 'ingest.unreadable',
  });
});

test('HTML › when cut › parts fall between elements and join to the whole', () => {
  const html = '<p>一<br /><strong>二</strong></p><table><tr><td><p>三</p></td></tr></table><p>四</p>';
  const parts = cutHtml(html, 1);
  expect(parts).toEqual([
    '<p>一<br /><strong>二</strong></p>',
    '<table><tr><td><p>三</p></td></tr></table>',
    '<p>四</p>',
  ]);
  expect(cutHtml(html, 10_000).join('')).toBe(html);
});
