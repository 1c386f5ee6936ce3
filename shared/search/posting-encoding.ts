// One chunk of a term's list as bits: the gaps between its records, then the places in each of them.
//
//   k        Rice parameter of the gaps (1 byte), when there is more than one record
//   p        Rice parameter of the places (1 byte), when places are kept
//   gaps     Rice codes of (gap - 1) from record to record; the first record stands in the table
//   places   for each record: how many plus one (gamma), the first as it is, then (gap - 1)…, Rice codes
//
// "How many" is 0 for a record that has more places than a block could hold: then every place counts as one.
import { BitReader } from './bit-reader.ts';
import { BitWriter, bestRice, widestRice } from './bit-writer.ts';
import { type BlockPlace, blockDamaged } from './byte-reader.ts';

/** Records in one chunk at most. */
export const docsInChunk = 256;
/** Places in one chunk at most, so that it fits a block; a record with more tells none. */
export const placesInChunk = 9000;

/** Records in ascending order; the places of `docs[i]` are `positions[starts[i] … starts[i + 1])`, ascending. */
export interface PostingList {
  readonly docs: Uint32Array;
  /** Null for a list that keeps no places. */
  readonly places: { readonly starts: Uint32Array; readonly positions: Uint32Array } | null;
  readonly length: number;
}

/** A stretch of a list that is encoded as one. */
export interface ChunkRange {
  readonly from: number;
  readonly to: number;
}

/** Cuts a list into chunks. */
export function cutChunks(list: PostingList): ChunkRange[] {
  const chunks: ChunkRange[] = [];
  let from = 0;
  let places = 0;
  for (let at = 0; at < list.length; at++) {
    const held = keptPlaces(list, at);
    if (at - from === docsInChunk || (at > from && places + held > placesInChunk)) {
      chunks.push({ from, to: at });
      from = at;
      places = 0;
    }
    places += held;
  }
  if (list.length > from) chunks.push({ from, to: list.length });
  return chunks;
}

function keptPlaces({ places }: PostingList, at: number): number {
  if (places === null) return 0;
  const count = (places.starts[at + 1] as number) - (places.starts[at] as number);
  return count > placesInChunk ? 0 : count;
}

/** Encodes chunks one after the other, with scratch space of its own. */
export class ChunkEncoder {
  readonly #bits = new BitWriter();
  readonly #gaps = new Uint32Array(docsInChunk + placesInChunk);

  encode(list: PostingList, { from, to }: ChunkRange): Uint8Array {
    const { docs, places } = list;
    const count = to - from;
    for (let at = 1; at < count; at++) {
      this.#gaps[at - 1] = (docs[from + at] as number) - (docs[from + at - 1] as number) - 1;
    }
    const k = bestRice(this.#gaps, count - 1);
    if (count > 1) this.#bits.bits(k, 8);
    const p = places === null ? 0 : this.#bestForPlaces(list, from, to, count);
    if (places !== null) this.#bits.bits(p, 8);
    for (let at = 0; at < count - 1; at++) this.#bits.rice(this.#gaps[at] as number, k);
    if (places !== null) {
      for (let at = from; at < to; at++) this.#writePlaces(list, at, p);
    }
    return this.#bits.take();
  }

  /** Uses the room behind the gaps of the records. */
  #bestForPlaces(list: PostingList, from: number, to: number, used: number): number {
    const { starts, positions } = list.places as NonNullable<PostingList['places']>;
    const values = this.#gaps.subarray(used);
    let count = 0;
    for (let at = from; at < to; at++) {
      if (keptPlaces(list, at) === 0) continue;
      let last = -1;
      for (let place = starts[at] as number; place < (starts[at + 1] as number); place++) {
        values[count++] = (positions[place] as number) - last - 1;
        last = positions[place] as number;
      }
    }
    return bestRice(values, count);
  }

  #writePlaces(list: PostingList, at: number, p: number): void {
    const { starts, positions } = list.places as NonNullable<PostingList['places']>;
    const count = keptPlaces(list, at);
    this.#bits.gamma(count + 1);
    if (count === 0) return;
    let last = -1;
    for (let place = starts[at] as number; place < (starts[at + 1] as number); place++) {
      this.#bits.rice((positions[place] as number) - last - 1, p);
      last = positions[place] as number;
    }
  }
}

/** A chunk as it lies in a block. */
export interface StoredChunk {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly firstDoc: number;
  readonly hasPlaces: boolean;
  readonly place: BlockPlace;
}

/** Reads chunks one after the other into arrays that are used again. */
export class ChunkDecoder {
  /** The records of the chunk, `docs[0 … count)`. */
  readonly docs = new Uint32Array(docsInChunk);
  count = 0;
  /** After `readPlaces`: as in `PostingList`; a record without any tells that every place counts. */
  readonly starts = new Uint32Array(docsInChunk + 1);
  positions = new Uint32Array(64);
  #chunk: StoredChunk | null = null;
  #bits: BitReader | null = null;
  #placesRice = 0;
  #arePlacesRead = false;

  /** Reads the records. `records` bounds the ordinals that may occur. */
  read(chunk: StoredChunk, records: number): void {
    const { bytes, from, to, count, firstDoc, hasPlaces, place } = chunk;
    if (count < 1 || count > docsInChunk) throw blockDamaged(place);
    const bits = new BitReader(bytes, from, to, place);
    const k = count > 1 ? bits.bits(8) : 0;
    this.#placesRice = hasPlaces ? bits.bits(8) : 0;
    if (k > widestRice || this.#placesRice > widestRice) throw blockDamaged(place);
    const { docs } = this;
    let doc = firstDoc;
    docs[0] = doc;
    for (let at = 1; at < count; at++) {
      doc += bits.rice(k) + 1;
      docs[at] = doc;
    }
    if (doc >= records) throw blockDamaged(place);
    if (hasPlaces) bits.check();
    else bits.checkEnd();
    this.count = count;
    this.#chunk = chunk;
    this.#bits = bits;
    this.#arePlacesRead = !hasPlaces;
    if (!hasPlaces) this.starts.fill(0);
  }

  /** Takes one record whose place, if any, is known already. */
  readSingle(doc: number, position: number | null, place: BlockPlace, records: number): void {
    if (doc >= records) throw blockDamaged(place);
    this.docs[0] = doc;
    this.count = 1;
    this.starts[0] = 0;
    this.starts[1] = position === null ? 0 : 1;
    if (position !== null) this.positions[0] = position;
    this.#arePlacesRead = true;
  }

  /** Reads the places of the chunk, once. */
  readPlaces(): void {
    if (this.#arePlacesRead) return;
    const chunk = this.#chunk as StoredChunk;
    const bits = this.#bits as BitReader;
    let length = 0;
    for (let at = 0; at < chunk.count; at++) {
      this.starts[at] = length;
      const count = bits.gamma() - 1;
      if (length + count > placesInChunk) throw blockDamaged(chunk.place);
      if (length + count > this.positions.length) this.#grow(length + count);
      let last = -1;
      for (let place = 0; place < count; place++) {
        last += bits.rice(this.#placesRice) + 1;
        this.positions[length++] = last;
      }
    }
    this.starts[chunk.count] = length;
    bits.checkEnd();
    this.#arePlacesRead = true;
  }

  #grow(needed: number): void {
    const grown = new Uint32Array(Math.max(needed, this.positions.length * 2));
    grown.set(this.positions);
    this.positions = grown;
  }
}
