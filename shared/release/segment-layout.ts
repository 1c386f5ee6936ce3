// Where the blocks of a segment's sections lie in its block files.
import type { SegmentHeader } from '../search/types.ts';
import type { SegmentEntry } from './manifest.ts';

/** A block's place: the file's number within the segment, and the block's number within the file. */
export interface BlockPlace {
  readonly file: number;
  readonly block: number;
}

/** The place of block `block` of `section`, or null when the segment has no such block. */
export function locateBlock(segment: SegmentEntry, section: string, block: number): BlockPlace | null {
  let ordinal = 0;
  let isKnown = false;
  for (const entry of segment.sections) {
    if (entry.name === section) {
      if (!Number.isInteger(block) || block < 0 || block >= entry.blocks) return null;
      isKnown = true;
      ordinal += block;
      break;
    }
    ordinal += entry.blocks;
  }
  if (!isKnown) return null;
  for (let file = 0; file < segment.files.length; file += 1) {
    const blocks = segment.files[file]?.blocks ?? 0;
    if (ordinal < blocks) return { file, block: ordinal };
    ordinal -= blocks;
  }
  return null;
}

/** What the catalogue reader must know of a segment, out of the manifest. */
export function segmentHeaderOf(segment: SegmentEntry): SegmentHeader {
  return {
    id: segment.id,
    formatVersion: segment.formatVersion,
    records: segment.records,
    sections: Object.fromEntries(segment.sections.map(({ name, blocks }) => [name, blocks])),
  };
}
