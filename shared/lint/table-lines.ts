// Rows of a table as lines that know the headings above them.
import type { Line } from './finding.ts';

/** One row: its cells by column, and where it stands. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly page?: number;
  readonly paragraph?: number;
  readonly row?: number;
}

/** Rows from the top among which the headings are looked for: titles and notes stand above them. */
const headSearchRows = 6;
const longestHead = 24;
const longestCaption = 200;

/** Cells joined by tabs; every row below the headings carries them. */
export function tableLines(rows: readonly TableRow[]): Line[] {
  const at = rows.slice(0, headSearchRows).findIndex(({ cells }) => isHeadRow(cells));
  const heads = at < 0 ? null : joinedHeads(rows, at);
  const caption = rows
    .slice(0, Math.max(0, at))
    .map(({ cells }) => cells.join(''))
    .join(' ')
    .slice(0, longestCaption);
  return rows.map(({ cells, ...place }, index) => ({
    text: cells.map((cell) => cell.replace(/[\t\n\r]+/gu, ' ')).join('\t'),
    ...place,
    ...(heads !== null && index > at ? { heads, ...(caption === '' ? {} : { caption }) } : {}),
  }));
}

function isHeadRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length >= 2 &&
    new Set(filled).size >= 2 &&
    filled.every((cell) => cell.length <= longestHead && !/\d{4,}|^\d+$/u.test(cell.trim())) &&
    filled.some((cell) => /[\u4e00-\u9fffA-Za-z]/u.test(cell))
  );
}

/** A second row of headings fills what merged cells left empty in the first. */
function joinedHeads(rows: readonly TableRow[], at: number): string[] {
  const first = rows[at]?.cells ?? [];
  const second = rows[at + 1]?.cells ?? [];
  const isSplit = first.some((cell) => cell.trim() === '') && isHeadRow(second);
  return first.map((cell, column) =>
    (cell.trim() === '' && isSplit ? (second[column] ?? '') : cell).replace(/\s/gu, ''),
  );
}
