// Writes the records of a segment in small blocks, each record readable without the others.
import { AppError } from '../errors/app-error.ts';
import { ByteWriter } from './byte-writer.ts';
import { blockBytes, sections } from './format.ts';
import { writeName } from './packed-names.ts';
import type { SymbolEncoder } from './symbol-table.ts';
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

/** Encodes one record: its id, its code, its text in symbols. */
export function encodeRecord(
  record: { readonly id: string; readonly code: string; readonly text: string },
  encoder: SymbolEncoder,
  out: ByteWriter,
): Uint8Array {
  writeName(out, record.id);
  writeName(out, record.code);
  encoder.encode(record.text, out);
  const bytes = out.take();
  if (bytes.length > largestRecord) {
    throw new AppError('search.record-too-large', { bytes: bytes.length, limit: largestRecord });
  }
  return bytes;
}

/**
 * A block is: bytes of the whole (varint), records (varint), the bytes of each, the records. One that is larger
 * than a block goes on in blocks that hold nothing else.
 */
export class RecordWriter {
  readonly fences: RecordFence[] = [];
  readonly #sink: BlockSink;
  #held: Uint8Array[] = [];
  #bytes = 0;
  #records = 0;

  constructor(sink: BlockSink) {
    this.#sink = sink;
  }

  /** Adds the next record, encoded by `encodeRecord`. */
  async add(record: Uint8Array): Promise<void> {
    const isFull = this.#held.length === recordsInBlock || this.#bytes + record.length > closedAt;
    if (isFull && this.#held.length > 0) await this.finish();
    this.#held.push(record);
    this.#bytes += record.length;
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
