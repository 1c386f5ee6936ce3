// WebP (RFC 9649): keeps the chunks a still picture is decoded from, drops Exif, XMP, profiles and whatever follows.
import { orientationTiff, readOrientation, tiffOf } from './orientation.ts';
import { checkPicture, unreadable, viewOf } from './picture-bounds.ts';

const headBytes = 12;
const chunkHead = 8;
const extendedBytes = 10;
/** Flags of VP8X: transparency stays, Exif where the orientation is kept; profile, XMP and animation go. */
const alphaFlag = 0x10;
const exifFlag = 0x08;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Throws `cases.file-type` for one that is cut short, moves, or holds no picture. */
export function cleanWebp(bytes: Uint8Array): Uint8Array {
  const chunks = readChunks(bytes);
  const find = (type: string) => chunks.find((chunk) => chunk.type === type)?.data ?? null;
  const lossy = find('VP8 ');
  const lossless = find('VP8L');
  const extended = find('VP8X');
  if ((lossy === null) === (lossless === null) || find('ANIM') !== null) throw unreadable();
  if (lossy !== null) checkLossy(lossy);
  if (lossless !== null) checkLossless(lossless);
  if (extended === null)
    return assemble(chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L').slice(0, 1));
  checkExtended(extended);
  const exif = find('EXIF');
  const orientation = exif === null ? 1 : readOrientation(tiffOf(exif));
  const alpha = lossy === null ? null : find('ALPH');
  return assemble([
    { type: 'VP8X', data: withFlags(extended, orientation) },
    ...(alpha === null ? [] : [{ type: 'ALPH', data: alpha }]),
    lossy === null ? { type: 'VP8L', data: lossless ?? new Uint8Array(0) } : { type: 'VP8 ', data: lossy },
    ...(orientation === 1 ? [] : [{ type: 'EXIF', data: orientationTiff(orientation) }]),
  ]);
}

function readChunks(bytes: Uint8Array): readonly Chunk[] {
  const view = viewOf(bytes);
  const end = bytes.length < headBytes ? Number.POSITIVE_INFINITY : 8 + view.getUint32(4, true);
  if (end > bytes.length || textAt(bytes, 8) !== 'WEBP') throw unreadable();
  const chunks: Chunk[] = [];
  for (let at = headBytes; at + chunkHead <= end; ) {
    const length = view.getUint32(at + 4, true);
    const data = bytes.subarray(at + chunkHead, at + chunkHead + length);
    if (at + chunkHead + length > end) throw unreadable();
    chunks.push({ type: textAt(bytes, at), data });
    at += chunkHead + length + (length % 2);
  }
  return chunks;
}

/** A key frame of VP8 (RFC 6386 §9.1): its first partition must lie within the chunk. */
function checkLossy(data: Uint8Array): void {
  if (data.length < 10 || data[3] !== 0x9d || data[4] !== 0x01 || data[5] !== 0x2a) throw unreadable();
  const tag = (data[0] ?? 0) | ((data[1] ?? 0) << 8) | ((data[2] ?? 0) << 16);
  if ((tag & 1) !== 0 || 10 + (tag >> 5) > data.length) throw unreadable();
  const view = viewOf(data);
  checkPicture(view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff);
}

function checkLossless(data: Uint8Array): void {
  if (data.length < 6 || data[0] !== 0x2f) throw unreadable();
  const sizes = viewOf(data).getUint32(1, true);
  checkPicture((sizes & 0x3fff) + 1, ((sizes >>> 14) & 0x3fff) + 1);
}

function checkExtended(data: Uint8Array): void {
  if (data.length !== extendedBytes) throw unreadable();
  const read24 = (at: number) => (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);
  checkPicture(read24(4) + 1, read24(7) + 1);
}

function withFlags(extended: Uint8Array, orientation: number): Uint8Array {
  const data = Uint8Array.from(extended);
  data.set([((data[0] ?? 0) & alphaFlag) | (orientation === 1 ? 0 : exifFlag), 0, 0, 0]);
  return data;
}

function assemble(chunks: readonly Chunk[]): Uint8Array {
  const parts = chunks.flatMap(({ type, data }) => {
    const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return [head, data, new Uint8Array(data.length % 2)];
  });
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const textAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
