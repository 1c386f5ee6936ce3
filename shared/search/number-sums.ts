// Sums by number. Of tens of thousands a question touches a few, which are remembered: the rest need not be looked through.

/** More numbers than these are not remembered one by one. */
const mostRemembered = 4096;

export class NumberSums {
  /** Numbers run from 0 to below this. */
  readonly size: number;
  readonly #sums: Float64Array<ArrayBuffer>;
  readonly #isTouched: Uint8Array<ArrayBuffer>;
  /** Those touched, in order, as far as they are remembered. */
  readonly #touched: Uint32Array<ArrayBuffer>;
  #touches = 0;

  constructor(size: number) {
    this.size = size;
    this.#sums = new Float64Array(size);
    this.#isTouched = new Uint8Array(size);
    this.#touched = new Uint32Array(Math.min(size, mostRemembered));
  }

  /** Adds to the sum of a number; one beyond all, as a damaged column may hold it, is left out. */
  add(number: number, count: number): void {
    if (number >= this.size) return;
    if (this.#isTouched[number] === 0) this.#touch(number);
    this.#sums[number] = (this.#sums[number] as number) + count;
  }

  /** Adds a weight for each of some numbers: `add` in locals, since there are ten thousand. */
  tally(numbers: Uint32Array, weight: number): void {
    const { size } = this;
    const sums = this.#sums;
    const isTouched = this.#isTouched;
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      if (number >= size) continue;
      if (isTouched[number] === 0) this.#touch(number);
      sums[number] = (sums[number] as number) + weight;
    }
  }

  #touch(number: number): void {
    this.#isTouched[number] = 1;
    // Beyond its end an array takes nothing.
    this.#touched[this.#touches++] = number;
  }

  /** Tells the sums that are not zero. */
  forEach(visit: (number: number, sum: number) => void): void {
    const isComplete = this.#touches <= this.#touched.length;
    const count = isComplete ? this.#touches : this.size;
    for (let at = 0; at < count; at++) {
      const number = isComplete ? (this.#touched[at] as number) : at;
      const sum = this.#sums[number] as number;
      if (sum !== 0) visit(number, sum);
    }
  }

  clear(): void {
    if (this.#touches <= this.#touched.length) {
      for (let at = 0; at < this.#touches; at++) {
        const number = this.#touched[at] as number;
        this.#sums[number] = 0;
        this.#isTouched[number] = 0;
      }
    } else {
      this.#sums.fill(0);
      this.#isTouched.fill(0);
    }
    this.#touches = 0;
  }
}

/** Sums of what the columns of one segment hold, by field. */
export interface SegmentSums {
  readonly agency: NumberSums;
  readonly topic: NumberSums;
  readonly facet1: NumberSums;
  readonly facet2: NumberSums;
  readonly facet3: NumberSums;
}

export function clearSums(sums: SegmentSums): void {
  for (const field of Object.values(sums) as NumberSums[]) field.clear();
}
