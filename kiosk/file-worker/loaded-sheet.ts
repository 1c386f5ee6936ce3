// A sheet held in the worker: its outline, and its rows a few at a time, all of them or those that hold some words.
import type {
  RowsAnswer,
  RowsQuestion,
  TableCell,
  TableOutline,
  TableRow,
} from '#shared/protocol/file-messages.ts';
import { normalisedText } from '#shared/search/normalise.ts';
import type { CoveredCell, SheetRow } from '#shared/workbook/sheet-row.ts';
import { fileLimits } from './file-limits.ts';
import { findHead, type Head } from './find-head.ts';
import type { OpenSheet } from './read-sheets.ts';

/** Rows whose figures are looked at. */
const sampledRows = 2_000;
/** A merged range runs on for so many rows past a batch at most. */
const mostOverrun = 300;
const figure = /^[+\-−]?\d[\d,，.]*\s*[%％‰]?$/u;
const nothing = /^[\s—–\-/]*$/u;

/** How far a merged range reaches from its first cell, in columns and in rows that are there. */
interface Extent {
  columns: number;
  rows: number;
}

function coversOf({ covered }: SheetRow): CoveredCell[] {
  return [...(covered?.values() ?? [])];
}

export class LoadedSheet {
  readonly #rows: SheetRow[] = [];
  /** Numbers of the rows that are there: an empty row is not, and nothing spans from it. */
  readonly #numbers = new Set<number>();
  readonly #extents = new Map<string, Extent>();
  #columns = 0;
  #isCut = false;
  #head: Head = { titles: 0, rows: 0 };
  #matches: { readonly words: string; readonly rows: readonly SheetRow[] } | null = null;

  static async load(sheet: OpenSheet): Promise<LoadedSheet> {
    const loaded = new LoadedSheet();
    let characters = 0;
    for await (const batch of sheet.rows()) {
      for (const row of batch) {
        loaded.#add(row);
        for (const cell of row.cells) characters += cell.length;
      }
      loaded.#isCut = loaded.#rows.length >= fileLimits.rows || characters > fileLimits.characters;
      if (loaded.#isCut) break;
    }
    loaded.#head = findHead(loaded.#rows, loaded.#columns);
    return loaded;
  }

  get outline(): TableOutline {
    const { titles, rows } = this.#head;
    const body = this.#body;
    return {
      titles: this.#rows.slice(0, titles).map(({ cells }) => cells.filter((cell) => cell !== '').join('　')),
      head: this.#rows
        .slice(titles, titles + rows)
        .map((row) => this.#tableRow(row, this.#firstNumber(titles))),
      rows: body.length,
      columns: this.#columns,
      numeric: this.#numericColumns(body.slice(0, sampledRows)),
      isCut: this.#isCut,
    };
  }

  /** Batches end where no merged range is cut; rows chosen by words stand alone, with what covers them written out. */
  rows({ words, from, count }: Omit<RowsQuestion, 'sheet'>): RowsAnswer {
    const sought = normalisedText(words);
    if (sought !== '') {
      const found = this.#find(sought);
      const rows = found
        .slice(from, from + count)
        .map((row) => this.#tableRow(row, Number.POSITIVE_INFINITY));
      return { rows, total: found.length };
    }
    const body = this.#body;
    let end = Math.min(from + count, body.length);
    const last = Math.min(end + mostOverrun, body.length);
    while (end < last && this.#isInsideRange(body[end])) end += 1;
    const first = body[from]?.number ?? 0;
    return { rows: body.slice(from, end).map((row) => this.#tableRow(row, first)), total: body.length };
  }

  #add(row: SheetRow): void {
    const counted = new Set<string>();
    for (const [column, { anchorRow, anchorColumn }] of row.covered ?? []) {
      const key = `${anchorRow}:${anchorColumn}`;
      const extent = this.#extents.get(key) ?? { columns: 1, rows: 1 };
      extent.columns = Math.max(extent.columns, column - anchorColumn + 1);
      if (anchorRow < row.number && !counted.has(key)) extent.rows += 1;
      counted.add(key);
      this.#extents.set(key, extent);
    }
    this.#rows.push(row);
    this.#numbers.add(row.number);
    this.#columns = Math.min(Math.max(this.#columns, row.cells.length), fileLimits.columns);
  }

  get #body(): readonly SheetRow[] {
    return this.#rows.slice(this.#head.titles + this.#head.rows);
  }

  #firstNumber(index: number): number {
    return this.#rows[index]?.number ?? 0;
  }

  /** `shownFrom`: rows from this number on stand above in the same part of the table. */
  #tableRow(row: SheetRow, shownFrom: number): TableRow {
    const cells: TableCell[] = [];
    for (let column = 0; column < this.#columns; ) {
      const cover = row.covered?.get(column);
      const isShown = cover !== undefined && cover.anchorRow >= shownFrom;
      if (isShown && this.#numbers.has(cover.anchorRow)) {
        column += 1;
        continue;
      }
      const extent = this.#extents.get(`${row.number}:${column}`);
      const isAlone = shownFrom === Number.POSITIVE_INFINITY || cover !== undefined || extent === undefined;
      const columns = isAlone ? 1 : Math.min(extent.columns, this.#columns - column);
      const text = cover?.text ?? row.cells[column] ?? '';
      cells.push({ column, text, columns, rows: isAlone ? 1 : extent.rows });
      column += columns;
    }
    return { number: row.number, cells };
  }

  #isInsideRange(row: SheetRow | undefined): boolean {
    return row !== undefined && coversOf(row).some(({ anchorRow }) => anchorRow < row.number);
  }

  #find(sought: string): readonly SheetRow[] {
    if (this.#matches?.words !== sought) {
      const holds = (row: SheetRow) =>
        [...row.cells, ...coversOf(row).map(({ text }) => text)].some((text) =>
          normalisedText(text).includes(sought),
        );
      this.#matches = { words: sought, rows: this.#body.filter(holds) };
    }
    return this.#matches.rows;
  }

  #numericColumns(rows: readonly SheetRow[]): number[] {
    const numeric: number[] = [];
    // The first column names its row, also where the names are numbers.
    for (let column = 1; column < this.#columns; column += 1) {
      const texts = rows.map(({ cells }) => cells[column] ?? '').filter((text) => !nothing.test(text));
      if (texts.length > 0 && texts.every((text) => figure.test(text))) numeric.push(column);
    }
    return numeric;
  }
}
