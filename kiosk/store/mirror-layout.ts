// How a segment's blocks lie in its block files, and these in its mirror: one after the other, as they came, and an end
// mark.
//
// A block is found by the table at the beginning of its block file (shared/release/block-file.ts); of a mirror only the
// beginnings of blocks are held in memory, file by file as they are asked for. Files that hold nothing but bodies leave
// a hole: bodies are read one record at a time.
import type { SegmentEntry } from '#shared/release/manifest.ts';
import { sections } from '#shared/search/format.ts';

/** One block file within the mirror. */
export interface MirroredFile {
  readonly sha256: string;
  /** Where it begins in the mirror, and how long it is. */
  readonly base: number;
  readonly bytes: number;
  /** The number of its first block within the segment, and how many it has. */
  readonly first: number;
  readonly blocks: number;
  /** False for a file that leaves a hole. */
  readonly isHeld: boolean;
}

export interface MirrorLayout {
  readonly segment: string;
  readonly files: readonly MirroredFile[];
  /** Where the end mark stands: the sum of all files. */
  readonly bytes: number;
  /** Where each section begins among the blocks of the segment, and how many it has. */
  readonly sections: ReadonlyMap<string, { readonly first: number; readonly blocks: number }>;
}

/** Stands behind everything else and is written last: a mirror without it was never finished. */
export const endMark = new TextEncoder().encode('MCMIRROR');

const unmirrored: readonly string[] = [sections.bodies];

/** `digests` gives the SHA-256 of each block file by its target path. */
export function mirrorLayoutOf(segment: SegmentEntry, digests: ReadonlyMap<string, string>): MirrorLayout {
  const places = new Map<string, { first: number; blocks: number }>();
  let block = 0;
  for (const { name, blocks } of segment.sections) {
    places.set(name, { first: block, blocks });
    block += blocks;
  }
  const wanted = [...places].filter(([name]) => !unmirrored.includes(name)).map(([, place]) => place);
  const files: MirroredFile[] = [];
  let base = 0;
  let first = 0;
  for (const { path, bytes, blocks } of segment.files) {
    const end = first + blocks;
    const isHeld = wanted.some((place) => place.first < end && place.first + place.blocks > first);
    files.push({ sha256: digests.get(path) ?? '', base, bytes, first, blocks, isHeld });
    base += bytes;
    first = end;
  }
  return { segment: segment.id, files, bytes: base, sections: places };
}

/** The file that holds a block, by its number within the segment; undefined past the end. */
export function fileOfBlock({ files }: MirrorLayout, block: number): MirroredFile | undefined {
  let low = 0;
  let high = files.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((files[middle]?.first ?? 0) <= block) low = middle;
    else high = middle - 1;
  }
  const file = files[low];
  return file && block >= file.first && block < file.first + file.blocks ? file : undefined;
}
