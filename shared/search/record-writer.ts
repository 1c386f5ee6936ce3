// Writes the records of a segment in small blocks, each record readable without the others.
import { AppError } from '../errors/app-error.ts';
import { ByteWriter } from './byte-writer.ts';
import { blockBytes, sections } from './format.ts';
import { writeName } from './packed-names.ts';
import { sharedUnits } from './term-keys.ts';
import type { BlockSink } from './types.ts';

/** Records in one block at most, and the bytes at which it is closed: what one read of a hit costs. */
const recordsInBlock = 64;
const closedAt = 4 * 1024;
/** No record may be larger: it would have to be held whole to be read. */
const largestRecord = 16 * 1024 * 1024;

/** A block, and the number of its first record. */
export interface RecordFence {
  readonly block: number;
  readonly firstRecord: number;
}

/** A record on its way to a block: its names, and its text already written in symbols. */
export interface PackedRecord {
  readonly id: string;
  readonly code: string;
  readonly text: Uint8Array;
}

/**
 * A block is: bytes of the whole (varint), records (varint), the bytes of each, the records. One that is larger
 * than a block goes on in blocks that hold nothing else. A record is: how many units its id shares with the id of
 * the block's first (varint), the rest of its id, its code (`packed-names.ts`), its text (`symbol-table.ts`).
 */
export class RecordWriter {
  readonly fences: RecordFence[] = [];
  readonly #sink: BlockSink;
  readonly #out = new ByteWriter();
  #held: Uint8Array[] = [];
  #firstId = '';
  #bytes = 0;
  #records = 0;

  constructor(sink: BlockSink) {
    this.#sink = sink;
  }

  /** Adds the next record. Throws `search.record-too-large`. */
  async add(record: PackedRecord): Promise<void> {
    if (record.text.length > largestRecord) {
      throw new AppError('search.record-too-large', { bytes: record.text.length, limit: largestRecord });
    }
    const isFull = this.#held.length === recordsInBlock || this.#bytes + record.text.length > closedAt;
    if (isFull && this.#held.length > 0) await this.finish();
    if (this.#held.length === 0) this.#firstId = '';
    const shared = sharedCharacters(this.#firstId, record.id);
    if (this.#held.length === 0) this.#firstId = record.id;
    this.#out.varint(shared);
    writeName(this.#out, record.id.slice(shared));
    writeName(this.#out, record.code);
    this.#out.bytes(record.text);
    const bytes = this.#out.take();
    this.#held.push(bytes);
    this.#bytes += bytes.length;
  }

  async finish(): Promise<void> {
    if (this.#held.length === 0) return;
    const content = new ByteWriter();
    content.varint(this.#held.length);
    for (const { length } of this.#held) content.varint(length);
    for (const record of this.#held) content.bytes(record);
    const whole = new ByteWriter();
    whole.varint(content.length);
    whole.bytes(content.take());
    const bytes = whole.take();
    const block = await this.#sink.write(sections.records, bytes.slice(0, blockBytes));
    for (let at = blockBytes; at < bytes.length; at += blockBytes) {
      await this.#sink.write(sections.records, bytes.slice(at, at + blockBytes));
    }
    this.fences.push({ block, firstRecord: this.#records });
    this.#records += this.#held.length;
    this.#held = [];
    this.#bytes = 0;
  }
}

/** How many units two ids share, none of them half a character: what follows is written as UTF-8. */
function sharedCharacters(a: string, b: string): number {
  const shared = sharedUnits(a, b);
  const last = a.charCodeAt(shared - 1);
  return last >= 0xd800 && last <= 0xdbff ? shared - 1 : shared;
}
