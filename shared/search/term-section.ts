// The resident part of a section of terms: where each of its blocks begins.
import type { TermFence } from './term-writer.ts';

export class TermSection {
  readonly name: 'terms' | 'body-terms';
  /** Records of the segment: the bound of every list. */
  readonly records: number;
  readonly #keys: readonly string[];
  /** The first record of the first entry of each block. */
  readonly firstDocs: Uint32Array;

  constructor(name: 'terms' | 'body-terms', fences: readonly TermFence[], records: number) {
    this.name = name;
    this.records = records;
    this.#keys = fences.map(({ key }) => key);
    this.firstDocs = Uint32Array.from(fences, ({ firstDoc }) => firstDoc);
  }

  /** The blocks that may hold a key: `[from, to)`. All but the first begin with it. */
  blocksOf(key: string): readonly [from: number, to: number] {
    return this.#blocksUpTo(key, `${key}\u0000`);
  }

  /** The blocks that may hold keys that begin with a prefix: `[from, to)`. */
  blocksOfPrefix(prefix: string): readonly [from: number, to: number] {
    return this.#blocksUpTo(prefix, `${prefix}\uffff`);
  }

  #blocksUpTo(from: string, to: string): readonly [number, number] {
    const until = this.#countBelow(to);
    return [Math.min(Math.max(0, this.#countBelow(from) - 1), until), until];
  }

  /** How many blocks begin below a key. */
  #countBelow(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] as string) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
