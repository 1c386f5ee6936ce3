// Reads one fixed-width column: block by block, or from memory once all of it is kept there.
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { type ColumnPlace, rowsPerBlock } from './column-writer.ts';
import { sections } from './format.ts';
import { isSameOrder } from './raw-arrays.ts';
import type { SegmentBlocks } from './segment-blocks.ts';

/** Blocks read at once while a column is loaded: some milliseconds, which a question that comes meanwhile may wait. */
const loadedAtOnce = 40;

/** Where an ordinal's value lies. */
export interface ColumnSlot {
  /** Number of the block within the section. */
  readonly block: number;
  readonly firstOrdinal: number;
}

export class ColumnReader {
  /** Bytes of one value. */
  readonly width: number;
  readonly #blocks: SegmentBlocks;
  readonly #firstBlock: number;
  readonly #records: number;
  #all: Values | null = null;
  #loading: { readonly values: Values; next: number } | null = null;

  constructor(blocks: SegmentBlocks, { width, firstBlock }: ColumnPlace, records: number) {
    this.width = width;
    this.#blocks = blocks;
    this.#firstBlock = firstBlock;
    this.#records = records;
  }

  /** What the column takes in memory as a whole. */
  get wholeBytes(): number {
    return this.#records * (this.width === 3 ? 4 : this.width);
  }

  /** The block that holds an ordinal's value. */
  slotOf(ordinal: number): ColumnSlot {
    const rows = rowsPerBlock(this.width);
    const number = Math.floor(ordinal / rows);
    return { block: this.#firstBlock + number, firstOrdinal: number * rows };
  }

  /** The value of a row of a block. Throws `search.block-damaged` when the block ends before it. */
  valueIn(block: Uint8Array, row: number, place: BlockPlace): number {
    const from = row * this.width;
    if (from + this.width > block.length) throw blockDamaged(place);
    return numberAt(block, from, this.width);
  }

  /** The values of all records, once they are in memory. */
  get whole(): ArrayLike<number> | null {
    return this.#all;
  }

  /** The values of ordinals in ascending order. */
  async read(ordinals: Uint32Array): Promise<Uint32Array> {
    const values = new Uint32Array(ordinals.length);
    if (this.#all !== null) {
      for (let at = 0; at < ordinals.length; at++) values[at] = this.#all[ordinals[at] as number] as number;
      return values;
    }
    const numbers = this.#blocksOf(ordinals);
    const blocks = await this.#blocks.read(sections.values, numbers);
    const rows = rowsPerBlock(this.width);
    let at = 0;
    for (const [index, number] of numbers.entries()) {
      const first = (number - this.#firstBlock) * rows;
      const bytes = blocks[index] as Uint8Array;
      const place = this.#blocks.place(sections.values, number);
      for (; at < ordinals.length && (ordinals[at] as number) < first + rows; at++) {
        values[at] = this.valueIn(bytes, (ordinals[at] as number) - first, place);
      }
    }
    return values;
  }

  #blocksOf(ordinals: Uint32Array): number[] {
    const rows = rowsPerBlock(this.width);
    const numbers: number[] = [];
    let until = 0;
    for (let at = 0; at < ordinals.length; at++) {
      if ((ordinals[at] as number) < until) continue;
      const number = Math.floor((ordinals[at] as number) / rows);
      until = (number + 1) * rows;
      numbers.push(this.#firstBlock + number);
    }
    return numbers;
  }

  /** Takes the next part of the column into memory; false when all of it is there. Not to be called again meanwhile. */
  async loadPart(): Promise<boolean> {
    if (this.#all !== null) return false;
    const rows = rowsPerBlock(this.width);
    this.#loading ??= { values: arrayFor(this.width, this.#records), next: 0 };
    const { values, next } = this.#loading;
    const to = Math.min(next + loadedAtOnce, Math.ceil(this.#records / rows));
    const numbers = Array.from({ length: to - next }, (_, at) => this.#firstBlock + next + at);
    const blocks = await this.#blocks.readPassing(sections.values, numbers);
    for (const [at, block] of blocks.entries()) {
      const first = (next + at) * rows;
      const length = Math.min(rows, this.#records - first);
      if (block.length !== length * this.width)
        throw blockDamaged(this.#blocks.place(sections.values, numbers[at] as number));
      copyValues(block, this.width, values, first);
    }
    this.#loading.next = to;
    if (to * rows < this.#records) return true;
    this.#all = values;
    this.#loading = null;
    return false;
  }
}

/** Values of a block into a longer row of them. */
function copyValues(block: Uint8Array, width: number, into: Values, first: number): void {
  if (width === 1 || (width === 2 && isSameOrder && block.byteOffset % 2 === 0)) {
    into.set(width === 1 ? block : new Uint16Array(block.buffer, block.byteOffset, block.length / 2), first);
    return;
  }
  for (let from = 0, at = first; from < block.length; from += width, at++) {
    into[at] = numberAt(block, from, width);
  }
}

/** A number of some bytes, lowest first. */
function numberAt(bytes: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (bytes[from + byte] as number);
  return value;
}

type Values = Uint8Array | Uint16Array | Uint32Array;

function arrayFor(width: number, records: number): Values {
  if (width === 1) return new Uint8Array(records);
  return width === 2 ? new Uint16Array(records) : new Uint32Array(records);
}
