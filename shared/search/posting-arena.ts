// Holds the postings of a segment under construction in few large pages, however many terms there are.
import { PostingBuilder, type PostingList } from './postings.ts';
import { TermNumbers } from './term-numbers.ts';

const pageBits = 18;
const pageBytes = 1 << pageBits;
/** Sizes of a term's slices: rare terms stay small, frequent ones move in large steps. The last repeats. */
const sliceSizes = [12, 24, 48, 128, 512, 2048, 8192];
/** Each slice ends with the address of the next. */
const linkBytes = 4;

/**
 * Each term owns a chain of slices holding varints: 0 begins a record and is followed by the gap from the
 * record before; any other number is the gap from the place before (the first counted from -1).
 */
export class PostingArena {
  readonly #terms = new TermNumbers();
  /** For each character of one unit, the last record it was met in, plus one. */
  readonly #metIn = new Uint32Array(65_536);
  readonly #scratch = new PostingBuilder();
  readonly #pages: Uint8Array[] = [];
  #free = 0;
  #head = new Uint32Array(1024);
  #tail = new Uint32Array(1024);
  #sliceEnd = new Uint32Array(1024);
  #level = new Uint8Array(1024);
  #lastDoc = new Uint32Array(1024);
  #lastPlace = new Int32Array(1024);

  /** Adds a place. Records come in ascending order, and the places of a term within a record too. */
  add(key: string, doc: number, place: number): void {
    let term = this.#terms.find(key);
    if (term < 0) {
      term = this.#addTerm(key);
      this.#startDoc(term, doc, doc);
    } else if (this.#lastDoc[term] !== doc) {
      this.#startDoc(term, doc, doc - (this.#lastDoc[term] as number));
    }
    this.#writeVarint(term, place - (this.#lastPlace[term] as number));
    this.#lastPlace[term] = place;
  }

  /** Adds the first place of a character in a record and no more. */
  addOnce(character: string, doc: number, place: number): void {
    if (character.length === 1) {
      const code = character.charCodeAt(0);
      if (this.#metIn[code] === doc + 1) return;
      this.#metIn[code] = doc + 1;
    } else if (this.#isMet(character, doc)) return;
    this.add(character, doc, place);
  }

  #isMet(key: string, doc: number): boolean {
    const term = this.#terms.find(key);
    return term >= 0 && this.#lastDoc[term] === doc;
  }

  /** All terms in the order of their UTF-16 units. */
  sortedTerms(): string[] {
    return this.#terms.sorted();
  }

  /** The list of a term, its records renumbered by `ordinals`. */
  postings(key: string, ordinals: Uint32Array): PostingList {
    const list = this.#scratch;
    list.reset();
    const term = this.#terms.find(key);
    if (term < 0) return list.finish();
    const cursor = new ArenaCursor(this.#pages, this.#head[term] as number, this.#tail[term] as number);
    let doc = 0;
    let place = -1;
    while (!cursor.isAtEnd) {
      const gap = cursor.varint();
      if (gap === 0) {
        doc += cursor.varint();
        place = -1;
        list.doc(ordinals[doc] as number);
      } else {
        place += gap;
        list.position(place);
      }
    }
    return list.finish();
  }

  #startDoc(term: number, doc: number, gap: number): void {
    this.#writeByte(term, 0);
    this.#writeVarint(term, gap);
    this.#lastDoc[term] = doc;
    this.#lastPlace[term] = -1;
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

  #addTerm(key: string): number {
    const term = this.#terms.add(key);
    if (term === this.#head.length) this.#growTerms();
    this.#head[term] = this.#takeSlice(term);
    this.#tail[term] = this.#head[term] as number;
    return term;
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
