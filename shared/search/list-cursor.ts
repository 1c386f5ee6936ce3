// Walks over the list of one key, decoding only the chunks it lands in.

import type { ChunkDecoder, Places } from './chunk-decoder.ts';
import { type DocCursor, end, wait } from './doc-cursor.ts';
import { lastNotAbove } from './last-not-above.ts';
import type { ReadWindow } from './read-window.ts';
import type { KeyChunks, TermBlock } from './term-block.ts';
import type { TermSection } from './term-section.ts';

/** A cursor that also tells where in its record the term stands. */
export interface PlacedCursor extends DocCursor {
  /**
   * The places in the record it stands at, until it is asked again. None at all means there are too many to keep,
   * and every place counts.
   */
  places(): Readonly<Places>;
  /** Its place there when it has just one, else -1. */
  lonePlace(): number;
}

const noPlaces = new Uint32Array(0);

/** Blocks read ahead of a walk that goes from block to block, at most. */
const mostAhead = 8;
/** How many records a block holds about, for lists whose beginning is not read yet. */
const recordsInBlock = 20_000;

export class ListCursor implements PlacedCursor {
  doc = -1;
  readonly #section: TermSection;
  readonly #window: ReadWindow;
  readonly #key: string;
  readonly #from: number;
  readonly #to: number;
  /** Most lists a query is tried against have no record for it. */
  #decoder: ChunkDecoder | null = null;
  #block = -1;
  #open: TermBlock | null = null;
  #chunks: KeyChunks | null = null;
  #chunk = -1;
  /** The last record of the decoded chunk. */
  #lastDoc = -1;
  readonly #places: Places = { positions: noPlaces, from: 0, to: 0 };
  #ahead = 1;

  constructor(section: TermSection, window: ReadWindow, key: string) {
    this.#section = section;
    this.#window = window;
    this.#key = key;
    [this.#from, this.#to] = section.blocksOf(key);
  }

  atLeast(): number {
    if (this.#to <= this.#from || this.doc === end) return 0;
    return this.#window.termBlock(this.#section.name, this.#from)?.chunksOf(this.#key).total ?? 0;
  }

  estimate(): number {
    if (this.#to <= this.#from) return 0;
    if (this.doc === end) return 0;
    const first = this.#window.termBlock(this.#section.name, this.#from);
    if (first === null) return (this.#to - this.#from) * recordsInBlock;
    const { total, counts } = first.chunksOf(this.#key);
    if (total !== null) return total;
    return counts.reduce((sum, count) => sum + count, 0) + (this.#to - this.#from - 1) * recordsInBlock;
  }

  prefetch(target: number): void {
    if (this.doc >= target || this.#from >= this.#to) return;
    const block = this.#blockFor(target);
    this.#window.termBlock(this.#section.name, block);
    // The list may only begin in the next block.
    if (block === this.#from && block + 1 < this.#to) this.#window.termBlock(this.#section.name, block + 1);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    if (target <= this.#lastDoc) return this.#advanceInChunk(target);
    let wanted = target;
    for (let block = this.#blockFor(wanted); block < this.#to; block++) {
      if (block !== this.#block && !this.#enter(block)) return wait;
      const found = this.#advanceInBlock(wanted);
      if (found !== end) return found;
      if (block + 1 < this.#to) wanted = Math.max(wanted, this.#section.firstDocs[block + 1] as number);
    }
    this.doc = end;
    return end;
  }

  /** The last block that may hold `target`, from where the walk is. */
  #blockFor(target: number): number {
    return lastNotAbove(this.#section.firstDocs, target, Math.max(this.#block, this.#from), this.#to - 1);
  }

  #enter(block: number): boolean {
    const open = this.#window.termBlock(this.#section.name, block);
    if (open === null) {
      for (let next = block + 1; next < Math.min(this.#to, block + this.#ahead); next++) {
        this.#window.termBlock(this.#section.name, next);
      }
      this.#ahead = Math.min(mostAhead, this.#ahead * 2);
      return false;
    }
    this.#block = block;
    this.#open = open;
    this.#chunks = open.chunksOf(this.#key);
    this.#chunk = -1;
    return true;
  }

  #advanceInBlock(target: number): number {
    const { firstDocs } = this.#chunks as KeyChunks;
    if (firstDocs.length === 0) return end;
    let chunk = Math.max(0, this.#chunk);
    while (chunk + 1 < firstDocs.length && (firstDocs[chunk + 1] as number) <= target) chunk++;
    for (; chunk < firstDocs.length; chunk++) {
      if (chunk !== this.#chunk) this.#decode(chunk);
      if (target <= this.#lastDoc) return this.#advanceInChunk(target);
    }
    return end;
  }

  /** Steps within the decoded chunk, which has a record not below `target`. */
  #advanceInChunk(target: number): number {
    this.doc = (this.#decoder as ChunkDecoder).seek(target);
    return this.doc;
  }

  #decode(chunk: number): void {
    this.#decoder ??= this.#window.decoder();
    (this.#open as TermBlock).decode(this.#chunks as KeyChunks, chunk, this.#decoder, this.#section.records);
    this.#chunk = chunk;
    this.#lastDoc = this.#decoder.lastDoc;
  }

  lonePlace(): number {
    return (this.#decoder as ChunkDecoder).lonePlace();
  }

  places(): Places {
    (this.#decoder as ChunkDecoder).places(this.#places);
    return this.#places;
  }
}
