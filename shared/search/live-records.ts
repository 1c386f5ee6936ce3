// Which records of a segment count at a moment: those not superseded, and shown at that time.
import { type BlockPlace, blockDamaged } from './byte-reader.ts';

/** Unchanging: a question that began with one goes on with it, whatever the clock says meanwhile. */
export class LiveRecords {
  /** Ordinals that do not count, ascending. */
  readonly gone: Uint32Array;
  /** How many do. */
  readonly count: number;
  /** A bit for every record that does not count; null when all do. */
  readonly #bits: Uint32Array | null;

  /** `gone` has no ordinal twice. Throws `search.block-damaged` for one the segment has not. */
  constructor(gone: Uint32Array, records: number, place: BlockPlace) {
    this.gone = gone;
    this.count = records - gone.length;
    this.#bits = gone.length === 0 ? null : bitsOf(gone, records, place);
  }

  has(ordinal: number): boolean {
    if (this.#bits === null) return true;
    return ((this.#bits[ordinal >>> 5] as number) & (1 << (ordinal & 31))) === 0;
  }
}

function bitsOf(ordinals: Uint32Array, records: number, place: BlockPlace): Uint32Array {
  const bits = new Uint32Array((records >>> 5) + 1);
  for (const ordinal of ordinals) {
    if (ordinal >= records) throw blockDamaged(place);
    bits[ordinal >>> 5] = (bits[ordinal >>> 5] as number) | (1 << (ordinal & 31));
  }
  return bits;
}

/** Two ascending lists as one, without what is in both a second time. */
export function joinOrdinals(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const joined = new Uint32Array(a.length + b.length);
  let [left, right, length] = [0, 0, 0];
  while (left < a.length || right < b.length) {
    const [one, other] = [a[left] ?? Number.POSITIVE_INFINITY, b[right] ?? Number.POSITIVE_INFINITY];
    joined[length++] = Math.min(one, other);
    if (one <= other) left++;
    if (other <= one) right++;
  }
  return joined.subarray(0, length);
}
