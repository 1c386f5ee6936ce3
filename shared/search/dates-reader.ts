// Reads the dates of a few records, where ranking or a list needs them.
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { groupRowBytes } from './dates-writer.ts';
import { sections } from './format.ts';
import { lastNotAbove } from './last-not-above.ts';
import { latestDate } from './record-date.ts';
import type { SegmentBlocks } from './segment-blocks.ts';
import { unzigzag } from './zigzag.ts';

/** Tells the dates records are listed under (`record-date.ts`). */
export interface RecordDates {
  /** The date codes of some ordinals. Throws `search.block-damaged`. */
  read(ordinals: readonly number[]): Promise<number[]>;
}

export class DatesReader implements RecordDates {
  readonly #blocks: SegmentBlocks;
  /** The first ordinal of each block. */
  readonly #fences: Uint32Array;

  constructor(blocks: SegmentBlocks, fences: Uint32Array) {
    this.#blocks = blocks;
    this.#fences = fences;
  }

  async read(ordinals: readonly number[]): Promise<number[]> {
    const numbers = ordinals.map((ordinal) => lastNotAbove(this.#fences, ordinal));
    const wanted = [...new Set(numbers)];
    const blocks = await this.#blocks.read(sections.dates, wanted);
    return ordinals.map((ordinal, at) => {
      const number = numbers[at] as number;
      const bytes = blocks[wanted.indexOf(number)] as Uint8Array;
      return dateIn(bytes, ordinal, this.#blocks.place(sections.dates, number));
    });
  }
}

/** The date of an ordinal, in the block its stretch lies in. Throws `search.block-damaged`. */
export function dateIn(bytes: Uint8Array, ordinal: number, place: BlockPlace): number {
  const head = new ByteReader(bytes, place);
  const groups = head.u16();
  const rows = new DataView(bytes.buffer, bytes.byteOffset + head.skip(groups * groupRowBytes));
  let group = 0;
  while (group + 1 < groups && firstOf(rows, group + 1) <= ordinal) group++;
  const startOf = (one: number) =>
    one < groups ? head.at + rows.getUint16(one * groupRowBytes + 4) : head.end;
  const reader = new ByteReader(bytes, place, startOf(group), startOf(group + 1));
  let date = reader.varint();
  for (let first = firstOf(rows, group); !reader.isAtEnd; ) {
    first += reader.varint();
    if (first > ordinal) break;
    date += unzigzag(reader.varint());
  }
  const isThere = group < groups && firstOf(rows, group) <= ordinal;
  if (!isThere || date < 0 || date > latestDate) throw blockDamaged(place);
  return date;
}

function firstOf(rows: DataView, group: number): number {
  return rows.getUint32(group * groupRowBytes);
}
