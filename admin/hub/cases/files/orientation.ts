// The one thing a picture may go on saying of how it was taken: which side is up (Exif 2.3, tag 274).
import { viewOf } from './picture-bounds.ts';

const orientationTag = 274;
const shortType = 3;
const mostEntries = 512;

/** 1 to 8; 1, as it is, where a TIFF block does not say. Never throws. */
export function readOrientation(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const mark = String.fromCharCode(...tiff.subarray(0, 4));
  if (mark !== 'II*\0' && mark !== 'MM\0*') return 1;
  const isLittle = mark.startsWith('II');
  const view = viewOf(tiff);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const entries = Math.min(view.getUint16(directory, isLittle), mostEntries);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const value = view.getUint16(at + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF block with nothing but the orientation. */
export function orientationTiff(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = viewOf(tiff);
  tiff.set([0x4d, 0x4d, 0x00, 0x2a]);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, orientationTag);
  view.setUint16(12, shortType);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}

/** How Exif begins in a JPEG segment; WebP files carry it at times as well. */
export const exifMark: readonly number[] = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** The TIFF block of an Exif payload, with or without the mark before it. */
export function tiffOf(payload: Uint8Array): Uint8Array {
  return exifMark.every((byte, at) => payload[at] === byte) ? payload.subarray(exifMark.length) : payload;
}
