// Reads a block with every step checked against its end: a damaged block is an error, never a wrong answer.
import { AppError } from '../errors/app-error.ts';

/** Where bytes came from, for the error that names them. */
export interface BlockPlace {
  readonly segment: string;
  readonly section: string;
  readonly block: number;
}

/** The error of bytes that cannot be what a builder wrote. */
export function blockDamaged(place: BlockPlace, cause?: unknown): AppError {
  const details = { segment: place.segment, section: place.section, block: place.block };
  return new AppError('search.block-damaged', details, { cause });
}

/** A cursor over bytes. Every method throws `search.block-damaged` rather than read past `end`. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly place: BlockPlace;
  at: number;

  constructor(bytes: Uint8Array, place: BlockPlace, from = 0, end: number = bytes.length) {
    this.bytes = bytes;
    this.place = place;
    this.at = from;
    this.end = end;
    if (from > end || end > bytes.length) throw blockDamaged(place);
  }

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  u8(): number {
    if (this.at >= this.end) throw blockDamaged(this.place);
    return this.bytes[this.at++] as number;
  }

  u16(): number {
    return this.u8() * 256 + this.u8();
  }

  /** An unsigned integer below 2^32. */
  varint(): number {
    const first = this.bytes[this.at] as number;
    if (this.at < this.end && first < 0x80) {
      this.at++;
      return first;
    }
    return this.#longVarint();
  }

  #longVarint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      if (shift === 28 && byte > 0x0f) break;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw blockDamaged(this.place);
  }

  /** A varint that must not exceed `limit`. */
  bounded(limit: number): number {
    const value = this.varint();
    if (value > limit) throw blockDamaged(this.place);
    return value;
  }

  /** The next `length` bytes, without copying. */
  run(length: number): Uint8Array {
    const from = this.skip(length);
    return this.bytes.subarray(from, this.at);
  }

  /** Passes over `length` bytes and returns where they began. */
  skip(length: number): number {
    const from = this.at;
    if (length < 0 || length > this.end - from) throw blockDamaged(this.place);
    this.at = from + length;
    return from;
  }

  units(count: number): string {
    const from = this.skip(count * 2);
    let text = '';
    for (let at = from; at < this.at; at += 2) {
      text += String.fromCharCode((this.bytes[at] as number) * 256 + (this.bytes[at + 1] as number));
    }
    return text;
  }
}
