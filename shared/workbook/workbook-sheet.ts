// What a spreadsheet to be written is made of: sheets with a title, heads, and rows of typed cells.

/** A cell over several columns or rows; what it covers is left out of its row, and of those below it. */
export interface SpanCell {
  readonly value: string | number | null;
  readonly columns?: number;
  readonly rows?: number;
}

/** A day `YYYY-MM-DD`, or an instant with `Z`: real dates to a spreadsheet, in the time of China. */
export interface DateCell {
  readonly date: string;
}

export type SheetCell = string | number | null | DateCell | SpanCell;

export interface SheetLine {
  readonly cells: readonly SheetCell[];
  /** Sums and headings within the table. */
  readonly isStrong?: boolean;
}

export interface WritableSheet {
  readonly name: string;
  /** Widths in characters of the body's size; a Chinese character takes two. */
  readonly columns: readonly { readonly width: number; readonly isCentred?: boolean }[];
  /** Stands over the whole width; null for none. */
  readonly title: string | null;
  /** Lines under the title: the period, who made it, when. */
  readonly remarks: readonly string[];
  /** Repeated on every printed page and kept in sight when scrolling. */
  readonly heads: readonly SheetLine[];
  readonly rows: AsyncIterable<readonly SheetLine[]> | Iterable<readonly SheetLine[]>;
  /** Lines after the rows: who signs, what a figure means. */
  readonly notes?: readonly string[];
  readonly isUpright?: boolean;
}

/** Bounds of the format itself. */
export const sheetBounds = { rows: 1_048_576, cellCharacters: 32_767, nameCharacters: 31 } as const;

export function isDateCell(cell: SheetCell): cell is DateCell {
  return typeof cell === 'object' && cell !== null && 'date' in cell;
}

export function isSpanCell(cell: SheetCell): cell is SpanCell {
  return typeof cell === 'object' && cell !== null && 'value' in cell;
}
