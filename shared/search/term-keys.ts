// Keys of the dictionary: a term with the field it stands in behind it, so that all fields of a term lie together.
//
// A key is written shorter than UTF-16: a unit below 0x7f takes one byte, one from 0x3000 to 0xafff two, any
// other three.
import type { ByteReader } from './byte-reader.ts';
import { blockDamaged } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

const escapeUnit = 0x7f;
const firstWide = 0x3000;
const lastWide = 0xafff;
/** From here on the shared or the further units of a key are told in a number of their own. */
const manyUnits = 15;

function writeUnit(out: ByteWriter, unit: number): void {
  if (unit < escapeUnit) out.u8(unit);
  else if (unit >= firstWide && unit <= lastWide) out.u16(0x8000 | (unit - firstWide));
  else {
    out.u8(escapeUnit);
    out.u16(unit);
  }
}

function readUnit(reader: ByteReader): number {
  const first = reader.u8();
  if (first < escapeUnit) return first;
  if (first === escapeUnit) return reader.u16();
  return firstWide + (((first & 0x7f) << 8) | reader.u8());
}

/** Writes what a key does not share with the one before. */
export function writeKey(out: ByteWriter, key: string, before: string): void {
  const shared = sharedUnits(before, key);
  const further = key.length - shared;
  if (shared < manyUnits && further < manyUnits) out.u8((shared << 4) | further);
  else {
    out.u8(0xff);
    out.varint(shared);
    out.varint(further);
  }
  for (let at = shared; at < key.length; at++) writeUnit(out, key.charCodeAt(at));
}

/** Reads the key that follows `before`. Throws `search.block-damaged`. */
export function readKey(reader: ByteReader, before: string): string {
  const head = reader.u8();
  const shared = head === 0xff ? reader.varint() : head >>> 4;
  const further = head === 0xff ? reader.varint() : head & 0x0f;
  if (shared > before.length || further > reader.end - reader.at) throw blockDamaged(reader.place);
  if (further === 0 && shared === before.length) return before;
  let key = before.slice(0, shared);
  for (let at = 0; at < further; at++) key += String.fromCharCode(readUnit(reader));
  return key;
}

/** How many units two keys have in common at their beginning. */
export function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}
