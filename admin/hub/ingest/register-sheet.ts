// Finds the table of a register in a sheet: its headings in one row or two, what stands above them, its first rows.
import { indentedCell, type Sheet, type SheetRow } from '#shared/workbook/sheet-row.ts';
import { isColumnNumbers } from './catalogue/columns.ts';
import { ingestLimits } from './limits.ts';

/** A table whose columns are still to be understood. */
export interface RegisterTable {
  /** What stands above the headings, lines parted by line breaks; '' when nothing does. */
  readonly title: string;
  /** Name of the sheet; null when the file has only this one. */
  readonly sheet: string | null;
  readonly headings: readonly string[];
  /** The last row of the headings. */
  readonly headerRow: number;
  /** The first rows below. */
  readonly sample: readonly (readonly string[])[];
  /** The rows below the headings, in batches. */
  rows(): AsyncIterable<readonly SheetRow[]>;
}

/** Headings are words; longer than this they are sentences. */
const longestHeading = 60;
/** The share of a table's columns a row must name to be its header. */
const namedShare = 0.6;
const sampledRows = 200;
const figure = /^[-+−]?[\d,，.]+%?$/u;

/** The table of a sheet; null when no row can be its headings. */
export async function findRegisterTable(sheet: Sheet): Promise<RegisterTable | null> {
  const first = await firstRows(sheet, ingestLimits.headerSearchRows + sampledRows);
  const header = findHeader(first.slice(0, ingestLimits.headerSearchRows));
  if (header === null) return null;
  const above = first.filter((row) => row.number < header.firstRow);
  const below = first.filter((row) => row.number > header.lastRow);
  return {
    title: above.map((row) => row.cells.filter((cell) => cell !== '').join(' ')).join('\n'),
    sheet: sheet.name,
    headings: header.headings,
    headerRow: header.lastRow,
    sample: below
      .slice(0, sampledRows)
      .map((row) =>
        row.indents === undefined ? row.cells : row.cells.map((_, at) => indentedCell(row, at)),
      ),
    rows: () => rowsBelow(sheet, header.lastRow),
  };
}

async function firstRows(sheet: Sheet, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.open()) {
    rows.push(...batch.slice(0, count - rows.length));
    if (rows.length >= count) break;
  }
  return rows;
}

async function* rowsBelow(sheet: Sheet, headerRow: number): AsyncGenerator<readonly SheetRow[]> {
  for await (const batch of sheet.open()) {
    const [first] = batch;
    if (first !== undefined)
      yield first.number > headerRow ? batch : batch.filter((row) => row.number > headerRow);
  }
}

interface FoundHeader {
  readonly headings: readonly string[];
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The first row that names most columns of the table, alone or together with the row of sub-headings below it. */
function findHeader(rows: readonly SheetRow[]): FoundHeader | null {
  const width = Math.max(0, ...rows.map((row) => named(row.cells).length));
  const least = Math.max(2, Math.ceil(width * namedShare));
  for (const [index, row] of rows.entries()) {
    if (!areHeadings(row)) continue;
    const next = rows[index + 1];
    const pair = next !== undefined && isSubHeader(row, next) ? joinHeadings(row, next) : null;
    const headings = pair ?? row.cells.map(oneLine);
    if (named(headings).length < least) continue;
    const last = pair === null || next === undefined ? row : next;
    const numbers = rows[rows.indexOf(last) + 1];
    const hasNumbers = numbers !== undefined && isColumnNumbers(numbers);
    return { headings, firstRow: row.number, lastRow: hasNumbers ? numbers.number : last.number };
  }
  return null;
}

function named(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell !== '');
}

function areHeadings(row: SheetRow): boolean {
  const words = named(row.cells);
  return words.length >= 2 && words.every((cell) => cell.length <= longestHeading && !figure.test(cell));
}

/** Whether a row names parts of the columns above: words, only below headings that go on or are left open. */
function isSubHeader(main: SheetRow, sub: SheetRow): boolean {
  if (!areHeadings(sub)) return false;
  const places = sub.cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
  const open = places.filter((index) => (main.cells[index] ?? '') === '');
  const isBelowGroup = (index: number) =>
    (main.cells[index] ?? '') === '' || isOpen(main.cells, index) || main.cells[index] === sub.cells[index];
  return open.length > 0 && places.every(isBelowGroup) && hasGroupAbove(main, open);
}

/** A heading with empty columns right of it spans them. */
function isOpen(cells: readonly string[], index: number): boolean {
  return cells[index] !== '' && index + 1 < cells.length && cells[index + 1] === '';
}

function hasGroupAbove(main: SheetRow, places: readonly number[]): boolean {
  const first = main.cells.findIndex((cell) => cell !== '');
  return first >= 0 && places.every((index) => index > first);
}

/** `2023年` over `预算数` is `2023年预算数`; a heading over several rows stays as it is. */
function joinHeadings(main: SheetRow, sub: SheetRow): string[] {
  const width = Math.max(main.cells.length, sub.cells.length);
  let group = '';
  return Array.from({ length: width }, (_, index) => {
    const above = oneLine(main.cells[index] ?? '');
    const below = oneLine(sub.cells[index] ?? '');
    if (above !== '') group = above;
    if (below === '' || below === above) return above;
    return above === '' && group === '' ? below : `${group}${below}`;
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
