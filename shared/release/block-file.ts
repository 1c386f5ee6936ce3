// The container a segment's blocks travel in (`.mcb`): a table of lengths and digests, then the blocks.
//
//   offset  bytes
//   0       4       magic "MCBF"
//   4       2       format version, 1
//   6       2       reserved, 0
//   8       4       n, number of blocks, 1 to 8192
//   12      4       length of the whole file
//   16      24 × n  table; each row: offset of the block in the file (4), its length (4),
//                   SHA-256 of the block cut to 16 bytes (16)
//   16+24n  …       the blocks, one after the other, without gaps, to the end of the file
//
// All integers are unsigned and little-endian. A file holds at most 4 MB and a block at most 48 KB (from 64 KB on
// Chromium stores an IndexedDB value as a file of its own). Sixteen bytes of SHA-256 find every accident; against
// an attacker stands the SHA-256 of the whole file in the signed targets metadata.
import { AppError } from '../errors/app-error.ts';
import type { Sha256 } from './crypto.ts';
import { equalBytes } from './hex.ts';

export const maxBlockFileBytes = 4 * 1024 * 1024;
export const maxBlockBytes = 48 * 1024;
export const maxBlocksPerFile = 8192;
export const blockDigestBytes = 16;
/** Bytes before the table; enough to learn how long the table is. */
export const blockFilePrefixBytes = 16;

const magic = 0x4642434d; // "MCBF" read as a little-endian integer
const formatVersion = 1;
const rowBytes = 8 + blockDigestBytes;

/** One row of the table. */
export interface BlockRow {
  /** Where the block begins in the file. */
  readonly offset: number;
  readonly length: number;
  /** The first 16 bytes of the block's SHA-256. */
  readonly digest: Uint8Array;
}

/** A parsed file: `block(i)` is a view into the bytes it was parsed from, not a copy. */
export interface BlockFile {
  readonly rows: readonly BlockRow[];
  block(index: number): Uint8Array;
}

/** The digest a block is known by: SHA-256 cut to 16 bytes. */
export async function digestBlock(block: Uint8Array, sha256: Sha256): Promise<Uint8Array> {
  return (await sha256(block)).slice(0, blockDigestBytes);
}

/** Whether a block still is what its digest says. */
export async function isBlockWhole(block: Uint8Array, digest: Uint8Array, sha256: Sha256): Promise<boolean> {
  return digest.length === blockDigestBytes && equalBytes(await digestBlock(block, sha256), digest);
}

/** Length of the file that `blocks` blocks with `contentBytes` bytes altogether make. */
export function blockFileBytes(blocks: number, contentBytes: number): number {
  return headerBytes(blocks) + contentBytes;
}

/** Lays blocks with their digests out as one file. Throws `release.block-file-damaged` past any limit. */
export function encodeBlockFile(
  blocks: readonly { readonly bytes: Uint8Array; readonly digest: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const contentBytes = blocks.reduce((sum, block) => sum + block.bytes.length, 0);
  const total = blockFileBytes(blocks.length, contentBytes);
  if (blocks.length < 1 || blocks.length > maxBlocksPerFile) throw damaged('', 'number of blocks');
  if (total > maxBlockFileBytes) throw damaged('', 'length of the file');
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, formatVersion, true);
  view.setUint32(8, blocks.length, true);
  view.setUint32(12, total, true);
  let offset = headerBytes(blocks.length);
  blocks.forEach(({ bytes, digest }, index) => {
    if (bytes.length < 1 || bytes.length > maxBlockBytes) throw damaged('', 'length of a block');
    const row = blockFilePrefixBytes + index * rowBytes;
    view.setUint32(row, offset, true);
    view.setUint32(row + 4, bytes.length, true);
    file.set(digest.subarray(0, blockDigestBytes), row + 8);
    file.set(bytes, offset);
    offset += bytes.length;
  });
  return file;
}

/** How many bytes prefix and table take, from the first 16 bytes. Throws `release.block-file-damaged`. */
export function blockTableBytes(prefix: Uint8Array, fileBytes: number, name: string): number {
  return headerBytes(parsePrefix(prefix, fileBytes, name));
}

/**
 * Reads the table from the beginning of a file of `fileBytes` bytes; the blocks need not be there yet.
 * Throws `release.block-file-damaged` for anything a writer of ours would not have written.
 */
export function parseBlockTable(header: Uint8Array, fileBytes: number, name: string): readonly BlockRow[] {
  const count = parsePrefix(header, fileBytes, name);
  const end = headerBytes(count);
  if (header.length < end) throw damaged(name, 'table cut short');
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const rows: BlockRow[] = [];
  let expected = end;
  for (let index = 0; index < count; index += 1) {
    const row = blockFilePrefixBytes + index * rowBytes;
    const offset = view.getUint32(row, true);
    const length = view.getUint32(row + 4, true);
    if (offset !== expected) throw damaged(name, `offset of block ${index}`);
    if (length < 1 || length > maxBlockBytes) throw damaged(name, `length of block ${index}`);
    rows.push({ offset, length, digest: header.slice(row + 8, row + rowBytes) });
    expected += length;
  }
  if (expected !== fileBytes) throw damaged(name, 'blocks do not end with the file');
  return rows;
}

/** Parses a whole file. `name` is only for the error. Digests are not checked here: see `isBlockWhole`. */
export function parseBlockFile(bytes: Uint8Array, name: string): BlockFile {
  const rows = parseBlockTable(bytes, bytes.length, name);
  return {
    rows,
    block(index) {
      const row = rows[index];
      if (row === undefined) throw damaged(name, `no block ${index}`);
      return bytes.subarray(row.offset, row.offset + row.length);
    },
  };
}

function parsePrefix(bytes: Uint8Array, fileBytes: number, name: string): number {
  if (bytes.length < blockFilePrefixBytes) throw damaged(name, 'cut short');
  if (fileBytes > maxBlockFileBytes) throw damaged(name, 'length of the file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) throw damaged(name, 'magic');
  if (view.getUint16(4, true) !== formatVersion) throw damaged(name, 'format version');
  if (view.getUint16(6, true) !== 0) throw damaged(name, 'reserved field');
  const count = view.getUint32(8, true);
  if (count < 1 || count > maxBlocksPerFile) throw damaged(name, 'number of blocks');
  if (view.getUint32(12, true) !== fileBytes) throw damaged(name, 'length of the file');
  if (headerBytes(count) > fileBytes) throw damaged(name, 'table cut short');
  return count;
}

function headerBytes(blocks: number): number {
  return blockFilePrefixBytes + blocks * rowBytes;
}

function damaged(file: string, reason: string): AppError {
  return new AppError('release.block-file-damaged', { file, reason });
}
