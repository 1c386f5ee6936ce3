// Reads one chunk of a term's list (`posting-encoding.ts` tells how it is written).
import { BitReader } from './bit-reader.ts';
import { widestRice } from './bit-writer.ts';
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { countTold, docsInChunk, mapMark, placesFlags, placesInChunk } from './posting-encoding.ts';
import { RecordMap } from './record-map.ts';
import { unzigzag } from './zigzag.ts';

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

/** Places in one record: `positions[from … to)`, ascending. */
export interface Places {
  positions: Uint32Array;
  from: number;
  to: number;
}

const noOthers = new Uint16Array(0);

/**
 * How bits tell of records with one place each, the same in all, where k is 0: in what very many records say alike a word stands
 * at one place.
 */
interface Alike {
  /** 24 of them. */
  readonly bits: number;
  readonly records: number;
}
const singleAlike: Alike = { bits: 0, records: 24 };
/** How many places there are stands before each. */
const severalAlike: Alike = { bits: 0xaaaaaa, records: 12 };

/** Places most chunks have at most. */
const usualPlaces = 1024;

/** Reads chunks one after the other into arrays that are used again. Within a chunk it only goes forward. */
export class ChunkDecoder {
  count = 0;
  /** The last record of the chunk. */
  lastDoc = -1;
  readonly #docs = new Uint32Array(docsInChunk);
  /** The number of the record it stands at within the chunk; in a map not counted before it is asked for. */
  #at = 0;
  #map: RecordMap | null = null;
  /** Where the places of each record begin; a record without any tells that every place counts. */
  #starts = new Uint32Array(2);
  #positions = new Uint32Array(16);
  #chunk: StoredChunk | null = null;
  #bits: BitReader | null = null;
  #way = 0;
  #arePlacesRead = false;
  /** Where places that are found alone begin, in bits; -1 when they are not. */
  #aloneAt = -1;
  readonly #lone = new Uint32Array(1);
  /** For each record that has not just one place its number among those, from 1; of the others 0. */
  #others = noOthers;
  #areOthersRead = false;

