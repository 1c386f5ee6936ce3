// Finds terms in the blocks of a term section and decodes their postings.
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { largestBlock, postingEncoding } from './format.ts';
import { decodePostings, type PlacesWanted, type StoredChunk } from './posting-encoding.ts';
import { PostingBuilder, type PostingList } from './postings.ts';
import type { TermFence } from './term-writer.ts';
import { restartEvery } from './term-writer.ts';
import type { TermKey } from './tokenise.ts';

/** The blocks that may hold a key or, for a prefix, keys that begin with it: `[from, to)`. */
export function blocksOfKey(fences: readonly TermFence[], wanted: TermKey): readonly [number, number] {
  const from = countBelow(fences, wanted.key);
  const to = countBelow(fences, wanted.isPrefix ? `${wanted.key}\uffff` : `${wanted.key}\u0000`);
  return [Math.max(0, from - 1), to];
}

/** How many fences have a key below `key`. */
function countBelow(fences: readonly TermFence[], key: string): number {
  let low = 0;
  let high = fences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((fences[middle] as TermFence).key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One entry of a block's table. */
interface TableEntry {
  readonly key: string;
  readonly firstDoc: number;
  readonly count: number;
  readonly docsBytes: number;
  readonly placesBytes: number;
  /** Where its payload begins, from the beginning of the payload. */
  readonly payload: number;
}

/** One block of a term section. */
export class TermBlock {
  readonly #bytes: Uint8Array;
  readonly #place: BlockPlace;
  readonly #entries: number;
  readonly #restarts: number;
  readonly #restartsAt: number;
  readonly #table: number;
  readonly #payload: number;

  constructor(bytes: Uint8Array, place: BlockPlace) {
    const reader = new ByteReader(bytes, place);
    this.#bytes = bytes;
    this.#place = place;
    if (reader.u8() !== postingEncoding) throw blockDamaged(place);
    this.#entries = reader.bounded(largestBlock);
    this.#restarts = reader.bounded(largestBlock);
    const tableBytes = reader.bounded(largestBlock);
    if (this.#restarts !== Math.ceil(this.#entries / restartEvery)) throw blockDamaged(place);
    this.#restartsAt = reader.skip(this.#restarts * 2);
    this.#table = reader.skip(tableBytes);
    this.#payload = reader.at;
  }

  /** Adds the postings of every entry that fits the key. `records` bounds the ordinals that may occur. */
  collect(wanted: TermKey, places: PlacesWanted, into: PostingBuilder, records: number): void {
    let last = '';
    this.#walk(this.#restartBefore(wanted.key), (entry) => {
      if (entry.key < last) throw blockDamaged(this.#place);
      last = entry.key;
      const fits = wanted.isPrefix ? entry.key.startsWith(wanted.key) : entry.key === wanted.key;
      if (fits) decodePostings(into, this.#chunkOf(entry), places, records);
      return fits || entry.key < wanted.key;
    });
  }

  #chunkOf(entry: TableEntry): StoredChunk {
    const reader = new ByteReader(this.#bytes, this.#place, this.#payload);
    reader.skip(entry.payload);
    const docsAt = reader.skip(entry.docsBytes);
    const placesAt = reader.skip(entry.placesBytes);
    return {
      firstDoc: entry.firstDoc,
      count: entry.count,
      docs: new ByteReader(this.#bytes, this.#place, docsAt, placesAt),
      places: new ByteReader(this.#bytes, this.#place, placesAt, reader.at),
    };
  }

  /** The last restart whose key is below the wanted one; entries before it cannot match. */
  #restartBefore(key: string): number {
    let low = 0;
    let high = this.#restarts - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#keyAtRestart(middle) < key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A cursor over the table, standing at a restart. */
  #tableReader(restart: number): ByteReader {
    const offset = new ByteReader(this.#bytes, this.#place, this.#restartsAt + restart * 2).u16();
    return new ByteReader(this.#bytes, this.#place, this.#table + offset, this.#payload);
  }

  #keyAtRestart(restart: number): string {
    const reader = this.#tableReader(restart);
    if (reader.varint() !== 0) throw blockDamaged(this.#place);
    return reader.units(reader.bounded(largestBlock));
  }

  /** Goes through the table from a restart on, as long as `visit` says so. */
  #walk(restart: number, visit: (entry: TableEntry) => boolean): void {
    if (this.#entries === 0) return;
    const reader = this.#tableReader(restart);
    let key = '';
    let payload = 0;
    for (let at = restart * restartEvery; at < this.#entries; at++) {
      const shared = reader.bounded(key.length);
      key = key.slice(0, shared) + reader.units(reader.bounded(largestBlock));
      if (at % restartEvery === 0) payload = reader.bounded(largestBlock);
      const firstDoc = reader.varint();
      const count = reader.varint();
      const docsBytes = reader.bounded(largestBlock);
      const placesBytes = reader.bounded(largestBlock);
      if (!visit({ key, firstDoc, count, docsBytes, placesBytes, payload })) return;
      payload += docsBytes + placesBytes;
    }
  }
}

/** The blocks that were read for some requests, ready to give their lists. */
export class OpenTerms {
  readonly #requests: readonly (readonly TermKey[])[];
  readonly #fences: readonly TermFence[];
  readonly #blocks: ReadonlyMap<number, TermBlock>;
  readonly #records: number;

  constructor(
    requests: readonly (readonly TermKey[])[],
    fences: readonly TermFence[],
    blocks: ReadonlyMap<number, TermBlock>,
    records: number,
  ) {
    this.#requests = requests;
    this.#fences = fences;
    this.#blocks = blocks;
    this.#records = records;
  }

  /** The list of a request: the records that have any of its keys, with the places that are wanted. */
  list(request: number, places: PlacesWanted): PostingList {
    const into = new PostingBuilder();
    for (const key of this.#requests[request] ?? []) {
      const [from, to] = blocksOfKey(this.#fences, key);
      for (let at = from; at < to; at++) this.#blocks.get(at)?.collect(key, places, into, this.#records);
    }
    return into.finish();
  }
}
