// What crosses between the kiosk's page and the worker that reads Word files and spreadsheets.
import type { BlobHandle } from './worker-messages.ts';

/** One cell of a row; those a merged range covers are left out, its first cell spans them. */
export interface TableCell {
  /** Counting from 0. */
  readonly column: number;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface TableRow {
  /** Counting from 1, as a spreadsheet shows it. */
  readonly number: number;
  readonly cells: readonly TableCell[];
}

/** A sheet without its rows: what stands above the table, its head, and how much there is. */
export interface TableOutline {
  readonly titles: readonly string[];
  readonly head: readonly TableRow[];
  /** Rows below the head. */
  readonly rows: number;
  readonly columns: number;
  /** Columns that hold figures only. */
  readonly numeric: readonly number[];
  /** The sheet is larger than the terminal shows. */
  readonly isCut: boolean;
}

export interface RowsQuestion {
  readonly sheet: number;
  /** Only rows that hold these words; all when empty. */
  readonly words: string;
  /** How many of those rows the page already has. */
  readonly from: number;
  readonly count: number;
}

export interface RowsAnswer {
  /** A few more than asked for where a merged range runs on. */
  readonly rows: readonly TableRow[];
  /** Rows there are in all. */
  readonly total: number;
}

/** An alias, because only an alias fits `CallMap`. */
export type FileWorkerCalls = {
  /** HTML of a .docx in parts, not yet sanitised. Throws `kiosk.file-too-large`, `kiosk.file-unreadable`. */
  readonly word: { argument: BlobHandle; answer: readonly string[] };
  /** Opens a table file by its bytes and its name's ending; answers the names of its sheets. Throws the same. */
  readonly openTable: {
    argument: { readonly file: BlobHandle; readonly name: string };
    answer: readonly string[];
  };
  readonly outline: { argument: number; answer: TableOutline };
  readonly rows: { argument: RowsQuestion; answer: RowsAnswer };
};
