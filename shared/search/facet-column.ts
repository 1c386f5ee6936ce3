// Reads what a register's entries have in one place: a column that has rows for entries only.
import { recordKinds } from '../catalogue/record.ts';
import { ColumnReader } from './column-reader.ts';
import type { FacetTable } from './facet-collector.ts';
import { noValue } from './format.ts';
import { kindOfClass } from './record-classes.ts';
import type { SegmentBlocks } from './segment-blocks.ts';
import type { OrdinalRange, YearRuns } from './year-runs.ts';

/** The stretches of ordinals entries lie in. */
export function entryRanges(runs: YearRuns): OrdinalRange[] {
  return runs.ranges((classNumber) => recordKinds[kindOfClass(classNumber)] === 'entry');
}

export class FacetColumn {
  /** The values by their numbers, which count from 1. */
  readonly values: readonly string[];
  readonly #entries: readonly OrdinalRange[];
  readonly #column: ColumnReader;

  constructor(blocks: SegmentBlocks, { values, column }: FacetTable, entries: readonly OrdinalRange[]) {
    this.values = values;
    this.#entries = entries;
    this.#column = new ColumnReader(blocks, column, lengthOf(entries));
  }

  /** The numbers of the values of ordinals in ascending order; none for what is no entry. */
  async read(ordinals: Uint32Array): Promise<Uint32Array> {
    const numbers = new Uint32Array(ordinals.length).fill(noValue);
    if (this.values.length === 0) return numbers;
    const { rows, places } = this.#rowsOf(ordinals);
    const found = await this.#column.read(rows);
    places.forEach((place, at) => {
      numbers[place] = found[at] as number;
    });
    return numbers;
  }

  /** The rows of those that are entries, and where each stands among the ordinals. */
  #rowsOf(ordinals: Uint32Array): { readonly rows: Uint32Array; readonly places: Uint32Array } {
    const rows = new Uint32Array(ordinals.length);
    const places = new Uint32Array(ordinals.length);
    let [at, length, rowsBefore] = [0, 0, 0];
    for (const [from, to] of this.#entries) {
      while (at < ordinals.length && (ordinals[at] as number) < from) at++;
      for (; at < ordinals.length && (ordinals[at] as number) < to; at++) {
        rows[length] = rowsBefore + (ordinals[at] as number) - from;
        places[length++] = at;
      }
      rowsBefore += to - from;
    }
    return { rows: rows.subarray(0, length), places: places.subarray(0, length) };
  }
}

function lengthOf(ranges: readonly OrdinalRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}
