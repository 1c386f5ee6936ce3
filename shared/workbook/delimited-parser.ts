// Takes delimiter-separated text apart, row by row, however it is cut into pieces.
import { workbookLimits } from './limits.ts';

export interface DelimitedRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly hasStrayQuote: boolean;
  readonly hasCutCell: boolean;
  readonly hasCutColumns: boolean;
}

/** A quoted cell this long has most likely lost its closing quote; real bodies are shorter. */
const longestQuotedSearch = 400_000;
/** Quotes inside one quoted cell that were not doubled; more of them mean that nothing is quoted here. */
const mostStrayQuotes = 50;

/**
 * A push parser after RFC 4180, forgiving: quotes inside plain cells are literal, a quote without a partner
 * becomes an ordinary character instead of swallowing the rest of the file.
 */
export class DelimitedParser {
  private readonly delimiter: string;
  private buffer = '';
  private at = 0;
  private number = 0;
  private cells: string[] = [];
  private hasStrayQuote = false;
  private hasCutCell = false;
  private hasCutColumns = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** The rows that are complete with this piece of text. */
  push(text: string): DelimitedRow[] {
    this.buffer = this.buffer.slice(this.at) + text;
    this.at = 0;
    return this.drain(false);
  }

  /** The rows that the end of the text completes. */
  finish(): DelimitedRow[] {
    const rows = this.drain(true);
    if (this.cells.length > 0) rows.push(this.endRow());
    return rows;
  }

  private drain(isEnd: boolean): DelimitedRow[] {
    const rows: DelimitedRow[] = [];
    while (this.at < this.buffer.length) {
      const next = this.buffer[this.at] === '"' ? this.quoted(isEnd) : this.plain(isEnd);
      if (next === null) break;
      this.addCell(next.text);
      this.at = next.end;
      const isRowEnd = this.takeSeparator(isEnd);
      if (isRowEnd) rows.push(this.endRow());
    }
    return rows;
  }

  /** Steps over the delimiter or line break after a cell; true when the row ends here. */
  private takeSeparator(isEnd: boolean): boolean {
    const character = this.buffer[this.at];
    if (character === this.delimiter) {
      this.at += 1;
      // A delimiter at the very end of the text is followed by one more, empty, cell.
      if (isEnd && this.at === this.buffer.length) this.addCell('');
      return false;
    }
    if (character === undefined) return false;
    this.at += character === '\r' && this.buffer[this.at + 1] === '\n' ? 2 : 1;
    return true;
  }

  private plain(isEnd: boolean): { text: string; end: number } | null {
    let end = this.at;
    while (end < this.buffer.length) {
      const character = this.buffer[end];
      if (character === this.delimiter || character === '\n' || character === '\r') break;
      end += 1;
    }
    // The piece may stop in the middle of a cell or of \r\n: wait for more.
    const isCut = end >= this.buffer.length || (this.buffer[end] === '\r' && end + 1 === this.buffer.length);
    if (isCut && !isEnd && end - this.at < workbookLimits.cellCharacters) return null;
    return { text: this.buffer.slice(this.at, end), end };
  }

  private quoted(isEnd: boolean): { text: string; end: number } | null {
    // Longer than any cell: it is searched once, not again with every piece of text that arrives.
    const isEndless = this.buffer.length - this.at > workbookLimits.cellCharacters * 2;
    let from = this.at + 1;
    let strays = 0;
    for (;;) {
      const quote = this.buffer.indexOf('"', from);
      if (quote < 0) return this.withoutPartner(isEnd);
      if (this.buffer[quote + 1] === '"') {
        from = quote + 2;
        continue;
      }
      if (quote + 2 >= this.buffer.length && !isEnd) return isEndless ? this.withoutPartner(true) : null;
      const tail = this.plainTail(quote + 1);
      // A closing quote must be followed by a separator; otherwise it is a quote inside the text.
      if (tail === null) {
        strays += 1;
        if (strays > mostStrayQuotes || this.opensNextCell(quote)) return this.withoutPartner(true);
        from = quote + 1;
        this.hasStrayQuote = true;
        continue;
      }
      return { text: this.buffer.slice(this.at + 1, quote).replaceAll('""', '"'), end: tail };
    }
  }

  /** A quote right behind a separator opens a cell of its own, so the one before it was never closed. */
  private opensNextCell(quote: number): boolean {
    const before = this.buffer[quote - 1];
    return quote - 1 > this.at && (before === this.delimiter || before === '\n' || before === '\r');
  }

  /** Where the cell ends when only blanks stand between its closing quote and the separator; else null. */
  private plainTail(from: number): number | null {
    let end = from;
    while (this.buffer[end] === ' ' || this.buffer[end] === '\u3000') end += 1;
    const character = this.buffer[end];
    const isSeparator =
      character === undefined || character === this.delimiter || character === '\n' || character === '\r';
    return isSeparator ? end : null;
  }

  private withoutPartner(isEnd: boolean): { text: string; end: number } | null {
    if (!isEnd && this.buffer.length - this.at < longestQuotedSearch) return null;
    this.hasStrayQuote = true;
    return this.plain(true);
  }

  private addCell(text: string): void {
    if (this.cells.length >= workbookLimits.sheetColumns) {
      this.hasCutColumns ||= text.trim() !== '';
      return;
    }
    this.hasCutCell ||= text.length > workbookLimits.cellCharacters;
    this.cells.push(text.slice(0, workbookLimits.cellCharacters));
  }

  private endRow(): DelimitedRow {
    this.number += 1;
    const row = {
      number: this.number,
      cells: this.cells,
      hasStrayQuote: this.hasStrayQuote,
      hasCutCell: this.hasCutCell,
      hasCutColumns: this.hasCutColumns,
    };
    this.cells = [];
    this.hasStrayQuote = false;
    this.hasCutCell = false;
    this.hasCutColumns = false;
    return row;
  }
}

const candidates = ['\t', ',', ';', '|', '，'] as const;

/** The delimiter that cuts the first rows into the most even, widest table. */
export function sniffDelimiter(head: string, nameHint: 'csv' | 'tsv' | null): string {
  let best: string = nameHint === 'tsv' ? '\t' : ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const widths = new DelimitedParser(delimiter)
      .push(head)
      .slice(0, 60)
      .map((row) => row.cells.length);
    const isHinted = (delimiter === '\t' && nameHint === 'tsv') || (delimiter === ',' && nameHint === 'csv');
    const score = evenness(widths) * (isHinted ? 1.2 : 1);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts)
    best = Math.max(best, (Math.min(width, 40) - 1) * (count / widths.length));
  return best;
}
