// Holds the postings of a segment under construction in few large pages, however many terms there are.
import type { PostingList } from './posting-encoding.ts';
import { TermTable } from './term-table.ts';

const pageBits = 18;
const pageBytes = 1 << pageBits;
/** Sizes of a term's slices: rare terms stay small, frequent ones move in large steps. The last repeats. */
const sliceSizes = [12, 24, 48, 128, 512, 2048, 8192];
/** Each slice ends with the address of the next. */
const linkBytes = 4;

/**
 * Each term owns a chain of slices holding varints: the gap from the record before (0 in the same record), and,
 * where places are kept, the gap from the place before in the same record (the first counted from -1).
 */
export class PostingArena {
  readonly #terms = new TermTable();
  readonly #hasPlaces: boolean;
  readonly #pages: Uint8Array[] = [];
  #free = 0;
  #head = new Uint32Array(1024);
  #tail = new Uint32Array(1024);
  #sliceEnd = new Uint32Array(1024);
  #level = new Uint8Array(1024);
  /** The last record of each term plus one. */
  #lastDoc = new Uint32Array(1024);
  #lastPlace = new Int32Array(1024);
  /** Records and places of each term. */
  #docs = new Uint32Array(1024);
  #places = new Uint32Array(1024);
  #sorted: Uint32Array | null = null;

  constructor(options: { readonly hasPlaces: boolean }) {
    this.#hasPlaces = options.hasPlaces;
  }

  /**
   * Adds a posting. Records come in ascending order, and the places of a term within a record too. Without
   * places a record counts once, however often it is added.
   */
  add(key: string, doc: number, place = 0): void {
    const term = this.#terms.numberOf(key);
    if (this.#terms.size > this.#head.length) this.#growTerms();
    if (this.#docs[term] === 0) {
      this.#head[term] = this.#takeSlice(term);
      this.#tail[term] = this.#head[term] as number;
    }
    const isSame = this.#lastDoc[term] === doc + 1;
    if (isSame && !this.#hasPlaces) return;
    this.#writeVarint(term, doc + 1 - (this.#lastDoc[term] as number));
    if (!isSame) {
      this.#docs[term] = (this.#docs[term] as number) + 1;
      this.#lastDoc[term] = doc + 1;
      this.#lastPlace[term] = -1;
    }
    if (!this.#hasPlaces) return;
    this.#writeVarint(term, place - (this.#lastPlace[term] as number));
    this.#lastPlace[term] = place;
    this.#places[term] = (this.#places[term] as number) + 1;
  }

  /** Numbers of all terms in the order of their units. */
  sorted(): Uint32Array {
    if (this.#sorted?.length !== this.#terms.size) this.#sorted = this.#terms.sorted();
    return this.#sorted;
  }

  term(number: number): string {
    return this.#terms.term(number);
  }

  /** How many records a term has. */
  docCount(number: number): number {
    return this.#docs[number] as number;
  }

  docCountOf(key: string): number {
    const number = this.#terms.find(key);
    return number < 0 ? 0 : this.docCount(number);
  }

  /** The list of a term. */
  list(term: number): PostingList {
    const count = this.#docs[term] as number;
    const docs = new Uint32Array(count);
    const starts = new Uint32Array(this.#hasPlaces ? count + 1 : 0);
    const positions = new Uint32Array(this.#hasPlaces ? (this.#places[term] as number) : 0);
    const cursor = new ArenaCursor(this.#pages, this.#head[term] as number, this.#tail[term] as number);
    let doc = -1;
    let at = -1;
    let place = -1;
    let length = 0;
    while (!cursor.isAtEnd) {
      const gap = cursor.varint();
      if (gap > 0) {
        doc += gap;
        docs[++at] = doc;
        place = -1;
        if (this.#hasPlaces) starts[at] = length;
      }
      if (!this.#hasPlaces) continue;
      place += cursor.varint();
      positions[length++] = place;
    }
    if (!this.#hasPlaces) return { docs, places: null, length: count };
    starts[count] = length;
    return { docs, places: { starts, positions }, length: count };
  }

  #writeVarint(term: number, value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#writeByte(term, (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#writeByte(term, rest);
  }

  #writeByte(term: number, byte: number): void {
    let at = this.#tail[term] as number;
    if (at === this.#sliceEnd[term]) {
      const next = this.#takeSlice(term);
      writeAddress(this.#pages, at, next);
      at = next;
    }
    (this.#pages[at >>> pageBits] as Uint8Array)[at & (pageBytes - 1)] = byte;
    this.#tail[term] = at + 1;
  }

  /** Room for the next slice of a term; slices never cross a page. */
  #takeSlice(term: number): number {
    const level = this.#level[term] as number;
    const size = sliceSizes[level] as number;
    if (level < sliceSizes.length - 1) this.#level[term] = level + 1;
    if ((this.#free & (pageBytes - 1)) + size > pageBytes || this.#free >>> pageBits >= this.#pages.length) {
      this.#free = this.#pages.length * pageBytes;
      this.#pages.push(new Uint8Array(pageBytes));
    }
    const at = this.#free;
    this.#free += size;
    this.#sliceEnd[term] = at + size - linkBytes;
    return at;
  }

  #growTerms(): void {
    const size = this.#head.length * 2;
    this.#head = copied(new Uint32Array(size), this.#head);
    this.#tail = copied(new Uint32Array(size), this.#tail);
    this.#sliceEnd = copied(new Uint32Array(size), this.#sliceEnd);
    this.#level = copied(new Uint8Array(size), this.#level);
    this.#lastDoc = copied(new Uint32Array(size), this.#lastDoc);
    this.#lastPlace = copied(new Int32Array(size), this.#lastPlace);
    this.#docs = copied(new Uint32Array(size), this.#docs);
    this.#places = copied(new Uint32Array(size), this.#places);
  }
}

function copied<T extends Uint32Array | Uint8Array | Int32Array>(into: T, from: T): T {
  into.set(from);
  return into;
}

function writeAddress(pages: readonly Uint8Array[], at: number, address: number): void {
  const page = pages[at >>> pageBits] as Uint8Array;
  const from = at & (pageBytes - 1);
  page[from] = address >>> 24;
  page[from + 1] = (address >>> 16) & 0xff;
  page[from + 2] = (address >>> 8) & 0xff;
  page[from + 3] = address & 0xff;
}

/** Walks the slices of one term. */
class ArenaCursor {
  readonly #pages: readonly Uint8Array[];
  readonly #tail: number;
  #level = 0;
  #at: number;
  #sliceEnd: number;

  constructor(pages: readonly Uint8Array[], head: number, tail: number) {
    this.#pages = pages;
    this.#tail = tail;
    this.#at = head;
    this.#sliceEnd = head + (sliceSizes[0] as number) - linkBytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tail;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  #byte(): number {
    if (this.#at === this.#sliceEnd) this.#follow();
    const at = this.#at++;
    return (this.#pages[at >>> pageBits] as Uint8Array)[at & (pageBytes - 1)] as number;
  }

  #follow(): void {
    const page = this.#pages[this.#at >>> pageBits] as Uint8Array;
    const from = this.#at & (pageBytes - 1);
    const [a, b, c, d] = page.subarray(from, from + linkBytes) as unknown as [number, number, number, number];
    this.#at = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
    this.#level = Math.min(this.#level + 1, sliceSizes.length - 1);
    this.#sliceEnd = this.#at + (sliceSizes[this.#level] as number) - linkBytes;
  }
}
