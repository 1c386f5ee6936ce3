// One block of a term section: finds keys in it and tells where their chunks lie.
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import type { ChunkDecoder } from './chunk-decoder.ts';
import { largestBlock, postingEncoding } from './format.ts';
import { readKey } from './term-keys.ts';
import { chunkFlags, entryHeads, restartEvery } from './term-writer.ts';

/** The chunks of one key in one block, in order. */
export interface KeyChunks {
  readonly firstDocs: number[];
  /** Records of each chunk. */
  readonly counts: number[];
  /** Where each payload begins and ends; a single record has its place here, or -1. */
  readonly froms: number[];
  readonly tos: number[];
  readonly arePlain: boolean[];
  readonly hasPlaces: boolean;
  /** Records of the whole list, when its beginning lies here and tells. */
  readonly total: number | null;
}

/** An entry met while walking through a block. */
interface Entry {
  readonly key: string;
  readonly firstDoc: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly isPlain: boolean;
  readonly hasPlaces: boolean;
  readonly total: number | null;
}

export class TermBlock {
  readonly bytes: Uint8Array;
  readonly place: BlockPlace;
  readonly #entries: number;
  readonly #restarts: number;
  readonly #restartsAt: number;
  readonly #body: number;
  readonly #known = new Map<string, KeyChunks>();

  constructor(bytes: Uint8Array, place: BlockPlace) {
    const reader = new ByteReader(bytes, place);
    this.bytes = bytes;
    this.place = place;
    if (reader.u8() !== postingEncoding) throw blockDamaged(place);
    this.#entries = reader.bounded(largestBlock);
    this.#restarts = reader.bounded(largestBlock);
    if (this.#entries === 0 || this.#restarts !== Math.ceil(this.#entries / restartEvery))
      throw blockDamaged(place);
    this.#restartsAt = reader.skip(this.#restarts * 2);
    this.#body = reader.at;
  }

  /** The chunks of a key; none when it does not stand here. Several walks of a query ask for the same. */
  chunksOf(key: string): KeyChunks {
    const known = this.#known.get(key) ?? this.#findChunks(key);
    this.#known.set(key, known);
    return known;
  }

  #findChunks(key: string): KeyChunks {
    const found = { firstDocs: [], counts: [], froms: [], tos: [], arePlain: [] } as {
      firstDocs: number[];
      counts: number[];
      froms: number[];
      tos: number[];
      arePlain: boolean[];
    };
    let hasPlaces = false;
    let total: number | null = null;
    this.walk(key, (entry) => {
      if (entry.key > key) return false;
      if (entry.key < key) return true;
      const last = found.firstDocs[found.firstDocs.length - 1];
      if (last !== undefined && entry.firstDoc <= last) throw blockDamaged(this.place);
      found.firstDocs.push(entry.firstDoc);
      found.counts.push(entry.count);
      found.froms.push(entry.from);
      found.tos.push(entry.to);
      found.arePlain.push(entry.isPlain);
      hasPlaces = entry.hasPlaces;
      total ??= entry.total;
      return true;
    });
    return { ...found, hasPlaces, total };
  }

  /** Reads chunk `at` of a key into a decoder. */
  decode(chunks: KeyChunks, at: number, into: ChunkDecoder, records: number): void {
    const firstDoc = chunks.firstDocs[at] as number;
    if (chunks.arePlain[at]) {
      into.readSingle(firstDoc, chunks.hasPlaces ? (chunks.tos[at] as number) : null, this.place, records);
      return;
    }
    const { bytes, place } = this;
    const [from, to] = [chunks.froms[at] as number, chunks.tos[at] as number];
    const count = chunks.counts[at] as number;
    into.read({ bytes, from, to, count, firstDoc, hasPlaces: chunks.hasPlaces, place }, records);
  }

  /** Goes through the entries from the last restart below `from` on, as long as `visit` says so. */
  walk(from: string, visit: (entry: Entry) => boolean): void {
    const restart = this.#restartBefore(from);
    const reader = this.#readerAt(restart);
    let key = '';
    for (let at = restart * restartEvery; at < this.#entries; at++) {
      const before = key;
      key = readKey(reader, at % restartEvery === 0 ? '' : before);
      if (key < before) throw blockDamaged(this.place);
      if (!visit(this.#readEntry(reader, key))) return;
    }
  }

  #readEntry(reader: ByteReader, key: string): Entry {
    const head = reader.varint();
    const firstDoc = reader.varint();
    if (head < entryHeads.firstChunk) {
      const hasPlaces = head === entryHeads.singleWithPlace;
      const to = hasPlaces ? reader.varint() : -1;
      return { key, firstDoc, count: 1, from: 0, to, isPlain: true, hasPlaces, total: null };
    }
    const flags = head - entryHeads.firstChunk;
    const count = flags >>> chunkFlags.countShift;
    const total = (flags & chunkFlags.hasTotal) === 0 ? null : reader.varint();
    const bytes = reader.bounded(largestBlock);
    const from = reader.skip(bytes);
    const hasPlaces = (flags & chunkFlags.hasPlaces) !== 0;
    return { key, firstDoc, count, from, to: from + bytes, isPlain: false, hasPlaces, total };
  }

  /** The last restart whose key is below the wanted one; entries before it cannot match. */
  #restartBefore(key: string): number {
    let low = 0;
    let high = this.#restarts - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (readKey(this.#readerAt(middle), '') < key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #readerAt(restart: number): ByteReader {
    const at = this.#restartsAt + restart * 2;
    const offset = (this.bytes[at] as number) * 256 + (this.bytes[at + 1] as number);
    return new ByteReader(this.bytes, this.place, this.#body + offset);
  }
}
