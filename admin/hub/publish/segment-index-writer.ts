// Gathers the index of a segment while its records stream into the engine, and writes it when their ordinals are known.
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { syncFolder } from './durable-files.ts';
import { hashBytes, keptHash, writeIndexFile } from './segment-index.ts';

/** A record on its way into the segment. */
export interface IndexedRecord {
  readonly id: string;
  readonly version: number;
  /** SHA-256 in hex; empty when it is not known, so that the next publish looks at the record again. */
  readonly contentHash: string;
  readonly kind: RecordKind;
  /** Digests of its attachments, each once. */
  readonly attachments: Iterable<string>;
}

export class SegmentIndexWriter {
  #rows = 0;
  #idBytes = 0;
  readonly #idEnds: Uint32Array;
  readonly #versions: Uint32Array;
  readonly #hashes: Buffer;
  readonly #kinds: Uint8Array;
  readonly #attachments: [number, ...string[]][] = [];
  readonly #used = new Set<string>();
  #ids: Buffer;

  /** @param capacity the most records that can come */
  constructor(capacity: number) {
    this.#idEnds = new Uint32Array(capacity);
    this.#versions = new Uint32Array(capacity);
    this.#hashes = Buffer.alloc(capacity * hashBytes);
    this.#kinds = new Uint8Array(capacity);
    this.#ids = Buffer.alloc(Math.max(64, capacity * 24));
  }

  get records(): number {
    return this.#rows;
  }

  /** Digests of all attachments so far. */
  get attachments(): ReadonlySet<string> {
    return this.#used;
  }

  /** The next record; ids come in ascending order. */
  add({ id, version, contentHash, kind, attachments }: IndexedRecord): void {
    const row = this.#rows;
    if (row >= this.#kinds.length) throw new RangeError('More records than were announced.');
    this.#rows += 1;
    this.#idBytes += this.#writeId(id);
    this.#idEnds[row] = this.#idBytes;
    this.#versions[row] = version;
    this.#kinds[row] = recordKinds.indexOf(kind);
    this.#hashes.write(keptHash(contentHash), row * hashBytes, 'hex');
    const digests = [...attachments];
    if (digests.length > 0) this.#attachments.push([row, ...digests]);
    for (const digest of digests) this.#used.add(digest);
  }

  /** How many records of each kind came. */
  countKinds(): Record<RecordKind, number> {
    const counts = Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number>;
    for (let row = 0; row < this.#rows; row += 1) {
      counts[recordKinds[this.#kinds[row] as number] as RecordKind] += 1;
    }
    return counts;
  }

  /** Everything that came, in order. */
  *entries(): Generator<{ readonly id: string; readonly version: number }> {
    let from = 0;
    for (let row = 0; row < this.#rows; row += 1) {
      const end = this.#idEnds[row] as number;
      yield { id: this.#ids.toString('utf8', from, end), version: this.#versions[row] as number };
      from = end;
    }
  }

  /** Puts the index in place at `path`, whole or not at all; `ordinals` are in the order the records came. */
  async write(path: string, ordinals: Uint32Array, staging: string): Promise<void> {
    const rows = this.#rows;
    const attachments = Buffer.from(JSON.stringify(this.#attachments));
    const temporary = join(staging, 'segment-index.tmp');
    await writeIndexFile(
      temporary,
      { records: rows, idBytes: this.#idBytes, attachmentBytes: attachments.length },
      [
        asBytes(this.#idEnds.subarray(0, rows)),
        asBytes(this.#versions.subarray(0, rows)),
        asBytes(ordinals),
        this.#hashes.subarray(0, rows * hashBytes),
        this.#kinds.subarray(0, rows),
        this.#ids.subarray(0, this.#idBytes),
        attachments,
      ],
    );
    await rename(temporary, path);
    await syncFolder(join(path, '..'));
  }

  #writeId(id: string): number {
    const longest = id.length * 3;
    if (this.#idBytes + longest > this.#ids.length) {
      const larger = Buffer.alloc(this.#ids.length * 2 + longest);
      this.#ids.copy(larger, 0, 0, this.#idBytes);
      this.#ids = larger;
    }
    return this.#ids.write(id, this.#idBytes, 'utf8');
  }
}

function asBytes({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
