// Writes the dates of records: stretches of ordinals with one date, in blocks small enough to be read for a few of them.
import { ByteWriter } from './byte-writer.ts';
import { sections } from './format.ts';
import type { BlockSink } from './types.ts';
import { zigzag } from './zigzag.ts';

/** Stretches of a group: the first is written whole, the others tell what differs. */
const stretchesTogether = 64;
/** A page of results needs some dozens of dates, which lie together: more than a few kilobytes are read for nothing. */
const blockSize = 8 * 1024;
/** Bytes of a group's row: its first ordinal, and where it begins in the block. */
export const groupRowBytes = 6;

/**
 * Writes the section `dates` and resolves with the first ordinal of each of its blocks.
 *
 * Block: groups (2) │ first ordinal (4) and offset (2) of each … │ groups. A group is a date, then for each further
 * stretch its distance from the one before (varint) and how its date differs (zigzag varint).
 */
export async function writeDates(sink: BlockSink, dates: Uint32Array): Promise<number[]> {
  const fences: number[] = [];
  const groups = new ByteWriter();
  let rows: [first: number, offset: number][] = [];
  const flush = async () => {
    const [first] = rows;
    if (first === undefined) return;
    fences.push(first[0]);
    const out = new ByteWriter();
    out.u16(rows.length);
    for (const [ordinal, offset] of rows) {
      out.u16(ordinal >>> 16);
      out.u16(ordinal & 0xffff);
      out.u16(offset);
    }
    out.bytes(groups.take());
    rows = [];
    await sink.write(sections.dates, out.take());
  };
  let [before, stretches] = [0, 0];
  for (let ordinal = 0; ordinal < dates.length; ordinal++) {
    const date = dates[ordinal] as number;
    const last = ordinal === 0 ? -1 : (dates[ordinal - 1] as number);
    if (date === last) continue;
    if (stretches++ % stretchesTogether === 0) {
      if (groups.length >= blockSize) await flush();
      rows.push([ordinal, groups.length]);
      groups.varint(date);
    } else {
      groups.varint(ordinal - before);
      groups.varint(zigzag(date - last));
    }
    before = ordinal;
  }
  await flush();
  return fences;
}
