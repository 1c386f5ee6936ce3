// Reads what `BitWriter` wrote; a run that ends too early is damage, never a shorter list.
import { riceEscape } from './bit-writer.ts';
import { type BlockPlace, blockDamaged } from './byte-reader.ts';

/** A code of at most so many bits lies in a window, wherever in a byte it begins, and is no escape. */
const sureBits = 24;

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
  #window(at = this.#at): number {
    const byte = at >>> 3;
    const bytes = this.#bytes;
    const word =
      ((bytes[byte] as number) << 24) |
      ((bytes[byte + 1] as number) << 16) |
      ((bytes[byte + 2] as number) << 8) |
      (bytes[byte + 3] as number);
    return word << (at & 7);
  }

  /** `count` bits as a number; at most 24. */
  bits(count: number): number {
    if (count === 0) return 0;
    const value = this.#window() >>> (32 - count);
    this.#at += count;
    return value;
  }

  /** `count` bits, at most 24, from any place on, without going there. */
  bitsAt(at: number, count: number): number {
    return count === 0 ? 0 : this.#window(at) >>> (32 - count);
  }

  /** Passes over the next 24 bits if they are these. */
  passes(wanted: number): boolean {
    const areThese = this.#window() >>> 8 === wanted;
    if (areThese) this.#at += 24;
    return areThese;
  }

  /** Passes over bits. Throws `search.block-damaged` when there are not as many. */
  skip(count: number): void {
    this.#at += count;
    this.check();
  }

  rice(k: number): number {
    const window = this.#window();
    const quotient = Math.clz32(~window);
    if (quotient + k < sureBits) {
      this.#at += quotient + 1 + k;
      return (quotient << k) + (((window << (quotient + 1)) >>> 1) >>> (31 - k));
    }
    if (quotient >= riceEscape) {
      this.#at += riceEscape;
      const high = this.bits(16);
      return high * 65_536 + this.bits(16);
    }
    this.#at += quotient + 1;
    return (quotient << k) + this.bits(k);
  }

  /**
   * Reads `count` gaps, each written as one less than it is, and puts the sums from `start` on into `into[from …)`.
   * The same as `rice` in a loop, in locals: lists are mostly read here. Bits are taken out of a
   * window of 32 until it does not hold a whole code, so that most codes need no look at the bytes. What lies behind the window
   * reads as zeros: a code that goes on there seems to end, but is longer than what is left.
   */
  sums(into: Uint32Array, from: number, count: number, k: number, start: number): number {
    const bytes = this.#bytes;
    const shift = 31 - k;
    const end = from + count;
    let at = this.#at;
    let sum = start;
    let window = 0;
    let left = 0;
    for (let index = from; index < end; index++) {
      let quotient = Math.clz32(~window);
      let length = quotient + k + 1;
      if (length > left) {
        const byte = at >>> 3;
        const used = at & 7;
        window =
          (((bytes[byte] as number) << 24) |
            ((bytes[byte + 1] as number) << 16) |
            ((bytes[byte + 2] as number) << 8) |
            (bytes[byte + 3] as number)) <<
          used;
        left = 32 - used;
        quotient = Math.clz32(~window);
        length = quotient + k + 1;
      }
      if (length <= sureBits) {
        sum += (quotient << k) + (((window << (quotient + 1)) >>> 1) >>> shift) + 1;
        at += length;
        window <<= length;
        left -= length;
      } else {
        this.#at = at;
        sum += this.rice(k) + 1;
        at = this.#at;
        left = 0;
      }
      into[index] = sum;
    }
    this.#at = at;
    return sum;
  }

  gamma(): number {
    const window = this.#window();
    const width = Math.clz32(window);
    if (width * 2 < sureBits) {
      this.#at += width * 2 + 1;
      return (window << width) >>> (31 - width);
    }
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
