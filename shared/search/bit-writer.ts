// Writes numbers bit by bit: fixed widths, Rice codes and Elias gamma codes, highest bit first.

/** From this quotient on a Rice code is this many ones and the value in 32 plain bits. */
export const riceEscape = 24;
/** Widest parameter of a Rice code. */
export const widestRice = 24;

/** A growing run of bits. */
export class BitWriter {
  #bytes = new Uint8Array(512);
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  /** Whole bytes so far; the last one may be begun. */
  get length(): number {
    return this.#length + (this.#pendingBits > 0 ? 1 : 0);
  }

  /** The lowest `count` bits of a value; at most 24 at a time. */
  bits(value: number, count: number): void {
    this.#pending = (this.#pending << count) | value;
    this.#pendingBits += count;
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      this.#bytes[this.#length++] = (this.#pending >>> this.#pendingBits) & 0xff;
    }
    this.#pending &= (1 << this.#pendingBits) - 1;
  }

  /** Rice code (Rice 1979) with parameter `k`: the quotient in ones, a zero, `k` bits of remainder. */
  rice(value: number, k: number): void {
    const quotient = Math.floor(value / 2 ** k);
    if (quotient < riceEscape) {
      this.bits(2 ** (quotient + 1) - 2, quotient + 1);
      this.bits(value & (2 ** k - 1), k);
      return;
    }
    this.bits(2 ** riceEscape - 1, riceEscape);
    this.bits(value >>> 16, 16);
    this.bits(value & 0xffff, 16);
  }

  /** Elias gamma code (Elias 1975) of a value from 1 to 2^24 - 1. */
  gamma(value: number): void {
    const width = 31 - Math.clz32(value);
    if (width > 0) this.bits(0, width);
    this.bits(value, width + 1);
  }

  /** A copy of what was written, filled up to a whole byte with zeros; the writer starts again empty. */
  take(): Uint8Array {
    if (this.#pendingBits > 0) this.bits(0, 8 - this.#pendingBits);
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #grow(): void {
    const grown = new Uint8Array(this.#bytes.length * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** A parameter and how many bits some numbers take with it. */
export interface RiceChoice {
  readonly k: number;
  readonly bits: number;
}

/** The parameter with which these numbers take the fewest bits as Rice codes. */
export function bestRice(values: Uint32Array, count: number): RiceChoice {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at] as number;
  if (sum === 0) return { k: 0, bits: count };
  const guess = Math.max(0, Math.floor(Math.log2((sum / count) * Math.LN2 + 1e-9)));
  let best: RiceChoice = { k: 0, bits: Number.POSITIVE_INFINITY };
  for (let k = Math.max(0, guess - 1); k <= Math.min(widestRice, guess + 2); k++) {
    let bits = count * (k + 1);
    for (let at = 0; at < count; at++) {
      bits += Math.min((values[at] as number) >>> k, riceEscape + 32);
    }
    if (bits < best.bits) best = { k, bits };
  }
  return best;
}
