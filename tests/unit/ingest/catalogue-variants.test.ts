// The real catalogue sheets again, changed in ways that change nothing: what is read must stay the same.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DelimitedParser } from '#shared/workbook/delimited-parser.ts';
import { hasSharedData, sharedData, sharedDataReason } from '#tests/support/shared-data.ts';
import { expectedSheets } from './catalogue-expectations.ts';
import { makeWorkbook, type ReadFile, readOne } from './make-files.ts';

type Rows = string[][];

function rowsOf(file: string): Rows {
  const bytes = readFileSync(sharedData(`catalogues/${file}`));
  const encoding = /^(?:06|21)/u.test(file) ? 'gb18030' : 'utf-8';
  const parser = new DelimitedParser(file.endsWith('.tsv') ? '\t' : ',');
  return [...parser.push(new TextDecoder(encoding).decode(bytes)), ...parser.finish()].map(({ cells }) => [
    ...cells,
  ]);
}

const quoted = (cell: string): string =>
  /[",\t\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const toCsv = (rows: Rows, separator = ','): string =>
  rows.map((row) => row.map(quoted).join(separator)).join('\r\n');
const toWorkbook = (rows: Rows): Uint8Array => makeWorkbook({ name: 'Sheet1', rows });

/** Everything about the items but where they stand. */
function meaning(file: ReadFile): unknown[] {
  expect(file.error).toBeNull();
  return file.events.flatMap((event) => {
    if (event.type === 'joined' || event.type === 'rejected') return [event.type];
    return event.type === 'accepted'
      ? [[event.draft.title, event.draft.agencyName, event.draft.details]]
      : [];
  });
}

/** Real header rows: the ones that name 公开内容 and the ones right below. */
const isHeader = (row: readonly string[]): boolean =>
  row.some((cell) => /公开内容|一级\s*事项|^\s*全\s*社会|主动$/u.test(cell.replace(/\s/gu, '')));

const variants: readonly (readonly [string, (rows: Rows) => string | Uint8Array])[] = [
  ['as a workbook', toWorkbook],
  ['as tabs', (rows) => toCsv(rows, '\t')],
  ['with empty rows between', (rows) => toCsv(rows.flatMap((row) => [row, row.map(() => '')]))],
  ['with an empty column at the end', (rows) => toCsv(rows.map((row) => [...row, '', '']))],
  ['with a remark below', (rows) => toCsv([...rows, ['注：以上内容由政务公开办公室负责解释。']])],
  ['with a line of metadata above', (rows) => toCsv([['索引号：011/2024-1'], ...rows])],
  [
    'with blanks strewn into the headings',
    (rows) => toCsv(rows.map((row) => (isHeader(row) ? row.map((cell) => [...cell].join(' ')) : row))),
  ],
  [
    'with other boxes',
    (rows) => toCsv(rows.map((row) => row.map((cell) => cell.replaceAll('■', '▄').replaceAll('□', '口')))),
  ],
  ['with other ticks', (rows) => toCsv(rows.map((row) => row.map((cell) => cell.replaceAll('√', ' ✓ '))))],
  [
    'with a row of column numbers under the header',
    (rows) => {
      const last = rows.findLastIndex(isHeader);
      const numbers = (rows[last] ?? []).map((_, index) => String(index + 1));
      return toCsv([...rows.slice(0, last + 1), numbers, ...rows.slice(last + 1)]);
    },
  ],
  [
    'with the page header repeated at the end',
    (rows) => {
      const last = rows.findLastIndex(isHeader);
      const first = isHeader(rows[last - 1] ?? []) ? last - 1 : last;
      return toCsv([...rows, ...rows.slice(first, last + 1)]);
    },
  ],
];

describe.skipIf(!hasSharedData)(`changed copies of the real sheets (${sharedDataReason})`, () => {
  for (const [what, change] of variants) {
    test.each(expectedSheets.map(({ file }) => file))(`%s › ${what} › it reads the same`, async (file) => {
      const rows = rowsOf(file);
      const plain = meaning(await readOne(file, toCsv(rows)));
      const content = change(rows);
      const name = typeof content === 'string' ? file : file.replace(/\.[a-z]+$/u, '.xlsx');
      expect(meaning(await readOne(name, content))).toEqual(plain);
    });
  }
});
