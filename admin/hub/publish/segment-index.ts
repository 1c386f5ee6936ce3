// What the hub remembers of one segment, record by record: written once, right after the segment, and never changed.
//
//   bytes
//   4        magic "MCSI"
//   4        format version, 1
//   4        n, number of records
//   4        bytes of ids
//   4        bytes of attachments
//   n × 4    where each id ends
//   n × 4    version
//   n × 4    ordinal in the segment
//   n × 16   content hash, cut to 16 bytes; zeros when it is not known
//   n        place of the kind in `recordKinds`
//   …        ids in UTF-8, ascending as `<` compares strings
//   …        attachments as JSON: [[row, digest, …], …], only rows that have any
//   32       SHA-256 of everything before
//
// Columns and not lines: 1.35 million records are 70 MB that are read, checked and searched without making an object
// of each. Integers are little-endian, as is every machine Node.js runs on.
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';

/** Thrown for an index that is not whole; publishing answers by building everything anew. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}

const magic = 0x4953434d; // "MCSI" read as a little-endian integer
const headBytes = 20;
const digestBytes = 32;
export const hashBytes = 16;

/** Sizes from the head; everything else follows from them. */
interface Layout {
  readonly records: number;
  readonly idBytes: number;
  readonly attachmentBytes: number;
}

/** A content hash as far as it is kept: 32 hex digits. */
export function keptHash(contentHash: string): string {
  return contentHash.slice(0, hashBytes * 2);
}

/** The columns of one segment, in the order of ids. */
export class SegmentIndex {
  readonly records: number;
  readonly #idEnds: Uint32Array;
  readonly #versions: Uint32Array;
  readonly #ordinals: Uint32Array;
  readonly #hashes: Buffer;
  readonly #kinds: Uint8Array;
  readonly #ids: Buffer;
  /** Row → digests. */
  readonly attachments: ReadonlyMap<number, readonly string[]>;

  /** Throws IndexDamaged for bytes that `SegmentIndexWriter` would not have written. */
  constructor(file: Buffer) {
    const layout = parseHead(file);
    this.records = layout.records;
    let at = headBytes;
    const take = (bytes: number) => {
      at += bytes;
      return file.subarray(at - bytes, at);
    };
    this.#idEnds = asIntegers(take(4 * this.records));
    this.#versions = asIntegers(take(4 * this.records));
    this.#ordinals = asIntegers(take(4 * this.records));
    this.#hashes = take(hashBytes * this.records);
    this.#kinds = take(this.records);
    this.#ids = take(layout.idBytes);
    this.attachments = parseAttachments(take(layout.attachmentBytes));
  }

  idAt(row: number): string {
    const from = row === 0 ? 0 : (this.#idEnds[row - 1] as number);
    return this.#ids.toString('utf8', from, this.#idEnds[row]);
  }

  versionAt(row: number): number {
    return this.#versions[row] as number;
  }

  ordinalAt(row: number): number {
    return this.#ordinals[row] as number;
  }

  kindAt(row: number): RecordKind {
    return recordKinds[this.#kinds[row] as number] ?? 'document';
  }

  /** As `keptHash` cuts it; zeros when it is not known. */
  hashAt(row: number): string {
    return this.#hashes.toString('hex', row * hashBytes, (row + 1) * hashBytes);
  }

  /** The row of this id, or -1. */
  find(id: string): number {
    let low = 0;
    let high = this.records - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.idAt(middle);
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Reads and checks an index. Throws IndexDamaged, also when there is none. */
export async function readSegmentIndex(path: string): Promise<SegmentIndex> {
  const file = await readFile(path).catch((cause) => {
    throw new IndexDamaged('unreadable', { cause });
  });
  return new SegmentIndex(file);
}

/** Writes the parts of an index one after the other, closes with their digest, and syncs. */
export async function writeIndexFile(path: string, layout: Layout, parts: readonly Uint8Array[]) {
  const head = Uint32Array.of(magic, 1, layout.records, layout.idBytes, layout.attachmentBytes);
  const digest = createHash('sha256');
  const file = await open(path, 'w', 0o600);
  try {
    for (const part of [new Uint8Array(head.buffer), ...parts]) {
      digest.update(part);
      await file.writeFile(part);
    }
    await file.writeFile(digest.digest());
    await file.sync();
  } finally {
    await file.close();
  }
}

function parseHead(file: Buffer): Layout {
  if (file.length < headBytes + digestBytes) throw new IndexDamaged('cut short');
  const [mark, format, records = 0, idBytes = 0, attachmentBytes = 0] = asIntegers(
    file.subarray(0, headBytes),
  );
  if (mark !== magic || format !== 1) throw new IndexDamaged('format');
  const length = headBytes + records * (13 + hashBytes) + idBytes + attachmentBytes + digestBytes;
  if (length !== file.length) throw new IndexDamaged('length');
  const content = file.subarray(0, length - digestBytes);
  if (
    !createHash('sha256')
      .update(content)
      .digest()
      .equals(file.subarray(length - digestBytes))
  ) {
    throw new IndexDamaged('digest');
  }
  return { records, idBytes, attachmentBytes };
}

function parseAttachments(json: Buffer): Map<number, readonly string[]> {
  const rows = JSON.parse(json.toString('utf8')) as [number, ...string[]][];
  return new Map(rows.map(([row, ...digests]) => [row, digests]));
}

/** A view, or a copy where the bytes do not lie at a multiple of four. */
function asIntegers(bytes: Buffer): Uint32Array {
  const { buffer, byteOffset, length } = bytes;
  if (byteOffset % 4 === 0) return new Uint32Array(buffer, byteOffset, length / 4);
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
