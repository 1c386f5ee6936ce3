// Writes a section of numbered items, compressed in groups, several groups to a block.
import { AppError } from '../errors/app-error.ts';
import { ByteWriter } from './byte-writer.ts';
import { blockBytes } from './format.ts';
import type { BlockSink } from './types.ts';

export type Compress = (bytes: Uint8Array) => Promise<Uint8Array>;

/** How large a group grows before it is compressed. */
export interface GroupLimits {
  readonly items: number;
  readonly bytes: number;
}

/** A block that begins with a group, and the number of its first item. */
export interface GroupFence {
  readonly block: number;
  readonly firstItem: number;
}

interface PackedGroup {
  readonly items: number;
  readonly rawBytes: number;
  readonly packed: Uint8Array;
}

/** No item may be larger: it would have to be held whole to be read. */
const largestItem = 64 * 1024 * 1024;

/**
 * A block is `groups, then for each group (items, raw bytes, packed bytes), then the packed groups`. A group
 * is `for each item its length, then the items`, deflated. A group larger than a block stands alone and goes
 * on in blocks that hold nothing else.
 */
export class GroupedWriter {
  readonly fences: GroupFence[] = [];
  items = 0;
  readonly #sink: BlockSink;
  readonly #section: string;
  readonly #compress: Compress;
  readonly #limits: GroupLimits;
  #group: Uint8Array[] = [];
  #groupBytes = 0;
  #groups: PackedGroup[] = [];
  #packedBytes = 0;
  #firstItem = 0;
  /** The group that is being compressed while the next fills. */
  #pending: {
    readonly items: number;
    readonly rawBytes: number;
    readonly packing: Promise<Uint8Array>;
  } | null = null;

  constructor(sink: BlockSink, section: string, compress: Compress, limits: GroupLimits) {
    this.#sink = sink;
    this.#section = section;
    this.#compress = compress;
    this.#limits = limits;
  }

  /** Appends an item and returns its number. */
  async add(item: Uint8Array): Promise<number> {
    if (item.length > largestItem) {
      throw new AppError('search.record-too-large', { bytes: item.length, limit: largestItem });
    }
    const isFull =
      this.#group.length >= this.#limits.items || this.#groupBytes + item.length > this.#limits.bytes;
    if (this.#group.length > 0 && isFull) await this.#closeGroup();
    this.#group.push(item);
    this.#groupBytes += item.length;
    return this.items++;
  }

  async finish(): Promise<void> {
    await this.#closeGroup();
    await this.#takePending();
    await this.#closeBlock();
  }

  async #closeGroup(): Promise<void> {
    await this.#takePending();
    if (this.#group.length === 0) return;
    const raw = new ByteWriter();
    for (const item of this.#group) raw.varint(item.length);
    for (const item of this.#group) raw.bytes(item);
    const rawBytes = raw.length;
    const packing = this.#compress(raw.take());
    // Whoever takes it hears of it.
    packing.catch(() => {});
    this.#pending = { items: this.#group.length, rawBytes, packing };
    this.#group = [];
    this.#groupBytes = 0;
  }

  async #takePending(): Promise<void> {
    if (this.#pending === null) return;
    const { items, rawBytes, packing } = this.#pending;
    const packed = await packing;
    this.#pending = null;
    if (this.#groups.length > 0 && this.#packedBytes + packed.length > blockBytes) await this.#closeBlock();
    this.#groups.push({ items, rawBytes, packed });
    this.#packedBytes += packed.length + 12;
  }

  async #closeBlock(): Promise<void> {
    if (this.#groups.length === 0) return;
    const out = new ByteWriter();
    out.varint(this.#groups.length);
    let items = 0;
    for (const group of this.#groups) {
      out.varint(group.items);
      out.varint(group.rawBytes);
      out.varint(group.packed.length);
      items += group.items;
    }
    for (const group of this.#groups) out.bytes(group.packed);
    const bytes = out.take();
    const block = await this.#sink.write(this.#section, bytes.slice(0, blockBytes));
    for (let at = blockBytes; at < bytes.length; at += blockBytes) {
      await this.#sink.write(this.#section, bytes.slice(at, at + blockBytes));
    }
    this.fences.push({ block, firstItem: this.#firstItem });
    this.#firstItem += items;
    this.#groups = [];
    this.#packedBytes = 0;
  }
}
