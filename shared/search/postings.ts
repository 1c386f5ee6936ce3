// A term's list of records and places in memory.

/** Records in ascending order; the places of `docs[i]` are `positions[starts[i] … starts[i + 1])`, ascending. */
export interface PostingList {
  readonly docs: Uint32Array;
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
}

export const emptyPostings: PostingList = {
  docs: new Uint32Array(0),
  starts: new Uint32Array(1),
  positions: new Uint32Array(0),
};

/** A list that grows; documents may be handed over in any order and more than once. */
export class PostingBuilder {
  #docs = new Uint32Array(16);
  #starts = new Uint32Array(17);
  #positions = new Uint32Array(32);
  #length = 0;
  #places = 0;
  #isOrdered = true;
  /** Lists of several terms joined may hand over a document's places out of order. */
  #arePlacesOrdered = true;
  #lastPlace = -1;

  /** Empties the builder, to be used again. */
  reset(): void {
    this.#length = 0;
    this.#places = 0;
    this.#isOrdered = true;
    this.#arePlacesOrdered = true;
  }

  /** Makes room for as many more documents and places. */
  reserve(docs: number, places: number): void {
    if (this.#length + docs > this.#docs.length) {
      const room = Math.max(this.#length + docs, this.#docs.length * 2);
      this.#docs = grow(this.#docs, room);
      this.#starts = grow(this.#starts, room + 1);
    }
    if (this.#places + places > this.#positions.length) {
      this.#positions = grow(this.#positions, Math.max(this.#places + places, this.#positions.length * 2));
    }
  }

  /** Begins a document, or goes on with the last one. */
  doc(doc: number): void {
    const last = this.#length > 0 ? (this.#docs[this.#length - 1] as number) : -1;
    if (doc === last) return;
    if (doc < last) this.#isOrdered = false;
    if (this.#length === this.#docs.length) this.reserve(1, 0);
    this.#docs[this.#length] = doc;
    this.#starts[this.#length++] = this.#places;
    this.#lastPlace = -1;
  }

  position(position: number): void {
    if (position <= this.#lastPlace) this.#arePlacesOrdered = false;
    this.#lastPlace = position;
    if (this.#places === this.#positions.length) this.reserve(0, 1);
    this.#positions[this.#places++] = position;
  }

  /** The list, sorted and with each document once. */
  finish(): PostingList {
    const starts = this.#starts.slice(0, this.#length + 1);
    starts[this.#length] = this.#places;
    const list = {
      docs: this.#docs.slice(0, this.#length),
      starts,
      positions: this.#positions.slice(0, this.#places),
    };
    if (this.#isOrdered && this.#arePlacesOrdered) return list;
    return sortPostings(list, this.#arePlacesOrdered);
  }
}

function grow(array: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(length);
  grown.set(array);
  return grown;
}

/** Puts documents in order; the places of a document met more than once are joined. */
function sortPostings(list: PostingList, arePlacesOrdered: boolean): PostingList {
  const { docs, starts, positions } = list;
  // Records and indexes together stay below 2^53, so plain numbers sort fastest.
  const order = Float64Array.from(docs, (doc, at) => doc * docs.length + at).sort();
  const sorted = new PostingBuilder();
  for (let at = 0; at < order.length; ) {
    const first = (order[at] as number) % docs.length;
    const doc = docs[first] as number;
    sorted.doc(doc);
    let until = at + 1;
    while (until < order.length && docs[(order[until] as number) % docs.length] === doc) until++;
    if (arePlacesOrdered && until === at + 1) {
      for (let place = starts[first] as number; place < (starts[first + 1] as number); place++) {
        sorted.position(positions[place] as number);
      }
    } else joinPlaces(list, order.subarray(at, until), sorted);
    at = until;
  }
  return sorted.finish();
}

/** Adds the places of one document that stands at several indexes, in order and each once. */
function joinPlaces(list: PostingList, order: Float64Array, into: PostingBuilder): void {
  const { docs, starts, positions } = list;
  const places = new Set<number>();
  for (const one of order) {
    const index = one % docs.length;
    for (const place of positions.subarray(starts[index], starts[index + 1])) places.add(place);
  }
  for (const place of Uint32Array.from(places).sort()) into.position(place);
}

/** The first index in `[from, to)` whose value is not below `value`, or `to`. */
export function lowerBound(values: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
