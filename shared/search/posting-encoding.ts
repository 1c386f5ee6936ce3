// One chunk of a term's list as bits: the gaps between its records, then the places in each of them.
//
//   k        Rice parameter of the gaps (1 byte), when there is more than one record
//   p        how places are written (1 byte), when they are kept: Rice parameter, and two flags
//   gaps     Rice codes of (gap - 1) from record to record; the first record stands in the table
//   places   for each record: how many (gamma; left out when every record has one), the first, then (gap - 1)…,
//            Rice codes; the first as it is or, with a flag, as its distance from the first of the record before,
//            since records that lie together often say the same thing at the same place
//
// "How many" is told as 1 for one, 2 for a record that has more places than a block could hold (then every place
// counts as one), n + 1 for n.
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

function keptPlaces(list: PostingList, at: number): number {
  const count = countOfPlaces(list, at);
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
    const { k } = bestRice(this.#gaps, count - 1);
    if (count > 1) this.#bits.bits(k, 8);
    const way = places === null ? null : this.#bestForPlaces(list, from, to, count);
    if (way !== null) this.#bits.bits(way, 8);
    for (let at = 0; at < count - 1; at++) this.#bits.rice(this.#gaps[at] as number, k);
    if (way !== null) this.#writePlaces(list, { from, to }, way);
    return this.#bits.take();
  }

  /** Uses the room behind the gaps of the records. */
  #bestForPlaces(list: PostingList, from: number, to: number, used: number): number {
    const values = this.#gaps.subarray(used);
    const asTheyAre = bestRice(values, gatherPlaces(values, list, { from, to }, false));
    const asSteps = bestRice(values, gatherPlaces(values, list, { from, to }, true));
    const best = asSteps.bits < asTheyAre.bits ? asSteps.k | placesFlags.areSteps : asTheyAre.k;
    for (let at = from; at < to; at++) if (countOfPlaces(list, at) !== 1) return best;
    return best | placesFlags.areSingle;
  }

  #writePlaces(list: PostingList, { from, to }: ChunkRange, way: number): void {
    const { starts, positions } = list.places as NonNullable<PostingList['places']>;
    const k = way & placesFlags.rice;
    let before = 0;
    for (let at = from; at < to; at++) {
      const count = keptPlaces(list, at);
      if ((way & placesFlags.areSingle) === 0)
        this.#bits.gamma(count === 0 ? 2 : count === 1 ? 1 : count + 1);
      if (count === 0) continue;
      const first = starts[at] as number;
      let last = positions[first] as number;
      this.#bits.rice((way & placesFlags.areSteps) === 0 ? last : zigzag(last - before), k);
      before = last;
      for (let place = first + 1; place < first + count; place++) {
        this.#bits.rice((positions[place] as number) - last - 1, k);
        last = positions[place] as number;
      }
    }
  }
}

/** What the byte that tells how places are written holds. */
const placesFlags = { rice: 0x1f, areSteps: 0x20, areSingle: 0x40 } as const;

function zigzag(step: number): number {
  return step < 0 ? -2 * step - 1 : 2 * step;
}

function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

function countOfPlaces({ places }: PostingList, at: number): number {
  return places === null ? 0 : (places.starts[at + 1] as number) - (places.starts[at] as number);
}

/** The numbers that would be written for the places of a chunk; returns how many. */
function gatherPlaces(
  values: Uint32Array,
  list: PostingList,
  { from, to }: ChunkRange,
  areSteps: boolean,
): number {
  const { starts, positions } = list.places as NonNullable<PostingList['places']>;
  let count = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    const kept = keptPlaces(list, at);
    if (kept === 0) continue;
    const first = starts[at] as number;
    let last = positions[first] as number;
    values[count++] = areSteps ? zigzag(last - before) : last;
    before = last;
    for (let place = first + 1; place < first + kept; place++) {
      values[count++] = (positions[place] as number) - last - 1;
      last = positions[place] as number;
    }
  }
  return count;
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
  #way = 0;
  #arePlacesRead = false;

  /** Reads the records. `records` bounds the ordinals that may occur. */
  read(chunk: StoredChunk, records: number): void {
    const { bytes, from, to, count, firstDoc, hasPlaces, place } = chunk;
    if (count < 1 || count > docsInChunk) throw blockDamaged(place);
    const bits = new BitReader(bytes, from, to, place);
    const k = count > 1 ? bits.bits(8) : 0;
    this.#way = hasPlaces ? bits.bits(8) : 0;
    if (k > widestRice || (this.#way & placesFlags.rice) > widestRice) throw blockDamaged(place);
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
    const k = this.#way & placesFlags.rice;
    const areSteps = (this.#way & placesFlags.areSteps) !== 0;
    const areSingle = (this.#way & placesFlags.areSingle) !== 0;
    let length = 0;
    let before = 0;
    for (let at = 0; at < chunk.count; at++) {
      this.starts[at] = length;
      const told = areSingle ? 1 : bits.gamma();
      if (told === 2) continue;
      const count = told === 1 ? 1 : told - 1;
      if (length + count > placesInChunk) throw blockDamaged(chunk.place);
      if (length + count > this.positions.length) this.#grow(length + count);
      const value = bits.rice(k);
      let last = areSteps ? before + unzigzag(value) : value;
      if (last < 0) throw blockDamaged(chunk.place);
      before = last;
      this.positions[length++] = last;
      for (let place = 1; place < count; place++) {
        last += bits.rice(k) + 1;
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
