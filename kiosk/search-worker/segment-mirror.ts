// Reads single blocks of one segment out of its mirror, at once and without waiting.
import { blockDigestBytes, blockFilePrefixBytes, maxBlockBytes } from '#shared/release/block-file.ts';
import type { SegmentEntry } from '#shared/release/manifest.ts';
import { type MirrorFile, openMirrorForReading } from '../store/mirror-files.ts';
import { endMark, fileOfBlock, type MirrorLayout, mirrorLayoutOf } from '../store/mirror-layout.ts';

/** A row of a block file's table: offset, length, digest. */
const rowBytes = 8 + blockDigestBytes;

export class SegmentMirror {
  readonly #file: MirrorFile;
  readonly #layout: MirrorLayout;
  readonly #row = new Uint8Array(8);
  readonly #view = new DataView(this.#row.buffer);
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
  read(section: string, block: number): Uint8Array | null {
    const place = this.#layout.sections.get(section);
    if (!place || block >= place.blocks || this.#forgotten.has(`${section}/${block}`)) return null;
    const number = place.first + block;
    const file = fileOfBlock(this.#layout, number);
    if (!file?.isHeld) return null;
    const at = file.base + blockFilePrefixBytes + (number - file.first) * rowBytes;
    if (this.#file.read(this.#row, { at }) !== this.#row.length) return null;
    const [offset, length] = [this.#view.getUint32(0, true), this.#view.getUint32(4, true)];
    if (length < 1 || length > maxBlockBytes || offset + length > file.bytes) return null;
    const bytes = new Uint8Array(length);
    return this.#file.read(bytes, { at: file.base + offset }) === length ? bytes : null;
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
