// Reads items of a section that `GroupedWriter` wrote, by number.
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { blockBytes, largestBlock } from './format.ts';
import type { GroupFence } from './grouped-writer.ts';
import type { SegmentBlocks } from './segment-blocks.ts';

/** Where a group lies. */
interface GroupPlace {
  readonly firstItem: number;
  readonly items: number;
  readonly rawBytes: number;
  readonly packedBytes: number;
  readonly offset: number;
}

/** Largest group a reader will inflate: the largest item and its length. */
const largestGroup = 65 * 1024 * 1024;

export class GroupedReader {
  readonly #blocks: SegmentBlocks;
  readonly #section: string;
  readonly #fences: readonly GroupFence[];
  readonly #items: number;

  constructor(blocks: SegmentBlocks, section: string, fences: readonly GroupFence[], items: number) {
    this.#blocks = blocks;
    this.#section = section;
    this.#fences = fences;
    this.#items = items;
  }

  /** The items in the order asked for. Throws `search.block-damaged`. */
  async read(items: readonly number[]): Promise<Uint8Array[]> {
    const numbers = [...new Set(items.map((item) => this.#blockOf(item)))];
    const blocks = await this.#blocks.read(this.#section, numbers);
    const groups = new Map<string, Promise<Uint8Array[]>>();
    const reading = items.map(async (item) => {
      const number = this.#blockOf(item);
      const block = blocks[numbers.indexOf(number)] as Uint8Array;
      const group = this.#findGroup(block, number, item);
      const key = `${number}.${group.offset}`;
      const opened = groups.get(key) ?? this.#open(block, number, group);
      groups.set(key, opened);
      return (await opened)[item - group.firstItem] as Uint8Array;
    });
    return Promise.all(reading);
  }

  #fenceOf(item: number): GroupFence {
    let low = 0;
    let high = this.#fences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#fences[middle] as GroupFence).firstItem <= item) low = middle;
      else high = middle - 1;
    }
    const fence = this.#fences[low];
    if (fence === undefined || item >= this.#items) throw blockDamaged(this.#blocks.place(this.#section, 0));
    return fence;
  }

  #blockOf(item: number): number {
    return this.#fenceOf(item).block;
  }

  #findGroup(bytes: Uint8Array, block: number, item: number): GroupPlace {
    const place = this.#blocks.place(this.#section, block);
    const reader = new ByteReader(bytes, place);
    const count = reader.bounded(largestBlock);
    let firstItem = this.#fenceOf(item).firstItem;
    let offset = 0;
    let found: GroupPlace | null = null;
    for (let at = 0; at < count; at++) {
      const items = reader.varint();
      const rawBytes = reader.bounded(largestGroup);
      const packedBytes = reader.bounded(largestGroup);
      if (item >= firstItem && item < firstItem + items) {
        found = { firstItem, items, rawBytes, packedBytes, offset };
      }
      firstItem += items;
      offset += packedBytes;
    }
    if (found === null) throw blockDamaged(place);
    return { ...found, offset: reader.at + found.offset };
  }

  /** Inflates a group and cuts it into its items. */
  async #open(bytes: Uint8Array, block: number, group: GroupPlace): Promise<Uint8Array[]> {
    const place = this.#blocks.place(this.#section, block);
    const key = `${place.segment}/${place.section}/${block}/${group.offset}`;
    let raw = this.#blocks.cache.get(key);
    if (raw === undefined) {
      const packed = await this.#packedBytes(bytes, block, group);
      raw = await this.#blocks.inflate(packed, group.rawBytes, place);
      this.#blocks.cache.set(key, raw);
    }
    return cutItems(raw, group.items, place);
  }

  /** The compressed bytes of a group, with the blocks it goes on in. */
  async #packedBytes(bytes: Uint8Array, block: number, group: GroupPlace): Promise<Uint8Array> {
    const place = this.#blocks.place(this.#section, block);
    const end = group.offset + group.packedBytes;
    if (end <= bytes.length) return bytes.subarray(group.offset, end);
    const more = Math.ceil((end - bytes.length) / blockBytes);
    if (more > this.#blocks.count(this.#section)) throw blockDamaged(place);
    const numbers = Array.from({ length: more }, (_, at) => block + 1 + at);
    const rest = await this.#blocks.read(this.#section, numbers);
    const packed = new Uint8Array(group.packedBytes);
    let at = 0;
    for (const part of [bytes.subarray(group.offset), ...rest]) {
      if (at + part.length > packed.length) throw blockDamaged(place);
      packed.set(part, at);
      at += part.length;
    }
    if (at !== packed.length) throw blockDamaged(place);
    return packed;
  }
}

function cutItems(raw: Uint8Array, count: number, place: BlockPlace): Uint8Array[] {
  const reader = new ByteReader(raw, place);
  if (count > raw.length) throw blockDamaged(place);
  const lengths: number[] = [];
  for (let at = 0; at < count; at++) lengths.push(reader.varint());
  const items = lengths.map((length) => reader.run(length));
  if (!reader.isAtEnd) throw blockDamaged(place);
  return items;
}
