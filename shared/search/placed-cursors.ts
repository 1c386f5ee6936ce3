// Cursors with places over several keys: spellings that stand for one another, and all keys with one beginning.
import { ArrayCursor, type DocCursor, end, wait } from './doc-cursor.ts';
import type { PlacedCursor } from './list-cursor.ts';
import { ChunkDecoder } from './posting-encoding.ts';
import type { ReadWindow } from './read-window.ts';
import type { KeyChunks, TermBlock } from './term-block.ts';
import type { TermSection } from './term-section.ts';

/** Records in which any of several keys stands, with the places of all of them. */
export class PlacedOrCursor implements PlacedCursor {
  doc = -1;
  readonly #cursors: readonly PlacedCursor[];

  constructor(cursors: readonly PlacedCursor[]) {
    this.#cursors = cursors;
  }

  estimate(): number {
    return this.#cursors.reduce((sum, cursor) => Math.min(end, sum + cursor.estimate()), 0);
  }

  prefetch(target: number): void {
    for (const cursor of this.#cursors) cursor.prefetch(target);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    let isWaiting = false;
    let next = end;
    for (const cursor of this.#cursors) {
      const found = cursor.advance(target);
      if (found === wait) isWaiting = true;
      else if (found < next) next = found;
    }
    if (isWaiting) return wait;
    this.doc = next;
    return next;
  }

  places(): ReturnType<PlacedCursor['places']> {
    const here = this.#cursors.filter((cursor) => cursor.doc === this.doc).map((cursor) => cursor.places());
    if (here.length === 1) return here[0] as ReturnType<PlacedCursor['places']>;
    const all = new Set<number>();
    for (const { positions, from, to } of here) {
      if (from === to) return { positions, from, to };
      for (let at = from; at < to; at++) all.add(positions[at] as number);
    }
    const positions = Uint32Array.from(all).sort();
    return { positions, from: 0, to: positions.length };
  }
}

/**
 * Records that hold a key with a given beginning and a given last unit (its field). All such keys are read at the
 * first step: there are few, or their lists are short, since frequent beginnings are terms of their own.
 */
export class PrefixCursor implements PlacedCursor {
  readonly #section: TermSection;
  readonly #window: ReadWindow;
  readonly #prefix: string;
  readonly #field: string;
  #docs: ArrayCursor | null = null;
  #starts = new Uint32Array(1);
  #positions = new Uint32Array(0);

  constructor(section: TermSection, window: ReadWindow, prefix: string, field: string) {
    this.#section = section;
    this.#window = window;
    this.#prefix = prefix;
    this.#field = field;
  }

  get doc(): number {
    return this.#docs?.doc ?? -1;
  }

  estimate(): number {
    if (this.#docs !== null) return this.#docs.estimate();
    const [from, to] = this.#section.blocksOfPrefix(this.#prefix);
    return (to - from) * 2000;
  }

  prefetch(): void {
    this.#blocks();
  }

  advance(target: number): number {
    if (this.#docs === null) {
      const blocks = this.#blocks();
      if (blocks === null) return wait;
      this.#gather(blocks);
    }
    return (this.#docs as unknown as DocCursor).advance(target);
  }

  places(): ReturnType<PlacedCursor['places']> {
    const at = (this.#docs as ArrayCursor).at;
    return {
      positions: this.#positions,
      from: this.#starts[at] as number,
      to: this.#starts[at + 1] as number,
    };
  }

  /** The blocks of all keys, or null when some have yet to be read. */
  #blocks(): TermBlock[] | null {
    const [from, to] = this.#section.blocksOfPrefix(this.#prefix);
    const blocks: TermBlock[] = [];
    for (let number = from; number < to; number++) {
      const block = this.#window.termBlock(this.#section.name, number);
      if (block !== null) blocks.push(block);
    }
    return blocks.length === to - from ? blocks : null;
  }

  #gather(blocks: readonly TermBlock[]): void {
    const found = new Map<number, number[]>();
    const unplaced = new Set<number>();
    const decoder = new ChunkDecoder();
    for (const block of blocks) {
      for (const key of keysWithin(block, this.#prefix, this.#field)) {
        this.#addAll(block, block.chunksOf(key), decoder, found, unplaced);
      }
    }
    const docs = Uint32Array.from(found.keys()).sort();
    const starts = new Uint32Array(docs.length + 1);
    const positions: number[] = [];
    docs.forEach((doc, at) => {
      starts[at] = positions.length;
      if (unplaced.has(doc)) return;
      const places = [...new Set(found.get(doc))].sort((a, b) => a - b);
      positions.push(...places);
    });
    starts[docs.length] = positions.length;
    this.#docs = new ArrayCursor(docs);
    this.#starts = starts;
    this.#positions = Uint32Array.from(positions);
  }

  #addAll(
    block: TermBlock,
    chunks: KeyChunks,
    decoder: ChunkDecoder,
    found: Map<number, number[]>,
    unplaced: Set<number>,
  ): void {
    for (let chunk = 0; chunk < chunks.firstDocs.length; chunk++) {
      block.decode(chunks, chunk, decoder, this.#section.records);
      if (chunks.hasPlaces) decoder.readPlaces();
      for (let at = 0; at < decoder.count; at++) {
        const doc = decoder.docs[at] as number;
        const places = found.get(doc) ?? [];
        found.set(doc, places);
        const [from, to] = [decoder.starts[at] as number, decoder.starts[at + 1] as number];
        if (from === to || !chunks.hasPlaces) unplaced.add(doc);
        for (let place = from; place < to; place++) places.push(decoder.positions[place] as number);
      }
    }
  }
}

/** The keys of a block with this beginning and this last unit. */
function keysWithin(block: TermBlock, prefix: string, field: string): Set<string> {
  const keys = new Set<string>();
  block.walk(prefix, ({ key }) => {
    if (key.startsWith(prefix)) {
      if (key.endsWith(field)) keys.add(key);
      return true;
    }
    return key < prefix;
  });
  return keys;
}
