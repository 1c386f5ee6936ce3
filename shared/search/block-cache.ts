// Keeps the blocks used last in memory, up to a number of bytes, and uses the memory of those let go of again.
//
// A question reads half a megabyte in blocks of one size. Memory of its own for each would make the browser collect
// garbage after every few dozen questions, and with that it forgets the compiled code of all functions that live no longer
// than a question: compiling them again took as long as answering.

import { Reused } from './reused.ts';

/** What most blocks fit into: they are closed at 36 KB (`format.ts`). Smaller ones are few bytes, larger ones are rare. */
const usualBytes = 38 * 1024;
const leastBytes = usualBytes / 2;
/** The share of the limit that may lie ready for blocks to come. */
const readyShare = 1 / 8;

/** Gives memory for a block to be read into; what stood in it is left there. */
export type TakeMemory = (bytes: number) => Uint8Array<ArrayBuffer>;

/** Memory nobody had before. */
export const newMemory: TakeMemory = (bytes) => new Uint8Array(bytes);

/** A least-recently-used store of byte arrays. */
export class BlockCache {
  /** In bytes. */
  readonly limit: number;
  /** What of the limit is taken by something else. */
  #reserved = 0;
  readonly #entries = new Map<string, Uint8Array>();
  /** What entries take, memory beside their bytes included. */
  #bytes = 0;
  /** Memory of this cache's own, whether in use or not. */
  readonly #own = new WeakSet<ArrayBufferLike>();
  /** Memory nothing stands in. */
  readonly #ready: ArrayBuffer[] = [];
  /** Memory of entries let go of, which a question may still read; no more of it than may lie ready. */
  #left: ArrayBuffer[] = [];
  readonly #mostReady: number;
  readonly #reused: { takeBack(): void }[] = [];
  /** Questions that go on, and reads, which may be all that is left of one that has failed. */
  #users = 0;

  /** `limit` is in bytes; an entry larger than a quarter of it is not kept. */
  constructor(limit: number) {
    this.limit = limit;
    this.#mostReady = Math.floor((limit * readyShare) / usualBytes);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Takes room for something kept elsewhere, at most half of the limit altogether; false when there is none left. */
  reserve(bytes: number): boolean {
    if (this.#reserved + bytes > this.limit / 2) return false;
    this.#reserved += bytes;
    this.#shrink();
    return true;
  }

  /** Entries are to be held no longer than the question (`during`) they are got for. */
  get(key: string): Uint8Array | undefined {
    const found = this.#entries.get(key);
    if (found !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, found);
    }
    return found;
  }

  set(key: string, bytes: Uint8Array): void {
    if (bytes.length > this.limit / 4 || this.#entries.has(key)) return;
    this.#entries.set(key, bytes);
    this.#bytes += this.#sizeOf(bytes);
    this.#shrink();
  }

  /** Memory for a block, for good or until it is let go of as an entry. */
  readonly take: TakeMemory = (bytes) => {
    if (bytes < leastBytes || bytes > usualBytes) return new Uint8Array(bytes);
    let memory = this.#ready.pop();
    if (memory === undefined) {
      memory = new ArrayBuffer(usualBytes);
      this.#own.add(memory);
    }
    return new Uint8Array(memory, 0, bytes);
  };

  /** Things that are used again as memory is; see `Reused`. */
  reuse<T>(make: () => T, most: number, clean?: (used: T) => void): Reused<T> {
    const reused = new Reused(make, most, clean);
    this.#reused.push(reused);
    return reused;
  }

  /** Runs a question. What was let go of before is used again once nobody can be reading it. */
  async during<T>(question: () => Promise<T>): Promise<T> {
    if (this.#users === 0) this.#makeReady();
    this.#users++;
    try {
      return await question();
    } finally {
      this.#users--;
    }
  }

  /** Keeps memory from being used again as long as something is read, whatever becomes of the question it is read for. */
  async using<T>(reading: Promise<T>): Promise<T> {
    this.#users++;
    try {
      return await reading;
    } finally {
      this.#users--;
    }
  }

  #makeReady(): void {
    this.#ready.push(...this.#left.slice(0, this.#mostReady - this.#ready.length));
    this.#left = [];
    for (const reused of this.#reused) reused.takeBack();
    this.#shrink();
  }

  #shrink(): void {
    const most = this.limit - this.#reserved - this.#ready.length * usualBytes;
    for (const [oldest, old] of this.#entries) {
      if (this.#bytes <= most) break;
      this.#entries.delete(oldest);
      this.#bytes -= this.#sizeOf(old);
      if (this.#own.has(old.buffer) && this.#left.length < this.#mostReady)
        this.#left.push(old.buffer as ArrayBuffer);
    }
  }

  #sizeOf(bytes: Uint8Array): number {
    return this.#own.has(bytes.buffer) ? usualBytes : bytes.length;
  }
}
