// Reads blocks from the mirror where it has them and from the store where it has not, and fills the mirror when idle.
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import type { BlockReader } from '#shared/search/types.ts';
import type { BlockMirror } from './block-mirror.ts';

/** Sections every search asks for, then those that show its hits; others are read where they are. */
const hotSections = ['values', 'terms', 'sounds', 'records'];
/** Blocks copied at once, and the rest after them: a search never waits for long. */
const blocksAtOnce = 16;
const restMs = 10;

export class MirroredBlocks implements BlockReader {
  private readonly store: BlockReader;
  private readonly mirror: BlockMirror;

  constructor(store: BlockReader, mirror: BlockMirror) {
    this.store = store;
    this.mirror = mirror;
  }

  async read(segment: string, section: string, blocks: readonly number[]): Promise<Uint8Array[]> {
    const found = blocks.map((block) => this.mirror.read(segment, section, block));
    const missing = blocks.filter((_, index) => found[index] === null);
    if (missing.length === 0) return found as Uint8Array[];
    const stored = await this.store.read(segment, section, missing);
    let next = 0;
    return found.map((bytes) => bytes ?? (stored[next++] as Uint8Array));
  }

  /**
   * Copies the hot sections, newest segment last, until all is there, the mirror is full, or `isWanted` says no.
   * @param isBusy true while a question is being answered
   */
  async fill({ segments }: ReleaseManifest, isBusy: () => boolean, isWanted: () => boolean): Promise<void> {
    this.mirror.retain(new Set(segments.map(({ id }) => id)));
    for (const name of hotSections) {
      for (const segment of segments) {
        if (!(await this.copySection(segment, name, isBusy, isWanted))) return;
      }
    }
  }

  private async copySection(
    segment: SegmentEntry,
    name: string,
    isBusy: () => boolean,
    isWanted: () => boolean,
  ): Promise<boolean> {
    const count = segment.sections.find((section) => section.name === name)?.blocks ?? 0;
    for (let first = 0; first < count; first += blocksAtOnce) {
      const length = Math.min(blocksAtOnce, count - first);
      const numbers = Array.from({ length }, (_, index) => first + index);
      const missing = numbers.filter((block) => !this.mirror.has(segment.id, name, block));
      if (missing.length === 0) continue;
      do await rest();
      while (isBusy() && isWanted());
      if (!isWanted()) return false;
      const blocks = await this.store.read(segment.id, name, missing);
      const isTaken = missing.every((block, index) =>
        this.mirror.add(segment.id, name, count, block, blocks[index] as Uint8Array),
      );
      if (!isTaken) return false;
    }
    return true;
  }
}

/** A block damaged in the mirror is let go of and read where it was copied from; each can be so only once. */
export async function distrusting<T>(mirror: BlockMirror, question: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await question();
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'search.block-damaged') throw thrown;
      const { segment, section, block } = thrown.details;
      if (!mirror.forget(String(segment), String(section), Number(block))) throw thrown;
    }
  }
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, restMs));
}
