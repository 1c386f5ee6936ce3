// Writes the fixed-width columns of a segment, one value a record.
import { blockBytes } from './format.ts';
import type { BlockSink } from './types.ts';

/** Where a column lies: its width in bytes (1–4) and its first block in the section. */
export interface ColumnPlace {
  readonly width: number;
  readonly firstBlock: number;
}

/** Bytes one value of a column needs when none exceeds `largest`. */
export function columnWidth(largest: number): number {
  if (largest < 0x100) return 1;
  if (largest < 0x10000) return 2;
  return largest < 0x1000000 ? 3 : 4;
}

/** How many values of a width fit a block. */
export function rowsPerBlock(width: number): number {
  return Math.floor(blockBytes / width);
}

/** Writes one column, lowest byte first. */
export async function writeColumn(
  sink: BlockSink,
  section: string,
  values: Uint32Array,
): Promise<ColumnPlace> {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const width = columnWidth(largest);
  const rows = rowsPerBlock(width);
  let firstBlock = 0;
  for (let from = 0; from < values.length; from += rows) {
    const part = values.subarray(from, from + rows);
    const bytes = new Uint8Array(part.length * width);
    part.forEach((value, row) => {
      for (let byte = 0; byte < width; byte++) bytes[row * width + byte] = (value >>> (byte * 8)) & 0xff;
    });
    const block = await sink.write(section, bytes);
    if (from === 0) firstBlock = block;
  }
  return { width, firstBlock };
}
