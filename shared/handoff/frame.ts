// One symbol of several that carry a long text: what stands in it, and how it is read from what a phone scanned.
import { bigEndian, crc32, readBigEndian } from './checksum.ts';
import { decodeCrockford, encodeCrockford } from './crockford.ts';
import { mostPieces } from './erasure-code.ts';
import { parseReadableFrame } from './readable-frame.ts';

/** A piece of a text: any `count` of the `count + spare` pieces restore it. */
export interface Frame {
  /** Packed pieces are padded to one length and belong to packed bytes; readable ones to the text itself. */
  readonly form: 'packed' | 'readable';
  /** The same for all frames of one text. */
  readonly id: string;
  readonly count: number;
  readonly spare: number;
  /** From 0; the first `count` are the text itself. */
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** Longer than any frame is drawn. */
const longestFrame = 4000;
const layoutVersion = 1;
const headBytes = 8;
const checksumBytes = 2;

/*
 * Layout of a packed frame, in bytes, written in Crockford's base32:
 *
 *   [layout = 1] [id: 4] [count: 1] [spare: 1] [index: 1] [piece: 1…] [CRC: 2]
 *
 * The id is CRC-32 of the packed text, the CRC the lower half of CRC-32 over everything before it.
 */

/** The packed form of a frame, for the fragment of an address. */
export function encodeFrame(frame: Frame): string {
  const { id, count, spare, index, bytes } = frame;
  const body = Uint8Array.from([
    layoutVersion,
    ...bigEndian(Number.parseInt(id, 16), 4),
    count,
    spare,
    index,
    ...bytes,
  ]);
  return encodeCrockford(Uint8Array.from([...body, ...bigEndian(crc32(body) % 65_536, checksumBytes)]));
}

/** The identity of a packed text. */
export function packedId(packed: Uint8Array): string {
  return crc32(packed).toString(16).padStart(8, '0');
}

/**
 * Reads a frame from what a phone scanned or opened: an address with the frame in its fragment, the bare
 * fragment, or a readable page. Null for everything else, damaged frames included.
 */
export function parseFrame(scanned: string): Frame | null {
  if (scanned.length > longestFrame) return null;
  const packed = /^(?:https?:\/\/\S+\/m\/part#|#)?([0-9A-Za-z]{20,})$/.exec(scanned.trim());
  return packed?.[1] === undefined ? parseReadableFrame(scanned) : decodeFrame(packed[1]);
}

function decodeFrame(text: string): Frame | null {
  const bytes = decodeCrockford(text.toUpperCase());
  if (bytes === null || bytes.length <= headBytes + checksumBytes) return null;
  const body = bytes.subarray(0, -checksumBytes);
  if (readBigEndian(bytes.subarray(-checksumBytes)) !== crc32(body) % 65_536) return null;
  const [layout = 0, , , , , count = 0, spare = 0, index = 0] = body;
  const isSound = layout === layoutVersion && count > 0 && count + spare <= mostPieces;
  if (!isSound || index >= count + spare) return null;
  const id = readBigEndian(body.subarray(1, 5)).toString(16).padStart(8, '0');
  return { form: 'packed', id, count, spare, index, bytes: body.slice(headBytes) };
}