  /** Reads the records. `records` bounds the ordinals that may occur. */
  read(chunk: StoredChunk, records: number): void {
    const { bytes, from, to, count, firstDoc, hasPlaces, place } = chunk;
    if (count < 1 || count > docsInChunk) throw blockDamaged(place);
    const bits = new BitReader(bytes, from, to, place);
    const k = count > 1 ? bits.bits(8) : 0;
    this.#way = hasPlaces ? bits.bits(8) : 0;
    if ((k > widestRice && k !== mapMark) || (this.#way & placesFlags.rice) > widestRice)
      throw blockDamaged(place);
    this.count = count;
    this.#at = 0;
    this.#map = k === mapMark ? new RecordMap(bits, firstDoc, count, place) : null;
    this.lastDoc = this.#map?.lastDoc ?? this.#readGaps(bits, k, firstDoc);
    if (this.lastDoc >= records) throw blockDamaged(place);
    if (hasPlaces) bits.check();
    else bits.checkEnd();
    this.#chunk = chunk;
    this.#bits = bits;
    this.#arePlacesRead = !hasPlaces;
    this.#areOthersRead = false;
    this.#aloneAt = (this.#way & placesFlags.areAlone) === 0 ? -1 : bits.at;
    if (hasPlaces) return;
    this.#makeStarts();
    this.#starts.fill(0);
  }

  #readGaps(bits: BitReader, k: number, firstDoc: number): number {
    this.#docs[0] = firstDoc;
    return bits.sums(this.#docs, 1, this.count - 1, k, firstDoc);
  }

  /** Takes one record whose place, if any, is known already. */
  readSingle(doc: number, position: number | null, place: BlockPlace, records: number): void {
    if (doc >= records) throw blockDamaged(place);
    this.#docs[0] = doc;
    this.count = 1;
    this.#at = 0;
    this.#map = null;
    this.lastDoc = doc;
    this.#starts[0] = 0;
    this.#starts[1] = position === null ? 0 : 1;
    if (position !== null) this.#positions[0] = position;
    this.#arePlacesRead = true;
    this.#aloneAt = -1;
  }

  /** Lets go of the chunk, and of more room than most take. */
  letGo(): void {
    this.#chunk = null;
    this.#bits = null;
    this.#map = null;
    if (this.#positions.length > usualPlaces) this.#positions = new Uint32Array(usualPlaces);
  }

  /** All records of the chunk, until the next is read. */
  docs(): Uint32Array {
    this.#map?.list(this.#docs);
    return this.#docs.subarray(0, this.count);
  }

  /** Goes to the first record not below `target`, which is not above `lastDoc`. */
  seek(target: number): number {
    if (this.#map !== null) return this.#map.seek(target);
    const docs = this.#docs;
    let at = this.#at;
    while ((docs[at] as number) < target) at++;
    this.#at = at;
    return docs[at] as number;
  }

  /** Tells the places of the record it stands at; they hold until the decoder is asked again. */
  places(into: Places): void {
    this.placesOf(this.#map?.number() ?? this.#at, into);
  }

  /** The place in the record it stands at when it has just one, else -1. */
  lonePlace(): number {
    const at = this.#map?.number() ?? this.#at;
    if (this.#aloneAt < 0) {
      if (!this.#arePlacesRead) this.#readInARow();
      const from = this.#starts[at] as number;
      return (this.#starts[at + 1] as number) - from === 1 ? (this.#positions[from] as number) : -1;
    }
    if (!this.#areOthersRead) this.#readOthers();
    return this.#others[at] === 0 ? this.#firstAlone(at) : -1;
  }

  /** Tells the places of record `at` of the chunk; they hold until the decoder is asked again. */
  placesOf(at: number, into: Places): void {
    if (this.#aloneAt < 0) {
      if (!this.#arePlacesRead) this.#readInARow();
      this.#tell(at, into);
      return;
    }
    if (!this.#areOthersRead) this.#readOthers();
    const other = this.#others[at] as number;
    if (other > 0) {
      this.#tell(other - 1, into);
      return;
    }
    this.#lone[0] = this.#firstAlone(at);
    into.positions = this.#lone;
    into.from = 0;
    into.to = 1;
  }

  #tell(at: number, into: Places): void {
    into.positions = this.#positions;
    into.from = this.#starts[at] as number;
    into.to = this.#starts[at + 1] as number;
  }

  #firstAlone(at: number): number {
    const width = this.#way & placesFlags.rice;
    return (this.#bits as BitReader).bitsAt(this.#aloneAt + at * width, width);
  }

  /** Reads the places of the records that have not just one, and numbers these. */
  #readOthers(): void {
    this.#makeStarts();
    if (this.#others.length < docsInChunk) this.#others = new Uint16Array(docsInChunk);
    else this.#others.fill(0);
    const { count, place } = this.#chunk as StoredChunk;
    const bits = this.#bits as BitReader;
    bits.skip((this.#way & placesFlags.rice) * count);
    const others = bits.gamma() - 1;
    let length = 0;
    let last = -1;
    for (let number = 0; number < others; number++) {
      const at = bits.bits(8);
      if (at <= last || at >= count) throw blockDamaged(place);
      last = at;
      this.#starts[number] = length;
      this.#others[at] = number + 1;
      length = this.#readFurther(at, length);
    }
    this.#starts[others] = length;
    bits.checkEnd();
    this.#areOthersRead = true;
  }

  #readFurther(at: number, length: number): number {
    const { place } = this.#chunk as StoredChunk;
    const bits = this.#bits as BitReader;
    const count = countTold(bits.gamma());
    if (count === 0) return length;
    if (count === 1 || length + count > placesInChunk) throw blockDamaged(place);
    this.#makeRoom(length + count);
    let last = this.#firstAlone(at);
    this.#positions[length] = last;
    for (let further = 1; further < count; further++) {
      last += bits.gamma();
      this.#positions[length + further] = last;
    }
    return length + count;
  }

  /** Reads the places of all records. */
  #readInARow(): void {
    this.#makeStarts();
    const chunk = this.#chunk as StoredChunk;
    const bits = this.#bits as BitReader;
    const k = this.#way & placesFlags.rice;
    const areSteps = (this.#way & placesFlags.areSteps) !== 0;
    const areSingle = (this.#way & placesFlags.areSingle) !== 0;
    let length = 0;
    let before = 0;
    const alike = areSingle ? singleAlike : severalAlike;
    for (let at = 0; at < chunk.count; at++) {
      this.#starts[at] = length;
      const count = areSingle ? 1 : countTold(bits.gamma());
      if (count === 0) continue;
      if (length + count > placesInChunk) throw blockDamaged(chunk.place);
      this.#makeRoom(length + count);
      const value = bits.rice(k);
      const last = areSteps ? before + unzigzag(value) : value;
      if (last < 0) throw blockDamaged(chunk.place);
      before = last;
      this.#positions[length++] = last;
      if (count > 1) {
        bits.sums(this.#positions, length, count - 1, k, last);
        length += count - 1;
      }
      if (k > 0) continue;
      const taken = this.#readAlike(alike, at + 1, length, areSteps ? last : 0);
      at += taken;
      length += taken;
    }
    this.#starts[chunk.count] = length;
    bits.checkEnd();
    this.#arePlacesRead = true;
  }

  /** Takes records from `at` on, as long as they have one place each, and this one; how many. */
  #readAlike({ bits, records }: Alike, at: number, length: number, place: number): number {
    const { count } = this.#chunk as StoredChunk;
    let taken = 0;
    while (at + taken + records <= count && (this.#bits as BitReader).passes(bits)) taken += records;
    if (taken === 0) return 0;
    this.#makeRoom(length + taken);
    this.#positions.fill(place, length, length + taken);
    for (let further = 0; further < taken; further++) this.#starts[at + further] = length + further;
    return taken;
  }

  /** Many lists are never asked for a place, or are of one record. */
  #makeStarts(): void {
    if (this.#starts.length <= docsInChunk) this.#starts = new Uint32Array(docsInChunk + 1);
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#positions.length) return;
    const grown = new Uint32Array(Math.max(needed, this.#positions.length * 2));
    grown.set(this.#positions);
    this.#positions = grown;
  }
}
