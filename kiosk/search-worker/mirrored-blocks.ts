// Reads blocks from the mirrors of a generation's segments where they have them, and from the store where not.
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { TakeMemory } from '#shared/search/block-cache.ts';
import type { BlockReader } from '#shared/search/types.ts';
import { SegmentMirror } from './segment-mirror.ts';

/** From so many blocks on it is worth reading a row of them in one go. */
const longRow = 4;

/** Whether some blocks follow one another. */
function isLongRow(blocks: readonly number[]): boolean {
  const [first = 0] = blocks;
  return blocks.length >= longRow && blocks.every((block, at) => block === first + at);
}

export class MirroredBlocks implements BlockReader {
  readonly #store: BlockReader;
  readonly #mirrors: ReadonlyMap<string, SegmentMirror>;

  constructor(store: BlockReader, mirrors: ReadonlyMap<string, SegmentMirror>) {
    this.#store = store;
    this.#mirrors = mirrors;
  }

  /** Opens the mirrors there are. */
  static async open(store: BlockReader, { segments }: ReleaseManifest): Promise<MirroredBlocks> {
    const opened = await Promise.all(
      segments.map(async (segment) => [segment.id, await SegmentMirror.open(segment)] as const),
    );
    return new MirroredBlocks(
      store,
      new Map(opened.flatMap(([id, mirror]) => (mirror ? [[id, mirror]] : []))),
    );
  }

  async read(
    segment: string,
    section: string,
    blocks: readonly number[],
    take?: TakeMemory,
  ): Promise<Uint8Array[]> {
    const mirror = this.#mirrors.get(segment);
    if (mirror === undefined) return await this.#store.read(segment, section, blocks);
    const mayShare = take === undefined && isLongRow(blocks);
    const row = mayShare ? mirror.readRow(section, blocks[0] as number, blocks.length) : null;
    if (row !== null) return row;
    const found = blocks.map((block) => mirror.read(section, block, take));
    const missing = blocks.filter((_, index) => found[index] === null);
    if (missing.length === 0) return found as Uint8Array[];
    const stored = await this.#store.read(segment, section, missing);
    let next = 0;
    return found.map((bytes) => bytes ?? (stored[next++] as Uint8Array));
  }

  /** Asks again when a block was damaged in a mirror: it is let go of and read from the store, each only once. */
  async distrusting<T>(question: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await question();
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== 'search.block-damaged') throw thrown;
        const { segment, section, block } = thrown.details;
        const mirror = this.#mirrors.get(String(segment));
        if (!mirror?.forget(String(section), Number(block))) throw thrown;
      }
    }
  }

  close(): void {
    for (const mirror of this.#mirrors.values()) mirror.close();
  }
}
