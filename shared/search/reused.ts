// Things a question needs and the next one needs again: see block-cache.ts for what new ones would cost.

export class Reused<T> {
  readonly #make: () => T;
  readonly #most: number;
  readonly #clean: (used: T) => void;
  readonly #ready: T[] = [];
  #taken: T[] = [];

  /**
   * At most `most` are kept; what is taken beyond that is left to the garbage collector. `clean` is called for each before it
   * is taken again.
   */
  constructor(make: () => T, most: number, clean: (used: T) => void = () => {}) {
    this.#make = make;
    this.#most = most;
    this.#clean = clean;
  }

  /** One to use until the question is over. */
  take(): T {
    const one = this.#ready.pop() ?? this.#make();
    if (this.#taken.length < this.#most) this.#taken.push(one);
    return one;
  }

  /** Nobody uses those any more that were taken. */
  takeBack(): void {
    for (const used of this.#taken) {
      this.#clean(used);
      this.#ready.push(used);
    }
    this.#taken = [];
  }
}
