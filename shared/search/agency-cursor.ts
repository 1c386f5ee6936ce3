// Narrows a walk to the records of some agencies by their column: for words that name very many of them.
import { rowsPerBlock } from './column-writer.ts';
import { type DocCursor, end, wait } from './doc-cursor.ts';
import { sections } from './format.ts';
import type { SearchContext } from './word-cursor.ts';

export class AgencyCursor implements DocCursor {
  doc = -1;
  readonly #cursor: DocCursor;
  readonly #context: SearchContext;
  readonly #isAllowed: Uint8Array;
  #block: Uint8Array | null = null;
  #blockNumber = -1;

  /** `agencies` are numbers of the segment's agencies, from 0. */
  constructor(cursor: DocCursor, context: SearchContext, agencies: readonly number[]) {
    this.#cursor = cursor;
    this.#context = context;
    this.#isAllowed = new Uint8Array(context.segment.agencies.count + 1);
    for (const agency of agencies) this.#isAllowed[agency + 1] = 1;
  }

  estimate(): number {
    return this.#cursor.estimate();
  }

  prefetch(target: number): void {
    this.#cursor.prefetch(target);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    for (let wanted = target; ; ) {
      const found = this.#cursor.advance(wanted);
      if (found === wait) return wait;
      if (found !== end) {
        const agency = this.#agencyOf(found);
        if (agency === wait) return wait;
        if (this.#isAllowed[agency] !== 1) {
          wanted = found + 1;
          continue;
        }
      }
      this.doc = found;
      return found;
    }
  }

  #agencyOf(ordinal: number): number {
    const { width, firstBlock } = this.#context.segment.meta.columns.agency;
    const rows = rowsPerBlock(width);
    const number = Math.floor(ordinal / rows);
    if (number !== this.#blockNumber) {
      this.#block = this.#context.window.block(sections.values, firstBlock + number);
      if (this.#block === null) return wait;
      this.#blockNumber = number;
    }
    const from = (ordinal - number * rows) * width;
    let value = 0;
    for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (this.#block?.[from + byte] ?? 0);
    return value;
  }
}
