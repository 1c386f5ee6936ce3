// Collects the bytes of a block: integers of seven bits a byte, UTF-16 keys, raw runs.

/** A growing buffer. Integers are unsigned LEB128 of at most 32 bits. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  u16(value: number): void {
    this.#reserve(2);
    this.#bytes[this.#length++] = value >>> 8;
    this.#bytes[this.#length++] = value & 0xff;
  }

  varint(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  bytes(run: Uint8Array): void {
    this.#reserve(run.length);
    this.#bytes.set(run, this.#length);
    this.#length += run.length;
  }

  /** UTF-16 units, high byte first, without a length. */
  units(text: string, from = 0): void {
    this.#reserve((text.length - from) * 2);
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.#bytes[this.#length++] = unit >>> 8;
      this.#bytes[this.#length++] = unit & 0xff;
    }
  }

  /** A copy of what was written; the writer starts again empty. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** How many bytes `ByteWriter.varint` takes for a value. */
export function varintBytes(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  return value < 0x10000000 ? 4 : 5;
}
