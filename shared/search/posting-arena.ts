// Holds the postings of a segment under construction in few large pages, however many terms there are.
import type { PostingList } from './posting-encoding.ts';
import { grownRoom, TermTable } from './term-table.ts';

const pageBits = 18;
const pageBytes = 1 << pageBits;
/** Sizes of a term's slices: each a good half larger than the one before, so that little lies idle. The last repeats. */
const sliceSizes = [12, 20, 32, 56, 96, 160, 256, 448, 768, 1280, 2048, 4096];
/** Each slice ends with the address of the next. */
const linkBytes = 4;

/** What is kept of a term, side by side so that a posting touches one place of memory. */
const stateNumbers = 8;
const state = {
  head: 0,
  tail: 1,
  sliceEnd: 2,
  lastDoc: 3,
  lastPlace: 4,
  docs: 5,
  places: 6,
  level: 7,
} as const;

/**
 * Each term owns a chain of slices holding varints: the gap from the record before (0 in the same record), and,
 * where places are kept, the gap from the place before in the same record (the first counted from -1).
 */
export class PostingArena {
  readonly #terms = new TermTable();
  readonly #hasPlaces: boolean;
  readonly #pages: Uint8Array[] = [];
  #free = 0;
  /** `lastDoc` is the last record plus one, `lastPlace` the last place plus one. */
  #states = new Uint32Array(1024 * stateNumbers);
  #sorted: Uint32Array | null = null;

  constructor(options: { readonly hasPlaces: boolean }) {
    this.#hasPlaces = options.hasPlaces;
  }

  /**
   * Adds a posting. Records come in ascending order, and the places of a term within a record too. Without
   * places a record counts once, however often it is added.
   */
  add(key: string, doc: number, place = 0): void {
    this.addTo(this.#terms.numberOf(key), doc, place);
  }

  /** The number of a key, for callers that add to it again and again. */
  numberOf(key: string): number {
    return this.#terms.numberOf(key);
  }

  /** The same as `add` for a key known by its number. */
  addTo(term: number, doc: number, place = 0): void {
    const at = term * stateNumbers;
    while (at >= this.#states.length) this.#growStates();
    const states = this.#states;
    if (states[at + state.docs] === 0) {
      states[at + state.head] = this.#takeSlice(at);
      states[at + state.tail] = states[at + state.head] as number;
    }
    const lastDoc = states[at + state.lastDoc] as number;
    const isSame = lastDoc === doc + 1;
    if (isSame && !this.#hasPlaces) return;
    this.#writeVarint(at, doc + 1 - lastDoc);
    if (!isSame) {
      states[at + state.docs] = (states[at + state.docs] as number) + 1;
      states[at + state.lastDoc] = doc + 1;
      states[at + state.lastPlace] = 0;
    }
    if (!this.#hasPlaces) return;
    this.#writeVarint(at, place + 1 - (states[at + state.lastPlace] as number));
    states[at + state.lastPlace] = place + 1;
    states[at + state.places] = (states[at + state.places] as number) + 1;
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
    return this.#states[number * stateNumbers + state.docs] as number;
  }

  docCountOf(key: string): number {
    const number = this.#terms.find(key);
    return number < 0 ? 0 : this.docCount(number);
  }

  /** The list of a term. */
  list(term: number): PostingList {
    const held = this.#states.subarray(term * stateNumbers, (term + 1) * stateNumbers);
    const count = held[state.docs] as number;
    const docs = new Uint32Array(count);
    const starts = new Uint32Array(this.#hasPlaces ? count + 1 : 0);
    const positions = new Uint32Array(this.#hasPlaces ? (held[state.places] as number) : 0);
    const cursor = new ArenaCursor(this.#pages, held[state.head] as number, held[state.tail] as number);
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

  /** `at` is where the term's state begins. */
  #writeVarint(at: number, value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#writeByte(at, (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#writeByte(at, rest);
  }

  #writeByte(at: number, byte: number): void {
    const states = this.#states;
    let tail = states[at + state.tail] as number;
    if (tail === states[at + state.sliceEnd]) {
      const next = this.#takeSlice(at);
      writeAddress(this.#pages, tail, next);
      tail = next;
    }
    (this.#pages[tail >>> pageBits] as Uint8Array)[tail & (pageBytes - 1)] = byte;
    states[at + state.tail] = tail + 1;
  }

  /** Room for the next slice of a term; slices never cross a page. */
  #takeSlice(at: number): number {
    const level = this.#states[at + state.level] as number;
    const size = sliceSizes[level] as number;
    if (level < sliceSizes.length - 1) this.#states[at + state.level] = level + 1;
    if ((this.#free & (pageBytes - 1)) + size > pageBytes || this.#free >>> pageBits >= this.#pages.length) {
      this.#free = this.#pages.length * pageBytes;
      this.#pages.push(new Uint8Array(pageBytes));
    }
    const free = this.#free;
    this.#free += size;
    this.#states[at + state.sliceEnd] = free + size - linkBytes;
    return free;
  }

  #growStates(): void {
    const terms = this.#states.length / stateNumbers;
    const grown = new Uint32Array(grownRoom(terms) * stateNumbers);
    grown.set(this.#states);
    this.#states = grown;
  }
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
