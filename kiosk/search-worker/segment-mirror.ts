// Reads single blocks of one segment out of its mirror, at once and without waiting.
import { blockDigestBytes, blockFilePrefixBytes, maxBlockBytes } from '#shared/release/block-file.ts';
import type { SegmentEntry } from '#shared/release/manifest.ts';
import { newMemory, type TakeMemory } from '#shared/search/block-cache.ts';
import { type MirrorFile, openMirrorForReading } from '../store/mirror-files.ts';
import {
  endMark,
  fileOfBlock,
  type MirroredFile,
  type MirrorLayout,
  mirrorLayoutOf,
} from '../store/mirror-layout.ts';

/** A row of a block file's table: offset, length, digest. */
const rowBytes = 8 + blockDigestBytes;

export class SegmentMirror {
  readonly #file: MirrorFile;
  readonly #layout: MirrorLayout;
  /** Where the blocks of a file begin, and its end; read when the first of them is asked for. */
  readonly #tables = new Map<MirroredFile, Uint32Array>();
  readonly #forgotten = new Set<string>();

  constructor(file: MirrorFile, layout: MirrorLayout) {
    this.#file = file;
    this.#layout = layout;
  }

  /** Null where there is no mirror, or one that was never finished. */
  static async open(segment: SegmentEntry): Promise<SegmentMirror | null> {
    try {
      const file = await openMirrorForReading(segment.id);
      const layout = mirrorLayoutOf(segment, new Map());
      if (file.getSize() === layout.bytes + endMark.length) return new SegmentMirror(file, layout);
      file.close();
      return null;
    } catch {
      return null;
    }
  }

  /** A block as it stands in the mirror, or null; whether it is sound the engine finds out by its seal. */
  read(section: string, block: number, take?: TakeMemory): Uint8Array | null {
    return this.#readPart(section, block, 1, take)?.[0] ?? null;
  }

  /**
   * Some blocks of a section one after the other, read in one go as far as they lie in one file: for what is read at every
   * start. They share their memory. Null where `read` gives null for any of them.
   */
  readRow(section: string, first: number, count: number): Uint8Array[] | null {
    const blocks: Uint8Array[] = [];
    while (blocks.length < count) {
      const part = this.#readPart(section, first + blocks.length, count - blocks.length);
      if (part === null) return null;
      blocks.push(...part);
    }
    return blocks;
  }

  /** The first of some blocks in a row, up to the end of their file. */
  #readPart(section: string, first: number, count: number, take = newMemory): Uint8Array[] | null {
    const place = this.#layout.sections.get(section);
    if (!place || first + count > place.blocks || this.#isAnyForgotten(section, first, count)) return null;
    const number = place.first + first;
    const file = fileOfBlock(this.#layout, number);
    if (!file?.isHeld) return null;
    const table = this.#tableOf(file);
    const row = number - file.first;
    const end = Math.min(row + count, file.blocks);
    const from = table[row] as number;
    const length = (table[end] as number) - from;
    if (length < 1 || length > maxBlockBytes * (end - row) || from + length > file.bytes) return null;
    const bytes = take(length);
    if (this.#file.read(bytes, { at: file.base + from }) !== length) return null;
    return Array.from({ length: end - row }, (_, at) =>
      bytes.subarray((table[row + at] as number) - from, (table[row + at + 1] as number) - from),
    );
  }

  #isAnyForgotten(section: string, first: number, count: number): boolean {
    if (this.#forgotten.size === 0) return false;
    for (let block = first; block < first + count; block++)
      if (this.#forgotten.has(`${section}/${block}`)) return true;
    return false;
  }

  #tableOf(file: MirroredFile): Uint32Array {
    const known = this.#tables.get(file);
    if (known !== undefined) return known;
    const rows = new Uint8Array(file.blocks * rowBytes);
    const table = new Uint32Array(file.blocks + 1);
    // What cannot be read leaves zeros, which are the place of no block.
    this.#file.read(rows, { at: file.base + blockFilePrefixBytes });
    const view = new DataView(rows.buffer);
    for (let row = 0; row < file.blocks; row++) table[row] = view.getUint32(row * rowBytes, true);
    table[file.blocks] = file.bytes;
    this.#tables.set(file, table);
    return table;
  }

  /** Lets go of a block that is not what it was; false when that was done before. */
  forget(section: string, block: number): boolean {
    const key = `${section}/${block}`;
    if (this.#forgotten.has(key)) return false;
    this.#forgotten.add(key);
    return true;
  }

  close(): void {
    this.#file.close();
  }
}
