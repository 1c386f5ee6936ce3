// Ids and hand-off codes of records in few bytes: names made of Crockford symbols take five bits a symbol.
import { type ByteReader, blockDamaged } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

const symbols = '0123456789abcdefghjkmnpqrstvwxyz';
const values = new Map([...symbols].map((symbol, value) => [symbol, value]));
/** How a name is written, in the lowest two bits of its head; the rest is its length. */
const shapes = { lower: 0, upper: 1, plain: 2 } as const;
const longestName = 4096;

function shapeOf(name: string): number {
  if (/^[0-9a-hjkmnp-tv-z]+$/.test(name)) return shapes.lower;
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(name) ? shapes.upper : shapes.plain;
}

export function writeName(out: ByteWriter, name: string): void {
  const shape = shapeOf(name);
  if (shape === shapes.plain) {
    const bytes = new TextEncoder().encode(name);
    out.varint(bytes.length * 4 + shape);
    out.bytes(bytes);
    return;
  }
  out.varint(name.length * 4 + shape);
  const lower = name.toLowerCase();
  let pending = 0;
  let bits = 0;
  for (let at = 0; at < lower.length; at++) {
    pending = (pending << 5) | (values.get(lower[at] as string) ?? 0);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.u8((pending >>> bits) & 0xff);
      pending &= (1 << bits) - 1;
    }
  }
  if (bits > 0) out.u8((pending << (8 - bits)) & 0xff);
}

/** Throws `search.block-damaged`. */
export function readName(reader: ByteReader): string {
  const head = reader.bounded(longestName * 4 + 3);
  const length = head >>> 2;
  const shape = head & 3;
  if (shape === shapes.plain) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(reader.run(length));
    } catch (cause) {
      throw blockDamaged(reader.place, cause);
    }
  }
  if (shape > shapes.plain) throw blockDamaged(reader.place);
  let name = '';
  let pending = 0;
  let bits = 0;
  for (let at = 0; at < length; at++) {
    if (bits < 5) {
      pending = (pending << 8) | reader.u8();
      bits += 8;
    }
    bits -= 5;
    name += symbols[pending >>> bits];
    pending &= (1 << bits) - 1;
  }
  return shape === shapes.upper ? name.toUpperCase() : name;
}
