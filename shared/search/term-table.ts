// Numbers the terms of a segment under construction in order of appearance, in few large arrays.

/** Numbers of a slot: what the term is recognised by, twice, and its number plus one (0 marks a free slot). */
const slotNumbers = 3;
/** The share of slots that may be taken. */
const fullest = 0.8;
/** Terms up to this length stand in their slot, so that meeting one again looks at one place only. */
const shortTerm = 3;

/** First units there are, and one for terms without any. */
const firstUnits = 65_537;

/** From so many on room grows by an eighth: half as much again of what is large would lie idle. */
const much = 1 << 18;

/** Room to have instead of what is not enough. */
export function grownRoom(room: number): number {
  return Math.ceil(room * (room < much ? 1.5 : 1.125));
}

/** Millions of terms fit where a map of strings would take a hundred bytes for each. */
export class TermTable {
  #slots = new Uint32Array(slotNumbers << 13);
  /** Where each term begins in `#units`; the next one's beginning is its end. */
  #starts = new Uint32Array((1 << 12) + 1);
  #units = new Uint16Array(1 << 15);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** The number of a term; a new one gets the next. */
  numberOf(term: string): number {
    const slot = this.#slotOf(term);
    const held = this.#slots[slot + 2] as number;
    return held === 0 ? this.#add(term) : held - 1;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    return (this.#slots[this.#slotOf(term) + 2] as number) - 1;
  }

  /** The slot that holds a term, or the free one it would go to. */
  #slotOf(term: string): number {
    const first = firstKey(term);
    const second = secondKey(term);
    const slots = this.#slots;
    const mask = slots.length / slotNumbers - 1;
    for (let place = mixed(first, second) & mask; ; place = (place + 1) & mask) {
      const slot = place * slotNumbers;
      const held = slots[slot + 2] as number;
      if (held === 0) return slot;
      if (slots[slot] !== first || slots[slot + 1] !== second) continue;
      if (term.length <= shortTerm || this.#equals(held - 1, term)) return slot;
    }
  }

  /** The term of a number. */
  term(number: number): string {
    const from = this.#starts[number] as number;
    return String.fromCharCode(...this.#units.subarray(from, this.#starts[number + 1]));
  }

  /**
   * All numbers in the order of their terms' units. Terms are put together by their first unit and sorted from there on:
   * sorting millions at once takes room for all of them twice more.
   */
  sorted(): Uint32Array {
    const ends = this.#countFirsts();
    const sorted = new Uint32Array(this.#count);
    // From the back, so that what is left in `ends` is where each first unit begins.
    for (let number = this.#count - 1; number >= 0; number--) {
      const first = this.#firstOf(number);
      const end = (ends[first] as number) - 1;
      ends[first] = end;
      sorted[end] = number;
    }
    const compare = (a: number, b: number) => this.#compare(a, b);
    for (let first = 0; first < ends.length; first++) {
      const [from, to] = [ends[first] as number, ends[first + 1] ?? this.#count];
      if (to - from > 1) sorted.subarray(from, to).sort(compare);
    }
    return sorted;
  }

  /** For each first unit how many terms begin with it or one below; a term without units stands in front of all. */
  #countFirsts(): Uint32Array {
    const ends = new Uint32Array(firstUnits);
    for (let number = 0; number < this.#count; number++) {
      const first = this.#firstOf(number);
      ends[first] = (ends[first] as number) + 1;
    }
    for (let first = 1; first < firstUnits; first++) {
      ends[first] = (ends[first] as number) + (ends[first - 1] as number);
    }
    return ends;
  }

  #firstOf(number: number): number {
    const from = this.#starts[number] as number;
    return from === this.#starts[number + 1] ? 0 : (this.#units[from] as number) + 1;
  }

  #compare(a: number, b: number): number {
    const units = this.#units;
    let left = this.#starts[a] as number;
    let right = this.#starts[b] as number;
    const leftEnd = this.#starts[a + 1] as number;
    const rightEnd = this.#starts[b + 1] as number;
    while (left < leftEnd && right < rightEnd) {
      const difference = (units[left++] as number) - (units[right++] as number);
      if (difference !== 0) return difference;
    }
    return leftEnd - left - (rightEnd - right);
  }

  #equals(number: number, term: string): boolean {
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== term.length) return false;
    for (let at = 0; at < term.length; at++) {
      if (this.#units[from + at] !== term.charCodeAt(at)) return false;
    }
    return true;
  }

  #add(term: string): number {
    if (this.#count * slotNumbers >= this.#slots.length * fullest) this.#spread();
    const slot = this.#slotOf(term);
    const number = this.#count++;
    const from = this.#starts[number] as number;
    if (from + term.length > this.#units.length) {
      const grown = new Uint16Array(Math.max(grownRoom(this.#units.length), from + term.length));
      grown.set(this.#units);
      this.#units = grown;
    }
    for (let at = 0; at < term.length; at++) this.#units[from + at] = term.charCodeAt(at);
    if (number + 2 > this.#starts.length) {
      const starts = new Uint32Array(grownRoom(this.#starts.length));
      starts.set(this.#starts);
      this.#starts = starts;
    }
    this.#starts[number + 1] = from + term.length;
    this.#slots[slot] = firstKey(term);
    this.#slots[slot + 1] = secondKey(term);
    this.#slots[slot + 2] = number + 1;
    return number;
  }

  #spread(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    const mask = this.#slots.length / slotNumbers - 1;
    for (let slot = 0; slot < before.length; slot += slotNumbers) {
      if (before[slot + 2] === 0) continue;
      let place = mixed(before[slot] as number, before[slot + 1] as number) & mask;
      while (this.#slots[place * slotNumbers + 2] !== 0) place = (place + 1) & mask;
      this.#slots.set(before.subarray(slot, slot + slotNumbers), place * slotNumbers);
    }
  }
}

/** Of a short term its first two units, of a longer one a hash. */
function firstKey(term: string): number {
  if (term.length <= shortTerm) return ((term.charCodeAt(0) << 16) | (term.charCodeAt(1) || 0)) >>> 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Of a short term its third unit and its length, of a longer one its last unit. */
function secondKey(term: string): number {
  const { length } = term;
  if (length <= shortTerm) return (((term.charCodeAt(2) || 0) << 16) | length) >>> 0;
  return (term.charCodeAt(length - 1) << 16) >>> 0;
}

function mixed(first: number, second: number): number {
  let hash = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ Math.imul(second, 0x297a2d39);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
