// Tests records for their agency by the agency column: for words that name very many of them.
import { rowsPerBlock } from './column-writer.ts';
import type { RecordTest } from './filter-cursor.ts';
import { sections } from './format.ts';
import type { SearchContext } from './word-cursor.ts';

/** Passes records of `agencies`, which are numbers of the segment's agencies, from 0. */
export function agencyTest({ segment, window }: SearchContext, agencies: readonly number[]): RecordTest {
  const isAllowed = new Uint8Array(segment.agencies.count + 1);
  for (const agency of agencies) isAllowed[agency + 1] = 1;
  const { width, firstBlock } = segment.meta.columns.agency;
  const rows = rowsPerBlock(width);
  let block: Uint8Array | null = null;
  let blockNumber = -1;
  return (ordinal) => {
    const number = Math.floor(ordinal / rows);
    if (number !== blockNumber) {
      block = window.block(sections.values, firstBlock + number);
      blockNumber = block === null ? -1 : number;
    }
    if (block === null) return null;
    const from = (ordinal - number * rows) * width;
    let value = 0;
    for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (block[from + byte] ?? 0);
    return isAllowed[value] === 1;
  };
}
