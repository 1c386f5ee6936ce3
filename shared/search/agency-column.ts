// Walks over the records of many agencies by the agency column, once that is in memory as a whole.
import { type DocCursor, end } from './doc-cursor.ts';
import { docsInChunk } from './posting-encoding.ts';
import type { SegmentReader } from './segment-reader.ts';

/** Records stepped over for one that is met, on average: of fewer matches their lists are walked faster. */
const mostStepped = 64;

/** Records of some agencies: a step looks at a number, where a list for each of hundreds would be decoded. */
export class AgencyColumnCursor implements DocCursor {
  doc = -1;
  readonly #values: ArrayLike<number>;
  readonly #isWanted: Uint8Array;
  readonly #counts: readonly number[];

  /** `counts` are the records of each agency. */
  constructor(values: ArrayLike<number>, isWanted: Uint8Array, counts: readonly number[]) {
    this.#values = values;
    this.#isWanted = isWanted;
    this.#counts = counts;
  }

  /** `agencies` are numbers of the segment's agencies, from 0. Null where the column is not there, or has too few of them. */
  static over(
    { agencies: all, columns }: SegmentReader,
    agencies: readonly number[],
  ): AgencyColumnCursor | null {
    const values = columns.agency.whole;
    if (values === null) return null;
    const isWanted = new Uint8Array(all.count + 1);
    for (const number of agencies) isWanted[number + 1] = 1;
    const counts = agencies.map((number) => all.agency(number).records);
    const cursor = new AgencyColumnCursor(values, isWanted, counts);
    return cursor.estimate() * mostStepped < values.length ? null : cursor;
  }

  /** No more than the longest of their lists would tell: how an answer is found must not hang on what is in memory. */
  atLeast(): number {
    const longest = this.#counts.reduce((most, count) => Math.max(most, count), 0);
    return longest > docsInChunk ? longest : 0;
  }

  estimate(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  prefetch(): void {}

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    const values = this.#values;
    const isWanted = this.#isWanted;
    let at = target;
    while (at < values.length && isWanted[values[at] as number] !== 1) at++;
    this.doc = at < values.length ? at : end;
    return this.doc;
  }
}
