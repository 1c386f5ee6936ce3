// Cursors with places over several keys: spellings that stand for one another, and all keys with one beginning.
import { ChunkDecoder, type Places } from './chunk-decoder.ts';
import { ArrayCursor, type DocCursor, wait } from './doc-cursor.ts';
import { ListCursor, type PlacedCursor } from './list-cursor.ts';
import { anyOf } from './many-cursors.ts';
import type { ReadWindow } from './read-window.ts';
import type { TermBlock } from './term-block.ts';
import type { TermSection } from './term-section.ts';

/** Records in which any of several keys stands, with the places of all of them. */
export class PlacedOrCursor implements PlacedCursor {
  readonly #cursors: readonly PlacedCursor[];
  readonly #any: DocCursor;

  constructor(cursors: readonly PlacedCursor[]) {
    this.#cursors = cursors;
    this.#any = anyOf(cursors);
  }

  get doc(): number {
    return this.#any.doc;
  }

  estimate(): number {
    return this.#any.estimate();
  }

  prefetch(target: number): void {
    this.#any.prefetch(target);
  }

  advance(target: number): number {
    return this.#any.advance(target);
  }

  lonePlace(): number {
    let lone = -1;
    for (const cursor of this.#cursors) {
      if (cursor.doc !== this.doc) continue;
      const place = cursor.lonePlace();
      if (place < 0 || (lone >= 0 && lone !== place)) return -1;
      lone = place;
    }
    return lone;
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

/** Up to so many keys are walked side by side; of more, whose lists are short, all records are gathered first. */
const mostSideBySide = 64;

/**
 * Records that hold a key with a given beginning and a given last unit (its field). The blocks of all such keys are
 * read at the first step: there are few, since frequent beginnings are terms of their own.
 */
export class PrefixCursor implements PlacedCursor {
  readonly #section: TermSection;
  readonly #window: ReadWindow;
  readonly #prefix: string;
  readonly #field: string;
  #keys: PlacedCursor | null = null;

  constructor(section: TermSection, window: ReadWindow, prefix: string, field: string) {
    this.#section = section;
    this.#window = window;
    this.#prefix = prefix;
    this.#field = field;
  }

  get doc(): number {
    return this.#keys?.doc ?? -1;
  }

  estimate(): number {
    if (this.#keys !== null) return this.#keys.estimate();
    const [from, to] = this.#section.blocksOfPrefix(this.#prefix);
    return (to - from) * 2000;
  }

  prefetch(): void {
    this.#blocks();
  }

  advance(target: number): number {
    this.#keys ??= this.#open();
    return this.#keys === null ? wait : this.#keys.advance(target);
  }

  places(): ReturnType<PlacedCursor['places']> {
    return (this.#keys as PlacedCursor).places();
  }

  lonePlace(): number {
    return (this.#keys as PlacedCursor).lonePlace();
  }

  #open(): PlacedCursor | null {
    const blocks = this.#blocks();
    if (blocks === null) return null;
    const keys = new Set(blocks.flatMap((block) => keysWithin(block, this.#prefix, this.#field)));
    if (keys.size > mostSideBySide) return gather(blocks, keys, this.#section.records);
    return new PlacedOrCursor([...keys].map((key) => new ListCursor(this.#section, this.#window, key)));
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
}

/** All records of some keys, with their places. */
function gather(blocks: readonly TermBlock[], keys: Iterable<string>, records: number): GatheredCursor {
  const placesOf = new Map<number, number[]>();
  const unplaced = new Set<number>();
  const decoder = new ChunkDecoder();
  for (const key of keys) {
    for (const block of blocks) {
      const chunks = block.chunksOf(key);
      for (let chunk = 0; chunk < chunks.firstDocs.length; chunk++) {
        block.decode(chunks, chunk, decoder, records);
        addChunk(decoder, chunks.hasPlaces, placesOf, unplaced);
      }
    }
  }
  return new GatheredCursor(placesOf, unplaced);
}

function addChunk(
  decoder: ChunkDecoder,
  hasPlaces: boolean,
  placesOf: Map<number, number[]>,
  unplaced: Set<number>,
): void {
  const held: Places = { positions: new Uint32Array(0), from: 0, to: 0 };
  for (const [at, doc] of decoder.docs().entries()) {
    const places = placesOf.get(doc) ?? [];
    placesOf.set(doc, places);
    decoder.placesOf(at, held);
    if (held.from === held.to || !hasPlaces) unplaced.add(doc);
    for (let place = held.from; place < held.to; place++) places.push(held.positions[place] as number);
  }
}

/** Records and their places in arrays. */
class GatheredCursor extends ArrayCursor implements PlacedCursor {
  readonly #starts: Uint32Array;
  readonly #positions: Uint32Array;

  constructor(placesOf: ReadonlyMap<number, readonly number[]>, unplaced: ReadonlySet<number>) {
    const docs = Uint32Array.from(placesOf.keys()).sort();
    super(docs);
    const positions: number[] = [];
    this.#starts = new Uint32Array(docs.length + 1);
    docs.forEach((doc, at) => {
      this.#starts[at] = positions.length;
      if (!unplaced.has(doc))
        positions.push(...new Set([...(placesOf.get(doc) ?? [])].sort((a, b) => a - b)));
    });
    this.#starts[docs.length] = positions.length;
    this.#positions = Uint32Array.from(positions);
  }

  lonePlace(): number {
    const from = this.#starts[this.at] as number;
    return (this.#starts[this.at + 1] as number) - from === 1 ? (this.#positions[from] as number) : -1;
  }

  places(): ReturnType<PlacedCursor['places']> {
    return {
      positions: this.#positions,
      from: this.#starts[this.at] as number,
      to: this.#starts[this.at + 1] as number,
    };
  }
}

/** The keys of a block with this beginning and this last unit. */
function keysWithin(block: TermBlock, prefix: string, field: string): string[] {
  const keys = new Set<string>();
  block.walk(prefix, ({ key }) => {
    if (key.startsWith(prefix)) {
      if (key.endsWith(field)) keys.add(key);
      return true;
    }
    return key < prefix;
  });
  return [...keys];
}
