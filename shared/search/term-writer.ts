// Writes a section of terms with their postings: each block carries its own table of terms.
import { ByteWriter } from './byte-writer.ts';
import { blockBytes, postingEncoding } from './format.ts';
import { encodePostings, type PostingChunk } from './posting-encoding.ts';
import type { PostingList } from './postings.ts';
import type { BlockSink } from './types.ts';

/** What begins a block: readers keep these to know which blocks hold a term. */
export interface TermFence {
  readonly key: string;
  readonly firstDoc: number;
}

/** Every this many entries a table entry stands whole, so that a table can be searched by halves. */
export const restartEvery = 16;

interface Entry {
  readonly key: string;
  readonly chunk: PostingChunk;
}

/**
 * A block is
 *   the encoding of its postings (1 byte, `postingEncoding`),
 *   entries (varint), restarts (varint), bytes of the table (varint), each restart's offset from the table's beginning (2 bytes),
 *   the table, the payload.
 * A table entry is
 *   units shared with the key before (varint; 0 at a restart), further units (varint), those units,
 *   [at a restart: where its payload begins (varint)], first record, records, bytes of records, bytes of places.
 * The payload holds for each entry its records, then its places. Entries are in the order of (key, first
 * record); a long list is several entries with the same key, in as many blocks as it needs.
 */
export class TermWriter {
  readonly fences: TermFence[] = [];
  readonly #sink: BlockSink;
  readonly #section: string;
  readonly #docs = new ByteWriter();
  readonly #places = new ByteWriter();
  #entries: Entry[] = [];
  #bytes = 0;

  constructor(sink: BlockSink, section: string) {
    this.#sink = sink;
    this.#section = section;
  }

  /** Adds a term; terms come in the order of their UTF-16 units. */
  async add(key: string, list: PostingList): Promise<void> {
    for (const chunk of encodePostings(list, this.#docs, this.#places)) {
      const size = chunk.docs.length + chunk.places.length + key.length * 2 + 14;
      if (this.#entries.length > 0 && this.#bytes + size > blockBytes) await this.finish();
      this.#entries.push({ key, chunk });
      this.#bytes += size;
    }
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    const first = this.#entries[0];
    if (first === undefined) return;
    this.fences.push({ key: first.key, firstDoc: first.chunk.firstDoc });
    await this.#sink.write(this.#section, encodeBlock(this.#entries));
    this.#entries = [];
    this.#bytes = 0;
  }
}

function encodeBlock(entries: readonly Entry[]): Uint8Array {
  const table = new ByteWriter();
  const payload = new ByteWriter();
  const restarts: number[] = [];
  entries.forEach(({ key, chunk }, at) => {
    const isRestart = at % restartEvery === 0;
    if (isRestart) restarts.push(table.length);
    const shared = isRestart ? 0 : sharedUnits((entries[at - 1] as Entry).key, key);
    table.varint(shared);
    table.varint(key.length - shared);
    table.units(key, shared);
    if (isRestart) table.varint(payload.length);
    table.varint(chunk.firstDoc);
    table.varint(chunk.count);
    table.varint(chunk.docs.length);
    table.varint(chunk.places.length);
    payload.bytes(chunk.docs);
    payload.bytes(chunk.places);
  });
  const out = new ByteWriter();
  out.u8(postingEncoding);
  out.varint(entries.length);
  out.varint(restarts.length);
  out.varint(table.length);
  for (const restart of restarts) out.u16(restart);
  out.bytes(table.take());
  out.bytes(payload.take());
  return out.take();
}

/** How many units two keys have in common at their beginning. */
export function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}
