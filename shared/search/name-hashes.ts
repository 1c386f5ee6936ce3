// The hashes of records' ids and codes while a segment is built: no two records may share a name.
import { AppError } from '../errors/app-error.ts';
import { nameHashOf, orderByHash, writeLookup } from './lookup.ts';
import type { BlockSink } from './types.ts';

/** Hashes of one name of every record, by arrival. */
export class NameHashes {
  #hashes = new Uint32Array(1024);
  #count = 0;

  add(name: string): void {
    if (this.#count === this.#hashes.length) {
      const grown = new Uint32Array(this.#count * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes[this.#count++] = nameHashOf(name);
  }

  /** Throws `search.duplicate-record` when two records have the same name. */
  requireDistinct(nameOf: (arrival: number) => string): void {
    const hashes = this.#hashes.subarray(0, this.#count);
    const byHash = orderByHash(hashes);
    for (let at = 1; at < byHash.length; at++) {
      const here = byHash[at] as number;
      for (let back = at - 1; back >= 0 && hashes[byHash[back] as number] === hashes[here]; back--) {
        if (nameOf(byHash[back] as number) === nameOf(here)) {
          throw new AppError('search.duplicate-record', { id: nameOf(here) });
        }
      }
    }
  }

  /** Writes the table that finds a record's ordinal by this name, once; `order` is the arrival of each ordinal. */
  async write(sink: BlockSink, section: string, order: Uint32Array): Promise<number[]> {
    const hashes = order.map((arrival) => this.#hashes[arrival] as number);
    this.#hashes = new Uint32Array(0);
    return writeLookup(sink, section, hashes, orderByHash(hashes));
  }
}
