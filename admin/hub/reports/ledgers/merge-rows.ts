// Rows of a ledger from two sources, each in the order of its days, as one table numbered through.
import type { ReportRow } from '#shared/reports/report-table.ts';

/** A row without its number, with the day it stands under. */
export interface DatedRow extends ReportRow {
  readonly day: string;
}

type Batches = AsyncIterable<readonly DatedRow[]>;

/** Of the same day the rows of the first source come first. */
export async function* mergedByDay(first: Batches, second: Batches): AsyncGenerator<ReportRow[]> {
  const [a, b] = [new Ahead(first), new Ahead(second)];
  let serial = 0;
  let batch: ReportRow[] = [];
  for (;;) {
    const [left, right] = [await a.peek(), await b.peek()];
    const isLeft = left !== null && (right === null || left.day <= right.day);
    const row = isLeft ? left : right;
    if (row === null) break;
    if (isLeft) a.take();
    else b.take();
    serial += 1;
    const { day: _day, ...shown } = row;
    batch.push({ ...shown, cells: [serial, ...row.cells] });
    if (batch.length < 500) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Batches read one row ahead. */
class Ahead {
  readonly #batches: AsyncIterator<readonly DatedRow[]>;
  #rows: readonly DatedRow[] = [];
  #at = 0;
  #isOver = false;

  constructor(batches: Batches) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** The next row, which stays; null at the end. */
  async peek(): Promise<DatedRow | null> {
    while (this.#at >= this.#rows.length && !this.#isOver) {
      const { done, value } = await this.#batches.next();
      if (done) this.#isOver = true;
      else [this.#rows, this.#at] = [value, 0];
    }
    return this.#rows[this.#at] ?? null;
  }

  take(): void {
    this.#at += 1;
  }
}
