// Finds records by a string that belongs to one of them: a table of hashes in order, cut into blocks.
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { blockBytes } from './format.ts';
import type { BlockSink } from './types.ts';

/** FNV-1a over UTF-16 units, stirred at the end; 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Where a name lies in a table: 24 bits, so that a step takes a byte. Collisions are settled by reading the record. */
export function nameHashOf(name: string): number {
  return hashOf(name) >>> 8;
}

/** Ordinals in the order of their hashes. */
export function orderByHash(hashes: Uint32Array): Uint32Array {
  // Hash and ordinal together stay below 2^53 for less than 2^21 records, and plain numbers sort fastest.
  if (hashes.length < 2 ** 21) {
    const keys = new Float64Array(hashes.length);
    hashes.forEach((hash, ordinal) => {
      keys[ordinal] = hash * 2 ** 21 + ordinal;
    });
    const order = new Uint32Array(hashes.length);
    keys.sort().forEach((key, at) => {
      order[at] = key % 2 ** 21;
    });
    return order;
  }
  return Uint32Array.from(hashes.keys()).sort((a, b) => {
    const left = hashes[a] as number;
    const right = hashes[b] as number;
    return left - right || a - b;
  });
}

/**
 * Writes `(gap from the hash before, ordinal)` pairs, each block counting from 0, and returns the first hash
 * of every block. `hashes[ordinal]` is the hash of a record's string, `byHash` is `orderByHash` of them.
 */
export async function writeLookup(
  sink: BlockSink,
  section: string,
  hashes: Uint32Array,
  byHash: Uint32Array,
): Promise<number[]> {
  const fences: number[] = [];
  const out = new ByteWriter();
  let last = 0;
  for (const ordinal of byHash) {
    const hash = hashes[ordinal] as number;
    if (out.length + 10 > blockBytes) {
      await sink.write(section, out.take());
      last = 0;
    }
    if (out.length === 0) fences.push(hash);
    out.varint(hash - last);
    out.varint(ordinal);
    last = hash;
  }
  if (out.length > 0) await sink.write(section, out.take());
  return fences;
}

/** The blocks that may hold a hash: `[from, to)`. */
export function blocksOfHash(fences: readonly number[], hash: number): readonly [number, number] {
  const from = fences.findIndex((fence) => fence >= hash);
  const to = fences.findIndex((fence) => fence > hash);
  return [Math.max(0, (from < 0 ? fences.length : from) - 1), to < 0 ? fences.length : to];
}

/** The ordinals a block holds for a hash. */
export function ordinalsOfHash(
  bytes: Uint8Array,
  place: BlockPlace,
  hash: number,
  records: number,
): number[] {
  const reader = new ByteReader(bytes, place);
  const found: number[] = [];
  for (let at = 0; !reader.isAtEnd; ) {
    at += reader.varint();
    const ordinal = reader.varint();
    if (ordinal >= records || at > 0xffffffff) throw blockDamaged(place);
    if (at === hash) found.push(ordinal);
  }
  return found;
}
