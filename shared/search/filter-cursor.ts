// Narrows a walk to the records that pass a test.
import { type DocCursor, end, wait } from './doc-cursor.ts';

/** Tests thousands of records; a class, see `Visitor`. */
export interface RecordTest {
  /** Whether a record passes; null when a block it would need is not in memory yet, and was noted. */
  passes(ordinal: number): boolean | null;
}

export class FilterCursor implements DocCursor {
  doc = -1;
  readonly #cursor: DocCursor;
  readonly #test: RecordTest;
  #refusalsLeft: number;

  /** The walk ends when more than `mostRefused` records did not pass: what is left is not worth its time. */
  constructor(cursor: DocCursor, test: RecordTest, mostRefused = Number.POSITIVE_INFINITY) {
    this.#cursor = cursor;
    this.#test = test;
    this.#refusalsLeft = mostRefused;
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
      const isWanted = found === end || this.#test.passes(found);
      if (isWanted === null) return wait;
      if (isWanted || --this.#refusalsLeft < 0) {
        this.doc = isWanted ? found : end;
        return this.doc;
      }
      wanted = found + 1;
    }
  }
}
