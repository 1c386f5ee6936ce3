// Tests records for their agency by the agency column: for words that name very many of them.
import type { ColumnSlot } from './column-reader.ts';
import type { RecordTest } from './filter-cursor.ts';
import { sections } from './format.ts';
import type { SearchContext } from './word-cursor.ts';

/** Passes records of some agencies. */
export class AgencyTest implements RecordTest {
  readonly #context: SearchContext;
  readonly #isAllowed: Uint8Array;
  #block: Uint8Array | null = null;
  #slot: ColumnSlot = { block: -1, firstOrdinal: -1 };

  /** `agencies` are numbers of the segment's agencies, from 0. */
  constructor(context: SearchContext, agencies: readonly number[]) {
    this.#context = context;
    this.#isAllowed = new Uint8Array(context.segment.agencies.count + 1);
    for (const agency of agencies) this.#isAllowed[agency + 1] = 1;
  }

  passes(ordinal: number): boolean | null {
    const { segment, window } = this.#context;
    const column = segment.columns.agency;
    const known = column.whole?.[ordinal];
    if (known !== undefined) return this.#isAllowed[known] === 1;
    const wanted = column.slotOf(ordinal);
    if (this.#block === null || wanted.block !== this.#slot.block) {
      this.#block = window.block(sections.values, wanted.block);
      this.#slot = wanted;
    }
    if (this.#block === null) return null;
    const { block, firstOrdinal } = this.#slot;
    const place = { segment: segment.id, section: sections.values, block };
    return this.#isAllowed[column.valueIn(this.#block, ordinal - firstOrdinal, place)] === 1;
  }
}
