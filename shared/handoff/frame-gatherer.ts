// Gathers frames of one text, in any order and as often as they come, until the text is whole.
import { readBigEndian } from './checksum.ts';
import { restorePieces } from './erasure-code.ts';
import { type Frame, packedId, parseFrame } from './frame.ts';
import { longestHandoff, padTo } from './make-frames.ts';
import { joinPages, readableId } from './readable-frame.ts';

export interface GatherProgress {
  /** Frames that are there. */
  readonly held: number;
  /** Frames that are needed, whichever they are. */
  readonly needed: number;
}

export type Gathered = 'new' | 'known' | 'other' | 'no-frame';

/** Raw DEFLATE (RFC 1951) undone: at most `maxBytes` bytes, throwing for anything that is no such stream. */
export type Inflate = (bytes: Uint8Array, maxBytes: number) => Uint8Array;

export class FrameGatherer {
  readonly #inflate: Inflate;
  #first: Frame | null = null;
  readonly #pieces = new Map<number, Uint8Array>();
  readonly #scanned: string[] = [];

  constructor(inflate: Inflate) {
    this.#inflate = inflate;
  }

  /** Takes what was scanned. A frame of another text is `other` and leaves everything as it is. */
  add(scanned: string): Gathered {
    const frame = parseFrame(scanned);
    if (frame === null) return 'no-frame';
    this.#first ??= frame;
    const { form, id, count } = this.#first;
    if (frame.form !== form || frame.id !== id || frame.count !== count) return 'other';
    if (this.#pieces.has(frame.index)) return 'known';
    this.#pieces.set(frame.index, frame.bytes);
    this.#scanned.push(scanned);
    return 'new';
  }

  get progress(): GatherProgress {
    const needed = this.#first?.count ?? 0;
    return { held: Math.min(this.#pieces.size, needed), needed };
  }

  /** What was taken, for keeping until the page is opened with the next frame. */
  get scanned(): readonly string[] {
    return this.#scanned;
  }

  clear(): void {
    this.#first = null;
    this.#pieces.clear();
    this.#scanned.length = 0;
  }

  /** The whole text; null while frames are missing, and for frames that do not make one. */
  text(): string | null {
    const first = this.#first;
    if (first === null || this.#pieces.size < first.count) return null;
    const pieces = this.#restored(first);
    if (pieces === null) return null;
    return first.form === 'readable' ? readPages(pieces, first.id) : this.#unpack(pieces, first.id);
  }

  #restored({ count }: Frame): Uint8Array[] | null {
    const longest = Math.max(...[...this.#pieces.values()].map(({ length }) => length));
    const padded = new Map([...this.#pieces].map(([index, bytes]) => [index, padTo(bytes, longest)]));
    return restorePieces(padded, count);
  }

  #unpack(pieces: readonly Uint8Array[], id: string): string | null {
    const joined = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    const length = 3 + readBigEndian(joined.subarray(1, 3));
    const packed = joined.subarray(0, length);
    if (packed.length !== length || packedId(packed) !== id) return null;
    try {
      const bytes = packed[0] === 1 ? this.#inflate(packed.slice(3), longestHandoff) : packed.subarray(3);
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  }
}

function readPages(pieces: readonly Uint8Array[], id: string): string | null {
  const decoder = new TextDecoder();
  const text = joinPages(pieces.map((piece) => decoder.decode(piece).replace(/\0+$/, '')));
  return readableId(text) === id ? text : null;
}
