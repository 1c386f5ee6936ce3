// Reads what `BitWriter` wrote; a run that ends too early is damage, never a shorter list.
import { riceEscape } from './bit-writer.ts';
import { type BlockPlace, blockDamaged } from './byte-reader.ts';

/** A cursor over bits. Reading past the end gives zeros; `check` tells whether that has happened. */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #place: BlockPlace;
  readonly #end: number;
  #at: number;

  /** Bits of `bytes` from byte `from` to byte `to`. */
  constructor(bytes: Uint8Array, from: number, to: number, place: BlockPlace) {
    this.#bytes = bytes;
    this.#place = place;
    this.#at = from * 8;
    this.#end = to * 8;
  }

  /** Where the next bit lies, counted from the beginning of the bytes. */
  get at(): number {
    return this.#at;
  }

  /** The next 25 bits at least, at the top of 32. */
  #window(): number {
    const byte = this.#at >>> 3;
    const bytes = this.#bytes;
    const word =
      ((bytes[byte] as number) << 24) |
      ((bytes[byte + 1] as number) << 16) |
      ((bytes[byte + 2] as number) << 8) |
      (bytes[byte + 3] as number);
    return word << (this.#at & 7);
  }

  /** `count` bits as a number; at most 24. */
  bits(count: number): number {
    if (count === 0) return 0;
    const value = this.#window() >>> (32 - count);
    this.#at += count;
    return value;
  }

  rice(k: number): number {
    const quotient = Math.clz32(~this.#window());
    if (quotient >= riceEscape) {
      this.#at += riceEscape;
      const high = this.bits(16);
      return high * 65_536 + this.bits(16);
    }
    this.#at += quotient + 1;
    return k === 0 ? quotient : (quotient << k) + this.bits(k);
  }

  gamma(): number {
    const width = Math.clz32(this.#window());
    if (width > 23) throw blockDamaged(this.#place);
    this.#at += width;
    return this.bits(width + 1);
  }

  /** Throws `search.block-damaged` when more was read than there is. */
  check(): void {
    if (this.#at > this.#end) throw blockDamaged(this.#place);
  }

  /** Throws `search.block-damaged` unless all but the filling of the last byte was read. */
  checkEnd(): void {
    if (this.#at > this.#end || this.#end - this.#at > 7) throw blockDamaged(this.#place);
  }
}
