// The blocks of one segment, through the cache, with their numbers and sizes checked.
import { AppError } from '../errors/app-error.ts';
import type { BlockCache } from './block-cache.ts';
import { openBlock } from './block-seal.ts';
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { ChunkDecoder } from './chunk-decoder.ts';
import { largestBlock } from './format.ts';
import { FoundList } from './found-list.ts';
import type { Reused } from './reused.ts';
import type { BlockReader, SegmentHeader } from './types.ts';

/** Raw inflate (RFC 1951) of one group. */
export type Expand = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Kept for the next question: what most of them take. */
const mostDecoders = 64;
const mostFoundLists = 4;

/** Reads a segment's blocks by section and number. */
export class SegmentBlocks {
  readonly header: SegmentHeader;
  readonly cache: BlockCache;
  readonly #reader: BlockReader;
  readonly #inflate: Expand;
  /** For the cursors of a question. */
  readonly decoders: Reused<ChunkDecoder>;
  /** For what a question finds. */
  readonly foundLists: Reused<FoundList>;

  constructor(header: SegmentHeader, reader: BlockReader, cache: BlockCache, inflate: Expand) {
    this.header = header;
    this.cache = cache;
    this.#reader = reader;
    this.#inflate = inflate;
    this.decoders = cache.reuse(
      () => new ChunkDecoder(),
      mostDecoders,
      (decoder) => decoder.letGo(),
    );
    this.foundLists = cache.reuse(
      () => new FoundList(),
      mostFoundLists,
      (found) => found.empty(),
    );
  }

  place(section: string, block: number): BlockPlace {
    return { segment: this.header.id, section, block };
  }

  count(section: string): number {
    return this.header.sections[section] ?? 0;
  }

  /** A block that is in memory, else undefined. */
  cached(section: string, block: number): Uint8Array | undefined {
    return this.cache.get(this.#key(section, block));
  }

  /** The blocks in the order asked for. Throws `search.block-damaged` for one that cannot be. */
  async read(section: string, blocks: readonly number[]): Promise<Uint8Array[]> {
    const count = this.count(section);
    const found = blocks.map((block) => {
      if (block >= count) throw blockDamaged(this.place(section, block));
      return this.cached(section, block);
    });
    const missing = blocks.filter((_, at) => found[at] === undefined);
    if (missing.length === 0) return found as Uint8Array[];
    const { take } = this.cache;
    const fetched = await this.cache.using(this.#reader.read(this.header.id, section, missing, take));
    let next = 0;
    return blocks.map((block, at) => found[at] ?? this.#accept(section, block, fetched[next++]));
  }

  /** Blocks that are read once and not kept. Throws `search.block-damaged`. */
  async readPassing(section: string, numbers: readonly number[]): Promise<Uint8Array[]> {
    const sealed = await this.#reader.read(this.header.id, section, numbers);
    return numbers.map((block, at) => this.#open(section, block, sealed[at]));
  }

  /** A whole section, or some of its blocks in a row, as one run of bytes; it is not kept. */
  async readAll(section: string, first = 0, count = this.count(section)): Promise<Uint8Array> {
    if (first + count > this.count(section)) throw blockDamaged(this.place(section, first));
    if (count === 0) return new Uint8Array(0);
    const numbers = Array.from({ length: count }, (_, at) => first + at);
    const blocks = await this.readPassing(section, numbers);
    const whole = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
    let at = 0;
    for (const block of blocks) {
      whole.set(block, at);
      at += block.length;
    }
    return whole;
  }

  /** What is deflated in a section, or in some of its blocks, after its length (4 bytes): at most `largest`. */
  async readPacked(section: string, largest: number, first?: number, count?: number): Promise<Uint8Array> {
    const place = this.place(section, first ?? 0);
    const bytes = await this.readAll(section, first, count);
    if (bytes.length < 4) throw blockDamaged(place);
    const rawBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    if (rawBytes > largest) throw blockDamaged(place);
    return this.inflate(bytes.subarray(4), rawBytes, place);
  }

  /** Inflates what must come out at exactly `rawBytes`. */
  async inflate(packed: Uint8Array, rawBytes: number, place: BlockPlace): Promise<Uint8Array> {
    let raw: Uint8Array;
    try {
      raw = await this.cache.using(this.#inflate(packed));
    } catch (cause) {
      throw cause instanceof AppError ? cause : blockDamaged(place, cause);
    }
    if (raw.length !== rawBytes) throw blockDamaged(place);
    return raw;
  }

  #accept(section: string, block: number, sealed: Uint8Array | undefined): Uint8Array {
    const bytes = this.#open(section, block, sealed);
    this.cache.set(this.#key(section, block), bytes);
    return bytes;
  }

  #open(section: string, block: number, sealed: Uint8Array | undefined): Uint8Array {
    const place = this.place(section, block);
    if (sealed === undefined || sealed.length > largestBlock) throw blockDamaged(place);
    return openBlock(sealed, place, this.header.formatVersion);
  }

  #key(section: string, block: number): string {
    return `${this.header.id}/${section}/${block}`;
  }
}
