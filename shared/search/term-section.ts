// The resident part of a section of terms: where each of its blocks begins.
import type { JoinedKeys } from './joined-keys.ts';

/** How the blocks of a section of terms begin: with which key, and with which record of its list. */
export interface TermFences {
  readonly keys: JoinedKeys;
  readonly firstDocs: Uint32Array;
}

export class TermSection {
  readonly name: 'terms' | 'body-terms';
  /** Records of the segment: the bound of every list. */
  readonly records: number;
  readonly #keys: JoinedKeys;
  /** The first record of the first entry of each block. */
  readonly firstDocs: Uint32Array;

  constructor(name: 'terms' | 'body-terms', { keys, firstDocs }: TermFences, records: number) {
    this.name = name;
    this.records = records;
    this.#keys = keys;
    this.firstDocs = firstDocs;
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
    const until = this.#keys.countBelow(to);
    return [Math.min(Math.max(0, this.#keys.countBelow(from) - 1), until), until];
  }
}
