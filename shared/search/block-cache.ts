// Keeps the blocks used last in memory, up to a number of bytes.

/** What may lie beside an entry in its memory, as a seal does, in bytes. */
const slack = 64;

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
    // A piece of something larger would keep all of that in memory.
    const isPiece = bytes.buffer.byteLength > bytes.length + slack;
    this.#entries.set(key, isPiece ? new Uint8Array(bytes) : bytes);
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
