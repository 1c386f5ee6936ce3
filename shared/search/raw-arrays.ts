// Numbers and units as they lie in memory, lowest byte first: what is needed at every start is not decoded one by one.
import { type ByteReader, blockDamaged } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** Whether this machine keeps numbers as they are written here; nearly all do. */
export const isSameOrder = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Units that are made a string in one go. */
const unitsAtOnce = 8192;

/** Writes numbers below 2^32, four bytes each. */
export function writeNumbers(out: ByteWriter, numbers: ArrayLike<number>): void {
  const bytes = new DataView(new ArrayBuffer(numbers.length * 4));
  for (let at = 0; at < numbers.length; at++) bytes.setUint32(at * 4, numbers[at] as number, true);
  out.bytes(new Uint8Array(bytes.buffer));
}

/** Throws `search.block-damaged` when there are not as many. */
export function readNumbers(reader: ByteReader, count: number): Uint32Array {
  // A copy lies where numbers may lie, whatever stood before them; `slice` would give none of a Buffer of Node.
  const bytes = new Uint8Array(reader.run(count * 4));
  if (isSameOrder) return new Uint32Array(bytes.buffer);
  const view = new DataView(bytes.buffer);
  return Uint32Array.from({ length: count }, (_, at) => view.getUint32(at * 4, true));
}

/** Writes the units of texts one after the other, two bytes each. */
export function writeUnits(out: ByteWriter, texts: readonly string[]): void {
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      out.u8(unit & 0xff);
      out.u8(unit >>> 8);
    }
  }
}

/** Throws `search.block-damaged` when there are not as many. */
export function readUnitArray(reader: ByteReader, count: number): Uint16Array {
  const bytes = new Uint8Array(reader.run(count * 2));
  if (isSameOrder) return new Uint16Array(bytes.buffer);
  const view = new DataView(bytes.buffer);
  return Uint16Array.from({ length: count }, (_, at) => view.getUint16(at * 2, true));
}

/** The first `length` units as a string. */
export function textOfUnits(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += unitsAtOnce) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, Math.min(length, at + unitsAtOnce)));
  }
  return text;
}

/**
 * Throws `search.block-damaged` unless numbers begin at 0 and grow with every step. This goes over ten thousands of
 * them at every start, before the code is compiled, so it does little.
 */
export function requireAscending(numbers: Uint32Array, reader: ByteReader): void {
  const { length } = numbers;
  if (length === 0) return;
  // Below zero as soon as one step or one number is; 2^31 and more, which counts so too, is more than there can be.
  let steps = numbers[0] === 0 ? 0 : -1;
  let last = 0;
  for (let at = 1; at < length; at++) {
    const number = numbers[at] as number;
    steps |= (number - last - 1) | number;
    last = number;
  }
  if (steps < 0) throw blockDamaged(reader.place);
}
