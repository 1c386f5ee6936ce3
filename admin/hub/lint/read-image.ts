// Reads what a picture says about itself: where it was taken, and texts within its metadata.
import type { Finding, Section } from '#shared/lint/finding.ts';
import type { ReadFile } from './read-result.ts';

const latin = new TextDecoder('latin1');
const gpsPointer = 0x8825;
const textTags: Readonly<Record<number, string>> = { 270: '说明', 315: '作者', 33432: '版权' };
const longestDirectory = 512;

/** Pictures whose first bytes say that they may carry metadata of cameras. */
export function isPicture(bytes: Uint8Array): boolean {
  const head = latin.decode(bytes.subarray(0, 12));
  return /^(?:\xff\xd8\xff|\x89PNG|RIFF....WEBP|II\*\0|MM\0\*|GIF8)/su.test(head);
}

/** Looks for the TIFF block of Exif, which JPEG, PNG and WebP all carry alike. Never throws. */
export function readImage(bytes: Uint8Array): ReadFile {
  const sections: Section[] = [];
  const findings: Finding[] = [];
  for (const start of tiffStarts(bytes)) {
    const { hasGps, texts } = readTiff(bytes.subarray(start));
    if (hasGps) {
      findings.push({
        rule: 'image-location',
        severity: 'must-answer',
        place: { part: 'image' },
        excerpt: 'GPS',
        count: 1,
        identity: 'gps',
      });
    }
    if (texts.length > 0)
      sections.push({ part: 'metadata', hiding: null, lines: texts.map((text) => ({ text })) });
  }
  if (findings.length === 0 && hasGpsInXmp(bytes)) {
    findings.push({
      rule: 'image-location',
      severity: 'must-answer',
      place: { part: 'image' },
      excerpt: 'GPS',
      count: 1,
      identity: 'gps',
    });
  }
  return { sections, findings: findings.slice(0, 1), nested: [] };
}

function* tiffStarts(bytes: Uint8Array): Generator<number> {
  const head = latin.decode(bytes.subarray(0, 4));
  if (head === 'II*\0' || head === 'MM\0*') yield 0;
  // Metadata stands at the front, in PNG and WebP at times at the end.
  for (const [from, to] of [
    [0, 262_144],
    [Math.max(262_144, bytes.length - 262_144), bytes.length],
  ] as const) {
    const text = latin.decode(bytes.subarray(from, to));
    const mark = text.indexOf('Exif\0\0');
    if (mark >= 0) yield from + mark + 6;
    const png = text.indexOf('eXIf');
    if (png >= 0) yield from + png + 4;
    const webp = text.indexOf('EXIF');
    if (webp >= 0) yield from + webp + 8;
  }
}

/** The first directory of a TIFF block (TIFF 6.0 §2): entries of twelve bytes. */
function readTiff(block: Uint8Array): { readonly hasGps: boolean; readonly texts: readonly string[] } {
  const order = latin.decode(block.subarray(0, 4));
  if ((order !== 'II*\0' && order !== 'MM\0*') || block.length < 16) return { hasGps: false, texts: [] };
  const isLittle = order.startsWith('II');
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const read32 = (at: number) => (at + 4 <= block.length ? view.getUint32(at, isLittle) : 0);
  const read16 = (at: number) => (at + 2 <= block.length ? view.getUint16(at, isLittle) : 0);
  const directory = read32(4);
  const texts: string[] = [];
  let hasGps = false;
  for (let index = 0; index < Math.min(read16(directory), longestDirectory); index++) {
    const entry = directory + 2 + index * 12;
    const tag = read16(entry);
    if (tag === gpsPointer) hasGps = holdsPosition(read16, read32(entry + 8), block.length);
    const label = textTags[tag];
    if (label === undefined || read16(entry + 2) !== 2) continue;
    const length = Math.min(read32(entry + 4), 500);
    const at = length <= 4 ? entry + 8 : read32(entry + 8);
    const text = decodeText(block.subarray(at, at + length));
    if (text !== '') texts.push(`${label}：${text}`);
  }
  return { hasGps, texts };
}

/** A position needs a latitude or longitude; some cameras write an empty directory. */
function holdsPosition(read16: (at: number) => number, directory: number, length: number): boolean {
  if (directory <= 0 || directory >= length) return false;
  for (let index = 0; index < Math.min(read16(directory), longestDirectory); index++) {
    const tag = read16(directory + 2 + index * 12);
    if (tag === 2 || tag === 4) return true;
  }
  return false;
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(/\0[\s\S]*$/u, '')
    .replace(/\ufffd/gu, '')
    .trim();
}

function hasGpsInXmp(bytes: Uint8Array): boolean {
  return /exif:GPSL(?:atitude|ongitude)/u.test(latin.decode(bytes.subarray(0, 262_144)));
}
