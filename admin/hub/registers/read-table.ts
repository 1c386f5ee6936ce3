// Reads the rows of a register's table one by one: stored form, identity, place, and what is wrong with them.
import { readRow } from '#shared/registers/read-row.ts';
import { type RegisterDefinition, titleColumn } from '#shared/registers/register-definition.ts';
import { columnLetter, type SheetRow } from '#shared/workbook/sheet-row.ts';
import type { RowProblem } from '../ingest/draft.ts';
import type { RegisterTable } from '../ingest/register-sheet.ts';
import { cellsHash, cellsText, type IncomingEntry } from './entry-store.ts';
import { subRowIdentities } from './sub-rows.ts';

/** A row that can be stored. */
export interface ReadEntry extends IncomingEntry {
  readonly row: number;
  readonly title: string;
  readonly warnings: readonly RowProblem[];
}

/** A row that cannot. */
export interface RefusedRow {
  readonly row: number;
  readonly title: string;
  /** `''` when nothing tells it apart. */
  readonly identity: string;
  readonly problems: readonly RowProblem[];
}

export type TableRow = ReadEntry | RefusedRow;

export interface TableReader {
  /** Null for what is no row of the register: remarks, repeated headings, empty rows. */
  read(row: SheetRow): TableRow | null;
}

const note = /^[*※【[（(]?(?:备注|注|说明|填表说明|数据来源|来源)[】\]）)]?\d*[:：]/u;

interface ReadColumn {
  readonly key: string;
  readonly index: number;
  readonly heading: string;
}

/** Reads rows in turn; `firstPlace` is the place of the first one taken. */
export function openTableReader(
  table: RegisterTable,
  definition: RegisterDefinition,
  mapping: readonly (string | null)[],
  { today, firstPlace }: { readonly today: string; readonly firstPlace: number },
): TableReader {
  const columns = mapping.flatMap((key, index): ReadColumn[] =>
    key === null ? [] : [{ key, index, heading: table.headings[index] || columnLetter(index) }],
  );
  const titles = new Map(definition.columns.map(({ key, title }) => [key, title]));
  const headings = new Map(columns.map(({ key, heading }) => [key, heading]));
  const sortedKeys = [...titles.keys()].sort();
  const identityOf = subRowIdentities(definition);
  const titleKey = titleColumn(definition).key;
  let place = firstPlace;
  const placed = (
    row: number,
    { key, code, details }: ReturnType<typeof readRow>['problems'][number],
  ): RowProblem => {
    const name = headings.get(key) ?? titles.get(key) ?? key;
    return { row, column: table.sheet === null ? name : `${table.sheet}!${name}`, code, details };
  };
  return {
    read: (sheetRow) => {
      const raw = rawCells(sheetRow, columns, table.headerRow);
      if (raw.size === 0 || isNote(sheetRow) || repeatsHeadings(sheetRow, columns, table.headings))
        return null;
      const row = sheetRow.number;
      const read = readRow(definition, raw, today);
      const title = read.cells[titleKey] ?? '';
      const identity = identityOf(read.cells, read.identity);
      if (read.problems.length > 0) {
        const problems = [...read.problems, ...read.warnings].map((problem) => placed(row, problem));
        return { row, title, identity, problems };
      }
      const cellsJson = cellsText(read.cells, sortedKeys);
      const own = (sheetRow.problems ?? []).map((problem) => ({ ...problem, row }));
      const warnings = [...own, ...read.warnings.map((problem) => placed(row, problem))];
      return { row, title, identity, warnings, cellsJson, contentHash: cellsHash(cellsJson), place: place++ };
    },
  };
}

function rawCells(row: SheetRow, columns: readonly ReadColumn[], headerRow: number): Map<string, string> {
  const raw = new Map<string, string>();
  for (const { key, index } of columns) {
    const text = cellText(row, index, headerRow);
    if (text !== '') raw.set(key, text);
  }
  return raw;
}

/** A cell merged over several rows speaks for each of them. */
function cellText({ cells, covered }: SheetRow, index: number, headerRow: number): string {
  const text = cells[index] ?? '';
  const anchor = text === '' ? covered?.get(index) : undefined;
  return anchor !== undefined && anchor.anchorColumn === index && anchor.anchorRow > headerRow
    ? anchor.text
    : text;
}

function isNote({ cells }: SheetRow): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && note.test(filled[0] ?? '');
}

function repeatsHeadings(
  { cells }: SheetRow,
  columns: readonly ReadColumn[],
  headings: readonly string[],
): boolean {
  const filled = columns.filter(({ index }) => (cells[index] ?? '') !== '');
  return filled.length > 1 && filled.every(({ index }) => cells[index] === headings[index]);
}
