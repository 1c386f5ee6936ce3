// Repeatable chance: every run with the same seed makes the same corpus and asks the same questions.

/** A small generator (mulberry32): 32 bits of state, good enough for choosing words, the same on every machine. */
export class Chance {
  #state: number;

  constructor(seed: number | string) {
    this.#state = typeof seed === 'number' ? seed >>> 0 : hashText(seed);
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** Prefers the beginning of the list, as people and offices prefer some words to others. */
  pickSkewed<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * this.next() * list.length)] as T;
  }

  isLikely(share: number): boolean {
    return this.next() < share;
  }

  /** Changes the order in place. */
  shuffle<T>(list: T[]): T[] {
    for (let at = list.length - 1; at > 0; at--) {
      const other = this.between(0, at);
      const kept = list[at] as T;
      list[at] = list[other] as T;
      list[other] = kept;
    }
    return list;
  }
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The seed of this run: `MINGCHUANG_BENCH_SEED`, or always the same. */
export const benchSeed = Number(process.env.MINGCHUANG_BENCH_SEED ?? 20260101);
