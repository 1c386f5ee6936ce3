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

/** Column name as spreadsheets show it: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const letters = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letters : columnLetter(Math.floor(index / 26) - 1) + letters;
}
