// The blocks one evaluation has in hand: what is missing is noted, and all of it is read at once.
import type { ChunkDecoder } from './chunk-decoder.ts';
import type { FoundList } from './found-list.ts';
import type { SegmentBlocks } from './segment-blocks.ts';
import { TermBlock } from './term-block.ts';

/** Sections of terms; their blocks are parsed once an evaluation. */
type TermSectionName = 'terms' | 'body-terms';

/**
 * Matching runs without waiting as long as it finds its blocks here. Where it does not, it notes them and comes
 * back; `load` then reads everything noted. Blocks stay until the evaluation ends, whatever the cache does.
 */
export class ReadWindow {
  readonly #blocks: SegmentBlocks;
  readonly #held = new Map<string, Map<number, Uint8Array>>();
  readonly #terms = new Map<string, Map<number, TermBlock>>();
  readonly #wanted = new Map<string, Set<number>>();

  constructor(blocks: SegmentBlocks) {
    this.#blocks = blocks;
  }

  /** A block, or null when it has been noted for `load`. */
  block(section: string, number: number): Uint8Array | null {
    const held = this.#held.get(section)?.get(number) ?? this.#blocks.cached(section, number);
    if (held === undefined) {
      this.#note(section, number);
      return null;
    }
    this.#keep(section, number, held);
    return held;
  }

  /** The same for a block of terms. */
  termBlock(section: TermSectionName, number: number): TermBlock | null {
    const known = this.#terms.get(section)?.get(number);
    if (known !== undefined) return known;
    const bytes = this.block(section, number);
    if (bytes === null) return null;
    const parsed = new TermBlock(bytes, this.#blocks.place(section, number));
    const ofSection = this.#terms.get(section) ?? new Map<number, TermBlock>();
    this.#terms.set(section, ofSection.set(number, parsed));
    return parsed;
  }

  /** One for a cursor of this evaluation. */
  decoder(): ChunkDecoder {
    return this.#blocks.decoders.take();
  }

  /** One for what this evaluation finds. */
  foundList(): FoundList {
    return this.#blocks.foundLists.take();
  }

  get isWanting(): boolean {
    return this.#wanted.size > 0;
  }

  /** Reads what was noted. Throws what the block reader throws. */
  async load(): Promise<void> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    await Promise.all(
      wanted.map(async ([section, numbers]) => {
        const sorted = [...numbers].sort((a, b) => a - b);
        const found = await this.#blocks.read(section, sorted);
        sorted.forEach((number, at) => {
          this.#keep(section, number, found[at] as Uint8Array);
        });
      }),
    );
  }

  #note(section: string, number: number): void {
    const numbers = this.#wanted.get(section) ?? new Set<number>();
    this.#wanted.set(section, numbers.add(number));
  }

  #keep(section: string, number: number, block: Uint8Array): void {
    const ofSection = this.#held.get(section) ?? new Map<number, Uint8Array>();
    this.#held.set(section, ofSection.set(number, block));
  }
}
