// Turns a text that is too long for one symbol into the texts of several, of which a third may be missed.
import { bigEndian } from './checksum.ts';
import { sparePieces } from './erasure-code.ts';
import { encodeFrame, type Frame, packedId } from './frame.ts';
import { cutPages, formatReadableFrame, joinPages, readableId, settledLines } from './readable-frame.ts';

/** The longest text that is handed off, in bytes of UTF-8; some thirty thousand characters are a book, not a slip. */
export const longestHandoff = 24_000;

/** With these a symbol stays at version 15 (77 modules) or below at level M, also behind a long address. */
const packedPieceBytes = 200;
const readablePieceBytes = 300;

/** Frames of one text, and how many of them are the text itself; the rest are spare. */
export interface FrameTexts {
  readonly texts: readonly string[];
  readonly count: number;
}

/** A third of all frames, and one more, so that any third may be missed at any rounding. */
const spareFor = (count: number) => Math.ceil(count / 2) + 1;

/**
 * Frames that open the receiving page: `<public-url>/m/part#<frame>`. `deflate` is raw DEFLATE (RFC 1951).
 * Throws RangeError for a text beyond `longestHandoff`.
 */
export function packedFrames(
  text: string,
  publicUrl: string,
  deflate: (bytes: Uint8Array) => Uint8Array,
): FrameTexts {
  const packed = packText(text, deflate);
  const count = Math.ceil(packed.length / packedPieceBytes);
  const size = Math.ceil(packed.length / count);
  const data = Array.from({ length: count }, (_, at) => packed.subarray(at * size, (at + 1) * size));
  const frames = withSpare(data, { form: 'packed', id: packedId(packed) });
  return { texts: frames.map((frame) => `${publicUrl}/m/part#${encodeFrame(frame)}`), count };
}

/** Frames that any camera shows as text, page by page. Throws RangeError for a text beyond `longestHandoff`. */
export function readableFrames(text: string): FrameTexts {
  const lines = settledLines(text);
  refuseTooLong(lines.join('\n'));
  const pages = cutPages(lines, readablePieceBytes);
  const data = pages.map((page) => new TextEncoder().encode(page));
  const frames = withSpare(data, { form: 'readable', id: readableId(joinPages(pages)) });
  return { texts: frames.map(formatReadableFrame), count: data.length };
}

function withSpare(data: readonly Uint8Array[], common: Pick<Frame, 'form' | 'id'>): Frame[] {
  const count = data.length;
  const spare = spareFor(count);
  const longest = Math.max(...data.map(({ length }) => length));
  const padded = data.map((bytes) => padTo(bytes, longest));
  const shown = common.form === 'packed' ? padded : data;
  return [...shown, ...sparePieces(padded, spare)].map((bytes, index) => ({
    ...common,
    count,
    spare,
    index,
    bytes,
  }));
}

/** The bytes with zeros behind them. */
export function padTo(bytes: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(length);
  padded.set(bytes.subarray(0, length));
  return padded;
}

function refuseTooLong(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length === 0 || bytes.length > longestHandoff) throw new RangeError('too long to hand off');
  return bytes;
}

/** A text as bytes: [1 when deflated, else 0] [length of what follows: 2] [bytes]. */
export function packText(text: string, deflate: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const plain = refuseTooLong(text);
  const deflated = deflate(plain);
  const isSmaller = deflated.length < plain.length;
  const bytes = isSmaller ? deflated : plain;
  return Uint8Array.from([isSmaller ? 1 : 0, ...bigEndian(bytes.length, 2), ...bytes]);
}
