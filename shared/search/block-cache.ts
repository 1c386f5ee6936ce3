// Keeps the blocks used last in memory, up to a number of bytes.

/** A least-recently-used store of byte arrays. */
export class BlockCache {
  /** In bytes. */
  readonly limit: number;
  /** What of the limit is taken by something else. */
  #reserved = 0;
  readonly #entries = new Map<string, Uint8Array>();
  #bytes = 0;

  /** `limit` is in bytes; an entry larger than a quarter of it is not kept. */
  constructor(limit: number) {
    this.limit = limit;
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
    this.#bytes += bytes.length;
    this.#shrink();
  }

  #shrink(): void {
    for (const [oldest, old] of this.#entries) {
      if (this.#bytes <= this.limit - this.#reserved) break;
      this.#entries.delete(oldest);
      this.#bytes -= old.length;
    }
  }
}
