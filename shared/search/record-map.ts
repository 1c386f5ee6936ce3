// The records of a dense chunk as a map of bits: whether one is among them is seen without reading those before it.
import type { BitReader } from './bit-reader.ts';
import { type BlockPlace, blockDamaged } from './byte-reader.ts';

/** Bits looked at in one go. */
const atOnce = 24;

/** A bit for every record behind the first, up to the last. */
export class RecordMap {
  readonly lastDoc: number;
  readonly #bits: BitReader;
  readonly #firstDoc: number;
  /** Where the map begins, in bits. */
  readonly #from: number;
  readonly #length: number;
  /** The bit it stands at; -1 at the first record, which has none. */
  #bit = -1;
  /** Records counted so far: those of the first `#counted` bits. */
  #number = 0;
  #counted = 0;

  /** Takes the map's length and the map from `bits`. Throws `search.block-damaged` unless it holds `count` records. */
  constructor(bits: BitReader, firstDoc: number, count: number, place: BlockPlace) {
    this.#bits = bits;
    this.#firstDoc = firstDoc;
    this.#length = bits.bits(atOnce);
    this.#from = bits.at;
    this.lastDoc = firstDoc + this.#length;
    bits.skip(this.#length);
    const last = this.#length === 0 ? 0 : bits.bitsAt(this.#from + this.#length - 1, 1);
    if (last !== 1 || this.#countTo(this.#length) !== count - 1) throw blockDamaged(place);
    this.#number = 0;
    this.#counted = 0;
  }

  /** Goes to the first record not below `target`, which is not above `lastDoc`; never backwards. */
  seek(target: number): number {
    let bit = Math.max(this.#bit, target - this.#firstDoc - 1);
    while (bit >= 0) {
      const found = this.#bits.bitsAt(this.#from + bit, atOnce);
      if (found !== 0) {
        bit += Math.clz32(found) - (32 - atOnce);
        break;
      }
      bit += atOnce;
    }
    this.#bit = bit;
    return this.#firstDoc + 1 + bit;
  }

  /** The number of the record it stands at, from 0. */
  number(): number {
    return this.#countTo(this.#bit + 1);
  }

  #countTo(end: number): number {
    for (let bit = this.#counted; bit < end; bit += atOnce) {
      this.#number += onesIn(this.#bits.bitsAt(this.#from + bit, Math.min(atOnce, end - bit)));
    }
    this.#counted = Math.max(this.#counted, end);
    return this.#number;
  }

  /** Writes all records. */
  list(into: Uint32Array): void {
    into[0] = this.#firstDoc;
    let number = 1;
    for (let bit = 0; bit < this.#length; bit++) {
      if (this.#bits.bitsAt(this.#from + bit, 1) === 1) into[number++] = this.#firstDoc + 1 + bit;
    }
  }
}

/** How many ones a number of at most 31 bits has. */
function onesIn(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
