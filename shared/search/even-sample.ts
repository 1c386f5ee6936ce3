// Some of very many things that come one after the other, spread evenly over all of them.

export class EvenSample<T> {
  readonly #least: number;
  #every = 1;
  #items: T[] = [];
  #count = 0;

  /** At least `least` are kept where there are so many; every second one goes when there are twice as many. */
  constructor(least: number) {
    this.#least = least;
  }

  /** How many there were. */
  get count(): number {
    return this.#count;
  }

  /** Those that were kept; the same things always give the same. */
  get items(): readonly T[] {
    return this.#items;
  }

  /** The next; `make` is asked for those that are kept. */
  add(make: () => T): void {
    if (this.#count++ % this.#every !== 0) return;
    this.#items.push(make());
    if (this.#items.length < 2 * this.#least) return;
    this.#items = this.#items.filter((_, at) => at % 2 === 0);
    this.#every *= 2;
  }
}
