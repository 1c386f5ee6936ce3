// A row of a sheet as every reader yields it, whatever file it came from.
import type { ErrorCode, ErrorDetails } from '../errors/app-error.ts';

/** A problem at a place. Rows count from 1 as a spreadsheet shows them; a column is its heading, or its letter. */
export interface RowProblem {
  readonly row: number | null;
  readonly column: string | null;
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** A cell that a merged range covers: what the range's first cell says and where it stands. */
export interface CoveredCell {
  readonly text: string;
  readonly anchorRow: number;
  readonly anchorColumn: number;
}

export interface SheetRow {
  /** Counting from 1, as a spreadsheet shows it. */
  readonly number: number;
  /** Trimmed texts by column; covered cells are empty. */
  readonly cells: readonly string[];
  /** Column → the merged range that covers it; absent where the format has no merges. */
  readonly covered?: ReadonlyMap<number, CoveredCell>;
  /** Column → steps its text is set in by, with blanks or by its format; absent where nothing is. */
  readonly indents?: ReadonlyMap<number, number>;
  /** What went wrong while the row itself was read. */
  readonly problems?: readonly RowProblem[];
}

/** One table of cells: a CSV file, one sheet of a workbook, a table of an HTML page. */
export interface Sheet {
  /** Name of the sheet; null when the file has only this one. */
  readonly name: string | null;
  /** Rows that hold anything, in order, in batches. May be opened more than once. */
  readonly open: () => AsyncIterable<readonly SheetRow[]>;
  /** Problems of the sheet as a whole. */
  readonly problems: readonly RowProblem[];
}

export function isBlankRow(row: SheetRow): boolean {
  return row.cells.every((cell) => cell === '');
}

/** Deeper than this nobody sets a text in: the rest is somebody's way to centre it. */
export const mostSteps = 8;

/** Steps a text is set in by the blanks before it: one wide blank, or two narrow ones, a step. */
export function stepsBefore(text: string): number {
  const blanks = /^[ \u00a0\u3000\u200b\ufeff]+/u.exec(text)?.[0] ?? '';
  if (blanks === '' || blanks.length === text.length) return 0;
  const width = [...blanks].reduce(
    (sum, blank) => sum + (blank === '\u3000' ? 2 : /[\u200b\ufeff]/u.test(blank) ? 0 : 1),
    0,
  );
  return Math.min(mostSteps, Math.ceil(width / 2));
}

/** A row's text of a column with its steps before it, as wide blanks. */
export function indentedCell({ cells, indents }: SheetRow, column: number): string {
  return '\u3000'.repeat(indents?.get(column) ?? 0) + (cells[column] ?? '');
}

/** Column name as spreadsheets show it: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const letters = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letters : columnLetter(Math.floor(index / 26) - 1) + letters;
}
