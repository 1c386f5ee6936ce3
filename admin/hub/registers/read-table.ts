// Reads the rows of a register's table one by one: stored form, identity, place, and what is wrong with them.
import { identityOf, readRow } from '#shared/registers/read-row.ts';
import { type ReadTotal, readTotal } from '#shared/registers/read-total.ts';
import { columnOf, type RegisterDefinition, titleColumn } from '#shared/registers/register-definition.ts';
import { SumCheck } from '#shared/registers/sum-check.ts';
import { columnLetter, indentedCell, type SheetRow } from '#shared/workbook/sheet-row.ts';
import type { RowProblem } from '../ingest/draft.ts';
import type { RegisterTable } from '../ingest/register-sheet.ts';
import { type Cells, cellsHash, cellsText, type IncomingEntry } from './entry-store.ts';
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

/** A row that only adds others up (合计, 小计): no entry. */
export interface TotalRow {
  readonly row: number;
  readonly title: string;
  /** That of an entry of its name, in case the register has one from before. */
  readonly identity: string;
  readonly total: Cells;
  readonly warnings: readonly RowProblem[];
}

export type TableRow = ReadEntry | RefusedRow | TotalRow;

export interface TableReader {
  /** Null for what is no row of the register: remarks, repeated headings, empty rows. */
  read(row: SheetRow): TableRow | null;
  /** Once all is read: the sums the table states otherwise than its rows come to. */
  wrongSums(): readonly RowProblem[];
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
  const fullIdentity = subRowIdentities(definition);
  const titleKey = titleColumn(definition).key;
  const sums = new SumCheck(definition);
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
      const raw = rawCells(sheetRow, columns, table.headerRow, titleKey);
      if (raw.size === 0 || isNote(sheetRow) || repeatsHeadings(sheetRow, columns, table.headings))
        return null;
      const row = sheetRow.number;
      const total = readTotal(definition, raw, sheetRow.cells, today);
      if (total !== null) {
        sums.add(row, total.cells);
        return totalRow(definition, row, total, placed);
      }
      const read = readRow(definition, raw, today);
      sums.add(row, read.cells);
      const title = read.cells[titleKey] ?? '';
      const identity = fullIdentity(read.cells, read.identity);
      if (read.problems.length > 0) {
        const problems = [...read.problems, ...read.warnings].map((problem) => placed(row, problem));
        return { row, title, identity, problems };
      }
      const cellsJson = cellsText(read.cells, sortedKeys);
      const own = (sheetRow.problems ?? []).map((problem) => ({ ...problem, row }));
      const warnings = [...own, ...read.warnings.map((problem) => placed(row, problem))];
      return { row, title, identity, warnings, cellsJson, contentHash: cellsHash(cellsJson), place: place++ };
    },
    wrongSums: () =>
      sums.findings().map(({ row, key, name, stated, added, gap, isRounding }) => {
        const code = isRounding ? ('register.sum-rounded' as const) : ('register.sum-differs' as const);
        const unit = columnOf(definition, key)?.unit ?? '';
        const figures = { stated: stated + unit, added: added + unit, gap: gap + unit };
        return placed(row, { key, code, details: { name, title: titles.get(key) ?? key, ...figures } });
      }),
  };
}

type Placing = (row: number, problem: ReadTotal['warnings'][number]) => RowProblem;

function totalRow(
  definition: RegisterDefinition,
  row: number,
  { cells, problems, warnings }: ReadTotal,
  placed: Placing,
): TotalRow {
  return {
    row,
    title: cells[titleColumn(definition).key] ?? '',
    identity: identityOf(definition, cells),
    total: cells,
    // A total is kept without the figures that cannot be read.
    warnings: [...problems, ...warnings].map((problem) => placed(row, problem)),
  };
}

function rawCells(
  row: SheetRow,
  columns: readonly ReadColumn[],
  headerRow: number,
  titleKey: string,
): Map<string, string> {
  const raw = new Map<string, string>();
  for (const { key, index } of columns) {
    const text = cellText(row, index, headerRow);
    // How far a name is set in says below which item it stands.
    if (text !== '')
      raw.set(key, key === titleKey && row.cells[index] === text ? indentedCell(row, index) : text);
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
