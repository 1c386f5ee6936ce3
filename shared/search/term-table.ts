// Numbers the terms of a segment under construction in order of appearance, in few large arrays.

/** Millions of terms fit where a map of strings would take a hundred bytes for each. */
export class TermTable {
  /** Number of the term plus one by open addressing; 0 marks a free slot. */
  #slots = new Uint32Array(1 << 14);
  #hashes = new Uint32Array(1 << 13);
  /** Where each term begins in `#units`; the next one's beginning is its end. */
  #starts = new Uint32Array((1 << 13) + 1);
  #units = new Uint16Array(1 << 16);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** The number of a term; a new one gets the next. */
  numberOf(term: string): number {
    const hash = hashOfUnits(term);
    const slot = this.#slotOf(term, hash);
    const held = this.#slots[slot] as number;
    return held === 0 ? this.#add(term, hash, slot) : held - 1;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return (this.#slots[this.#slotOf(term, hashOfUnits(term))] as number) - 1;
  }

  /** The slot that holds a term, or the free one it would go to. */
  #slotOf(term: string, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#hashes[held - 1] === hash && this.#equals(held - 1, term)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The term of a number. */
  term(number: number): string {
    const from = this.#starts[number] as number;
    return String.fromCharCode(...this.#units.subarray(from, this.#starts[number + 1]));
  }

  /** All numbers in the order of their terms' units. */
  sorted(): Uint32Array {
    const [starts, units] = [this.#starts, this.#units];
    return Uint32Array.from({ length: this.#count }, (_, number) => number).sort((a, b) => {
      let left = starts[a] as number;
      let right = starts[b] as number;
      const leftEnd = starts[a + 1] as number;
      const rightEnd = starts[b + 1] as number;
      while (left < leftEnd && right < rightEnd) {
        const difference = (units[left++] as number) - (units[right++] as number);
        if (difference !== 0) return difference;
      }
      return leftEnd - left - (rightEnd - right);
    });
  }

  #equals(number: number, term: string): boolean {
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== term.length) return false;
    for (let at = 0; at < term.length; at++) {
      if (this.#units[from + at] !== term.charCodeAt(at)) return false;
    }
    return true;
  }

  #add(term: string, hash: number, slot: number): number {
    const number = this.#count++;
    const from = this.#starts[number] as number;
    if (from + term.length > this.#units.length) {
      const grown = new Uint16Array(Math.max(this.#units.length * 2, from + term.length));
      grown.set(this.#units);
      this.#units = grown;
    }
    for (let at = 0; at < term.length; at++) this.#units[from + at] = term.charCodeAt(at);
    if (number + 2 > this.#starts.length) this.#grow();
    this.#starts[number + 1] = from + term.length;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (this.#count * 2 > this.#slots.length) this.#spread();
    return number;
  }

  #grow(): void {
    const starts = new Uint32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const hashes = new Uint32Array(starts.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
  }

  #spread(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#count; number++) {
      let slot = (this.#hashes[number] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function hashOfUnits(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
