// PNG (ISO/IEC 15948): keeps the chunks the picture is decoded from, drops texts, times, profiles and whatever follows.
import { crc32 } from '#shared/handoff/checksum.ts';
import { orientationTiff, readOrientation } from './orientation.ts';
import { checkPicture, unreadable, viewOf } from './picture-bounds.ts';

const signatureBytes = 8;
/** Length, type and checksum of a chunk. */
const chunkOverhead = 12;
const keptChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs']);

/** Throws `cases.file-type` for one that is damaged or does not reach its end. */
export function cleanPng(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, signatureBytes)];
  let orientation = 1;
  let hasData = false;
  let at = signatureBytes;
  for (let index = 0; ; index += 1) {
    const { type, data, end } = readChunk(bytes, at);
    if ((type === 'IHDR') !== (index === 0)) throw unreadable();
    if (type === 'IHDR') checkHeader(data);
    if (type === 'eXIf') orientation = readOrientation(data);
    hasData ||= type === 'IDAT' && data.length > 0;
    if (type === 'IEND' && !hasData) throw unreadable();
    if (keptChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  if (orientation !== 1) kept.splice(2, 0, makeChunk('eXIf', orientationTiff(orientation)));
  return Buffer.concat(kept);
}

function readChunk(bytes: Uint8Array, at: number) {
  if (at + chunkOverhead > bytes.length) throw unreadable();
  const view = viewOf(bytes);
  const end = at + chunkOverhead + view.getUint32(at);
  if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
    throw unreadable();
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  return { type, data: bytes.subarray(at + 8, end - 4), end };
}

function checkHeader(data: Uint8Array): void {
  if (data.length !== 13) throw unreadable();
  const view = viewOf(data);
  checkPicture(view.getUint32(0), view.getUint32(4));
}

function makeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(chunkOverhead + data.length);
  const view = viewOf(chunk);
  view.setUint32(0, data.length);
  chunk.set(
    [...type].map((character) => character.charCodeAt(0)),
    4,
  );
  chunk.set(data, 8);
  view.setUint32(chunk.length - 4, crc32(chunk.subarray(4, chunk.length - 4)));
  return chunk;
}
