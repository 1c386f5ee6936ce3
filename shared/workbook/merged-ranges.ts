// The merged ranges of a sheet: found by a quick look through its XML, asked for row by row.
import { workbookLimits } from './limits.ts';
import type { CoveredCell } from './sheet-row.ts';

export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u;

/** Zero-based column of letters: A → 0, AA → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/** The rows (from 1) and columns (from 0) of `A1:C3`; null when it is no reference. */
export function parseRange(text: string): MergedRange | null {
  const match = reference.exec(text);
  if (!match) return null;
  const left = columnIndex(match[1] ?? '');
  const top = Number(match[2]);
  return {
    top,
    left,
    right: match[3] === undefined ? left : columnIndex(match[3]),
    bottom: Number(match[4] ?? top),
  };
}

/**
 * Merged ranges stand behind the rows, but rows need them: so they are searched for first, in the raw bytes,
 * which is far quicker than parsing the sheet twice.
 */
export async function findMergedRanges(chunks: AsyncIterable<Uint8Array>): Promise<MergedRange[]> {
  const ranges: MergedRange[] = [];
  const decoder = new TextDecoder('latin1');
  let carry = '';
  for await (const chunk of chunks) {
    const text = carry + decoder.decode(chunk, { stream: true });
    for (const match of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{1,30})"[^>]*>/gu)) {
      const range = parseRange(match[1] ?? '');
      if (range && ranges.length < workbookLimits.mergedRanges) ranges.push(range);
    }
    const open = text.lastIndexOf('<');
    carry = open >= 0 && text.indexOf('>', open) < 0 ? text.slice(Math.max(open, text.length - 200)) : '';
  }
  return ranges.sort((a, b) => a.top - b.top);
}

/** Walks down a sheet and knows, for each row, which cells a merged range covers and what its first cell said. */
export class MergeTracker {
  private readonly ranges: readonly MergedRange[];
  private next = 0;
  private active: { range: MergedRange; text: string }[] = [];

  constructor(ranges: readonly MergedRange[]) {
    this.ranges = ranges;
  }

  /** Covered cells of a row; rows must come in order. Texts of first cells are taken from the row itself. */
  covered(row: number, cells: readonly string[]): ReadonlyMap<number, CoveredCell> | null {
    this.active = this.active.filter(({ range }) => range.bottom >= row);
    for (let range = this.ranges[this.next]; range && range.top <= row; range = this.ranges[this.next]) {
      this.next += 1;
      if (range.bottom >= row && range.right < workbookLimits.sheetColumns) {
        this.active.push({ range, text: range.top === row ? (cells[range.left] ?? '') : '' });
      }
    }
    if (this.active.length === 0) return null;
    const covered = new Map<number, CoveredCell>();
    for (const { range, text } of this.active) {
      for (let column = range.left; column <= range.right; column += 1) {
        const isFirst = row === range.top && column === range.left;
        if (!isFirst) covered.set(column, { text, anchorRow: range.top, anchorColumn: range.left });
      }
    }
    return covered;
  }
}
