// JPEG (ITU-T T.81): keeps what the picture is decoded from, drops every other segment and all that follows its end.
import { exifMark, orientationTiff, readOrientation, tiffOf } from './orientation.ts';
import { checkPicture, unreadable, viewOf } from './picture-bounds.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const app1 = 0xe1;
/** Says how the colours are coded; without it some pictures come out in wrong ones. */
const adobe = 0xee;
const adobeBytes = 12;

/** Quantisation, Huffman and arithmetic tables, restart interval, number of lines. */
const tables = new Set([0xdb, 0xc4, 0xcc, 0xdd, 0xdc]);
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && !tables.has(marker) && marker !== 0xc8;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Throws `cases.file-type` for one that does not reach its end. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let hasFrame = false;
  let hasScan = false;
  let at = 2;
  for (;;) {
    const { marker, end, payload } = readSegment(bytes, at);
    if (marker === endOfImage) break;
    if (marker === app1 && orientation === 1) orientation = readExif(payload);
    if (isFrame(marker)) {
      if (hasFrame) throw unreadable();
      hasFrame = true;
      checkFrame(payload);
    }
    if (isKept(marker, payload)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== startOfScan) continue;
    if (!hasFrame) throw unreadable();
    hasScan = true;
    const scanEnd = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, scanEnd));
    at = scanEnd;
  }
  if (!hasScan) throw unreadable();
  return Buffer.concat([marker(startOfImage), ...exifOf(orientation), ...kept, marker(endOfImage)]);
}

interface Segment {
  readonly marker: number;
  readonly end: number;
  readonly payload: Uint8Array;
}

/** Throws where there is none. Bytes of 0xFF before a marker are padding (B.1.1.2). */
function readSegment(bytes: Uint8Array, from: number): Segment {
  if (bytes[from] !== 0xff) throw unreadable();
  const found = bytes[from + 1];
  if (found === undefined) throw unreadable();
  if (found === endOfImage) return { marker: found, end: from + 2, payload: new Uint8Array(0) };
  const length = ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0);
  const end = from + 2 + length;
  const hasLength = found > 0x01 && found < 0xff && !isRestart(found) && found !== startOfImage;
  if (!hasLength || length < 2 || end > bytes.length) throw unreadable();
  return { marker: found, end, payload: bytes.subarray(from + 4, end) };
}

function isKept(found: number, payload: Uint8Array): boolean {
  if (found === adobe) return payload.length === adobeBytes && startsWith(payload, 'Adobe');
  return tables.has(found) || isFrame(found) || found === startOfScan;
}

function checkFrame(payload: Uint8Array): void {
  if (payload.length < 6) throw unreadable();
  const view = viewOf(payload);
  checkPicture(view.getUint16(3), view.getUint16(1));
}

/** Where the coded data ends: at the first marker that is neither stuffing nor a restart (B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0x00 && next !== 0xff && !isRestart(next)) return at;
  }
  throw unreadable();
}

function readExif(payload: Uint8Array): number {
  return startsWith(payload, 'Exif') ? readOrientation(tiffOf(payload)) : 1;
}

function exifOf(orientation: number): readonly Uint8Array[] {
  if (orientation === 1) return [];
  const payload = [...exifMark, ...orientationTiff(orientation)];
  return [Uint8Array.from([0xff, app1, 0, payload.length + 2, ...payload])];
}

const marker = (code: number) => Uint8Array.from([0xff, code]);
const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((character, at) => bytes[at] === character.charCodeAt(0));
