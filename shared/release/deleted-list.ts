// The list of a segment's records that are no longer live, as it travels in a release.
//
//   offset  bytes
//   0       4     magic "MCDL"
//   4       2     format version, 1
//   6       2     reserved, 0
//   8       4     n, number of ordinals
//   12      …     n gaps as LEB128 integers: the first ordinal, then each ordinal minus the one before minus 1
//
// Gaps keep the list near one byte an entry, for it is written again whenever one more record is superseded.
import { AppError } from '../errors/app-error.ts';

const magic = 0x4c44434d; // "MCDL" read as a little-endian integer
const headerBytes = 12;
const maxGapBytes = 5;

/** Lays out ordinals, which must be ascending and distinct. */
export function encodeDeletedList(ordinals: Uint32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes + ordinals.length * maxGapBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, 1, true);
  view.setUint32(8, ordinals.length, true);
  let at = headerBytes;
  let next = 0;
  for (const ordinal of ordinals) {
    let gap = ordinal - next;
    if (gap < 0) throw damaged('', 'order');
    while (gap >= 0x80) {
      bytes[at] = (gap % 0x80) | 0x80;
      gap = Math.floor(gap / 0x80);
      at += 1;
    }
    bytes[at] = gap;
    at += 1;
    next = ordinal + 1;
  }
  return bytes.slice(0, at);
}

/**
 * Reads the list of a segment that has `records` records: ascending, distinct ordinals below `records`.
 * Throws `release.deleted-list-damaged`. `segment` is only for the error.
 */
export function parseDeletedList(bytes: Uint8Array, records: number, segment: string): Uint32Array {
  if (bytes.length < headerBytes) throw damaged(segment, 'cut short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic || view.getUint32(4, true) !== 1) throw damaged(segment, 'format');
  const count = view.getUint32(8, true);
  if (count > records || count > bytes.length - headerBytes) throw damaged(segment, 'number of entries');
  const ordinals = new Uint32Array(count);
  let at = headerBytes;
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    let gap = 0;
    for (let shift = 0; ; shift += 1) {
      const byte = bytes[at];
      if (byte === undefined || shift >= maxGapBytes) throw damaged(segment, 'entry cut short');
      at += 1;
      gap += (byte & 0x7f) * 0x80 ** shift;
      if (byte < 0x80) break;
    }
    const ordinal = next + gap;
    if (ordinal >= records) throw damaged(segment, 'entry out of range');
    ordinals[index] = ordinal;
    next = ordinal + 1;
  }
  if (at !== bytes.length) throw damaged(segment, 'bytes after the end');
  return ordinals;
}

function damaged(segment: string, reason: string): AppError {
  return new AppError('release.deleted-list-damaged', { segment, reason });
}
