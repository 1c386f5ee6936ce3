// Numbers the terms of a field in order of appearance; made for the many terms of two units.

/**
 * Terms of two UTF-16 units live in an open-addressed table of 32-bit keys, which takes a fifth of the memory
 * of a map of strings and is met without hashing one; all others live in a map.
 */
export class TermNumbers {
  readonly #others = new Map<string, number>();
  #keys = new Uint32Array(4096);
  /** Number of the term plus one; 0 marks a free slot. */
  #numbers = new Uint32Array(4096);
  #pairs = 0;

  get size(): number {
    return this.#pairs + this.#others.size;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    if (term.length !== 2) return this.#others.get(term) ?? -1;
    return (this.#numbers[this.#slotOf(pairKey(term))] as number) - 1;
  }

  /** Gives the next number to a term that has none. */
  add(term: string): number {
    const number = this.size;
    if (term.length !== 2) {
      this.#others.set(term, number);
      return number;
    }
    if (this.#pairs * 2 >= this.#keys.length) this.#grow();
    const key = pairKey(term);
    const slot = this.#slotOf(key);
    this.#keys[slot] = key;
    this.#numbers[slot] = number + 1;
    this.#pairs++;
    return number;
  }

  /** All terms in the order of their units. */
  sorted(): string[] {
    const terms = [...this.#others.keys()];
    this.#numbers.forEach((number, slot) => {
      const key = this.#keys[slot] as number;
      if (number > 0) terms.push(String.fromCharCode(key >>> 16, key & 0xffff));
    });
    return terms.sort((a, b) => (a < b ? -1 : 1));
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7) & mask;
    while (this.#numbers[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const numbers = this.#numbers;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#numbers = new Uint32Array(keys.length * 2);
    numbers.forEach((number, at) => {
      if (number === 0) return;
      const slot = this.#slotOf(keys[at] as number);
      this.#keys[slot] = keys[at] as number;
      this.#numbers[slot] = number;
    });
  }
}

function pairKey(term: string): number {
  return ((term.charCodeAt(0) << 16) | term.charCodeAt(1)) >>> 0;
}
