// Tests records for their agency by the agency column: for words that name very many of them.
import type { ColumnSlot } from './column-reader.ts';
import type { RecordTest } from './filter-cursor.ts';
import { sections } from './format.ts';
import type { SearchContext } from './word-cursor.ts';

/** Passes records of `agencies`, which are numbers of the segment's agencies, from 0. */
export function agencyTest({ segment, window }: SearchContext, agencies: readonly number[]): RecordTest {
  const isAllowed = new Uint8Array(segment.agencies.count + 1);
  for (const agency of agencies) isAllowed[agency + 1] = 1;
  const column = segment.columns.agency;
  let block: Uint8Array | null = null;
  let slot: ColumnSlot = { block: -1, firstOrdinal: -1 };
  return (ordinal) => {
    const known = column.known(ordinal);
    if (known !== undefined) return isAllowed[known] === 1;
    const wanted = column.slotOf(ordinal);
    if (block === null || wanted.block !== slot.block) {
      block = window.block(sections.values, wanted.block);
      slot = wanted;
    }
    if (block === null) return null;
    const place = { segment: segment.id, section: sections.values, block: slot.block };
    return isAllowed[column.valueIn(block, ordinal - slot.firstOrdinal, place)] === 1;
  };
}
