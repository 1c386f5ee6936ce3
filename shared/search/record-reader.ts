// Reads single records of a segment by ordinal.

import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { sections } from './format.ts';
import { lastNotAbove } from './last-not-above.ts';
import { readName } from './packed-names.ts';
import type { SegmentBlocks } from './segment-blocks.ts';
import { fromRecordText, type StoredRecord } from './stored-record.ts';
import type { SymbolTable } from './symbol-table.ts';

/** The first block of every stretch of records, and its first record. */
export interface RecordFences {
  readonly blocks: Uint32Array;
  readonly firstRecords: Uint32Array;
}

const largestWhole = 20 * 1024 * 1024;

export class RecordReader {
  readonly #blocks: SegmentBlocks;
  readonly #fences: RecordFences;
  readonly #records: number;

  constructor(blocks: SegmentBlocks, fences: RecordFences, records: number) {
    this.#blocks = blocks;
    this.#fences = fences;
    this.#records = records;
  }

  /** The records in the order asked for, all blocks read at once. Throws `search.block-damaged`. */
  async read(ordinals: readonly number[], table: Promise<SymbolTable>): Promise<StoredRecord[]> {
    const stretches = ordinals.map((ordinal) => this.#stretchOf(ordinal));
    const distinct = [...new Set(stretches)].sort((a, b) => a - b);
    const [first, symbols] = await Promise.all([
      this.#blocks.read(
        sections.records,
        distinct.map((stretch) => this.#fences.blocks[stretch] as number),
      ),
      table,
    ]);
    const whole = new Map<number, Uint8Array>();
    for (const [at, stretch] of distinct.entries()) {
      whole.set(stretch, await this.#wholeOf(stretch, first[at] as Uint8Array));
    }
    return ordinals.map((ordinal, at) => {
      const stretch = stretches[at] as number;
      return this.#decode(whole.get(stretch) as Uint8Array, stretch, ordinal, symbols);
    });
  }

  #place(stretch: number): BlockPlace {
    return this.#blocks.place(sections.records, this.#fences.blocks[stretch] ?? 0);
  }

  #stretchOf(ordinal: number): number {
    const { firstRecords } = this.#fences;
    if (ordinal >= this.#records || firstRecords.length === 0) throw blockDamaged(this.#place(0));
    return lastNotAbove(firstRecords, ordinal);
  }

  /** The bytes of a stretch, with the blocks it goes on in. */
  async #wholeOf(stretch: number, first: Uint8Array): Promise<Uint8Array> {
    const place = this.#place(stretch);
    const reader = new ByteReader(first, place);
    const bytes = reader.bounded(largestWhole);
    const begun = first.subarray(reader.at);
    if (begun.length >= bytes) {
      if (begun.length > bytes) throw blockDamaged(place);
      return begun;
    }
    const block = this.#fences.blocks[stretch] as number;
    const next = this.#fences.blocks[stretch + 1] ?? this.#blocks.count(sections.records);
    const numbers = Array.from({ length: next - block - 1 }, (_, at) => block + 1 + at);
    const rest = await this.#blocks.read(sections.records, numbers);
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const part of [begun, ...rest]) {
      if (at + part.length > bytes) throw blockDamaged(place);
      whole.set(part, at);
      at += part.length;
    }
    if (at !== bytes) throw blockDamaged(place);
    return whole;
  }

  #decode(whole: Uint8Array, stretch: number, ordinal: number, symbols: SymbolTable): StoredRecord {
    const place = this.#place(stretch);
    const reader = new ByteReader(whole, place);
    const count = reader.bounded(whole.length);
    const wanted = ordinal - (this.#fences.firstRecords[stretch] as number);
    let from = 0;
    let length = 0;
    let total = 0;
    for (let at = 0; at < count; at++) {
      const bytes = reader.bounded(whole.length);
      if (at === wanted) [from, length] = [total, bytes];
      total += bytes;
    }
    if (wanted >= count || total !== reader.end - reader.at) throw blockDamaged(place);
    const first = new ByteReader(whole, place, reader.at);
    if (first.varint() !== 0) throw blockDamaged(place);
    const firstId = readName(first);
    const at = new ByteReader(whole, place, reader.at + from, reader.at + from + length);
    const shared = at.bounded(firstId.length);
    const id = firstId.slice(0, shared) + readName(at);
    const code = readName(at);
    return fromRecordText({ id, code, text: symbols.decode(whole, at.at, at.end, place) }, place);
  }
}
