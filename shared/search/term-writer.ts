// Writes a section of terms with their postings, block by block.
import { ByteWriter } from './byte-writer.ts';
import { blockBytes, fieldLetters, postingEncoding } from './format.ts';
import { ChunkEncoder, type ChunkRange, cutChunks, type PostingList } from './posting-encoding.ts';
import { writeKey } from './term-keys.ts';
import type { BlockSink } from './types.ts';

/** What begins a block: readers keep these to know which blocks hold a term. */
export interface TermFence {
  readonly key: string;
  readonly firstDoc: number;
}

/** Every this many entries a key stands whole, so that a block can be searched by halves. */
export const restartEvery = 16;

/**
 * See `ChunkEncoder`: phrases are mostly asked for in titles, whose places may take what they need. Of a term that very
 * many summaries have, as those of a register do, another word leaves few records of each chunk.
 */
const aloneFactors = { title: Number.POSITIVE_INFINITY, frequentInSummary: 4, other: 1.2 } as const;
/** The share of all records from which on a term is frequent. */
const frequentShare = 1 / 4;

/** How an entry begins, by what it holds. */
export const entryHeads = { single: 0, singleWithPlace: 1, firstChunk: 2 } as const;
/** Flags of a chunk's head, above `firstChunk`. */
export const chunkFlags = { hasPlaces: 1, hasTotal: 2, countShift: 2 } as const;

/**
 * A block is: the encoding of its postings (1 byte, `postingEncoding`), how many entries and restarts (varint),
 * the offset of each restart behind these offsets (2 bytes), the entries. An entry is a key (`term-keys.ts`), a
 * head, the first record, and by the head
 *   0  nothing more: one record without places
 *   1  a place: one record with one place
 *   2 + flags + 4 × records   [records of the whole list, in its first chunk of several] bytes, a chunk
 * Entries come in the order of (key, first record); a long list is several chunks in as many blocks as it needs.
 */
export class TermWriter {
  readonly fences: TermFence[] = [];
  readonly #sink: BlockSink;
  readonly #section: string;
  readonly #records: number;
  readonly #chunks = new ChunkEncoder();
  readonly #out = new ByteWriter();
  #restarts: number[] = [];
  #entries = 0;
  #lastKey = '';
  #first: TermFence | null = null;

  /** `records` is how many the segment has. */
  constructor(sink: BlockSink, section: string, records: number) {
    this.#sink = sink;
    this.#section = section;
    this.#records = records;
  }

  /** Adds a term; terms come in the order of their UTF-16 units, their lists are not empty. */
  async add(key: string, list: PostingList): Promise<void> {
    const chunks = cutChunks(list);
    const factor = this.#aloneFactorOf(key, list.length);
    for (const [number, chunk] of chunks.entries()) {
      const payload = this.#isPlain(list, chunk) ? null : this.#chunks.encode(list, chunk, factor);
      const size = (payload?.length ?? 0) + key.length * 3 + 20;
      if (this.#entries > 0 && this.#out.length + size > blockBytes) await this.finish();
      this.#write(key, list, chunk, payload, number === 0 && chunks.length > 1);
    }
  }

  #aloneFactorOf(key: string, records: number): number {
    if (key.endsWith(fieldLetters.title)) return aloneFactors.title;
    const isFrequent = records >= this.#records * frequentShare && key.endsWith(fieldLetters.summary);
    return isFrequent ? aloneFactors.frequentInSummary : aloneFactors.other;
  }

  #isPlain(list: PostingList, { from, to }: ChunkRange): boolean {
    if (to - from !== 1) return false;
    const { places } = list;
    return places === null || (places.starts[to] as number) - (places.starts[from] as number) === 1;
  }

  #write(key: string, list: PostingList, range: ChunkRange, payload: Uint8Array | null, hasTotal: boolean) {
    const out = this.#out;
    const firstDoc = list.docs[range.from] as number;
    this.#first ??= { key, firstDoc };
    const isRestart = this.#entries % restartEvery === 0;
    if (isRestart) this.#restarts.push(out.length);
    writeKey(out, key, isRestart ? '' : this.#lastKey);
    this.#lastKey = key;
    this.#entries++;
    if (payload === null) {
      out.varint(list.places === null ? entryHeads.single : entryHeads.singleWithPlace);
      out.varint(firstDoc);
      if (list.places !== null)
        out.varint(list.places.positions[list.places.starts[range.from] as number] as number);
      return;
    }
    const flags = (list.places === null ? 0 : chunkFlags.hasPlaces) | (hasTotal ? chunkFlags.hasTotal : 0);
    out.varint(entryHeads.firstChunk + flags + ((range.to - range.from) << chunkFlags.countShift));
    out.varint(firstDoc);
    if (hasTotal) out.varint(list.length);
    out.varint(payload.length);
    out.bytes(payload);
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    if (this.#first === null) return;
    const block = new ByteWriter();
    block.u8(postingEncoding);
    block.varint(this.#entries);
    block.varint(this.#restarts.length);
    for (const restart of this.#restarts) block.u16(restart);
    block.bytes(this.#out.take());
    this.fences.push(this.#first);
    await this.#sink.write(this.#section, block.take());
    this.#restarts = [];
    this.#entries = 0;
    this.#first = null;
    this.#lastKey = '';
  }
}
