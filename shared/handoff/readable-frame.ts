// Pages of a long text for phones that can open no page of ours: each is plain text under a heading such as 「2/5·K7M2」.
import { bigEndian, crc32, readBigEndian } from './checksum.ts';
import { decodeCrockford, encodeCrockford } from './crockford.ts';
import { mostPieces } from './erasure-code.ts';
import type { Frame } from './frame.ts';

/** Stands before the rest of a line that was cut. */
export const continuation = '…';
/** What a camera shows of a page that holds nothing to read; both languages, for the phone knows none. */
const spareLine = '补页，可跳过 Spare page';

/** Twenty bits of the text's CRC-32 as four symbols. */
export function readableId(text: string): string {
  return encodeCrockford(Uint8Array.from(bigEndian(crc32(new TextEncoder().encode(text)), 4))).slice(0, 4);
}

/** A page as it stands in its symbol. */
export function formatReadableFrame({ id, count, spare, index, bytes }: Frame): string {
  if (index < count) return `「${index + 1}/${count}·${id}」\n${new TextDecoder().decode(bytes)}`;
  const sealed = Uint8Array.from([...bytes, ...bigEndian(crc32(bytes) % 65_536, 2)]);
  return `「补${index - count + 1}/${spare}·${id}·${count}」\n${spareLine}\n${encodeCrockford(sealed)}`;
}

/**
 * Reads what `formatReadableFrame` wrote; null for everything else. A page of text does not say how many spare
 * ones there are: `spare` is 0 then.
 */
export function parseReadableFrame(scanned: string): Frame | null {
  const [, words = '', rest = ''] = /^\s*「([^」\n]{5,40})」\s*([\s\S]+)$/.exec(scanned) ?? [];
  return parsePage(words, rest) ?? parseSpare(words, rest);
}

function parsePage(words: string, rest: string): Frame | null {
  const match = /^(\d{1,3})\/(\d{1,3})·([0-9A-Z]{4})$/.exec(words);
  if (match === null) return null;
  const [index, count] = [Number(match[1]) - 1, Number(match[2])];
  const bytes = new TextEncoder().encode(rest.replaceAll('\r', '').trimEnd());
  return frameOf({ id: match[3] ?? '', count, spare: 0, index, bytes });
}

function parseSpare(words: string, rest: string): Frame | null {
  const match = /^补(\d{1,3})\/(\d{1,3})·([0-9A-Z]{4})·(\d{1,3})$/.exec(words);
  const sealed = match === null ? null : decodeCrockford(rest.trimEnd().split(/\s/).at(-1) ?? '');
  if (match === null || sealed === null || sealed.length < 3) return null;
  const bytes = sealed.slice(0, -2);
  if (readBigEndian(sealed.subarray(-2)) !== crc32(bytes) % 65_536) return null;
  const [spare, count] = [Number(match[2]), Number(match[4])];
  if (Number(match[1]) > spare) return null;
  return frameOf({ id: match[3] ?? '', count, spare, index: count + Number(match[1]) - 1, bytes });
}

function frameOf(parts: Omit<Frame, 'form'>): Frame | null {
  const { count, spare, index } = parts;
  const isSound = count > 0 && count + spare <= mostPieces && index >= 0 && index < count + spare;
  return isSound ? { form: 'readable', ...parts } : null;
}

/** Lines as they survive every scanner: no blanks at their ends, none that looks like the rest of another. */
export function settledLines(text: string): string[] {
  return text
    .toWellFormed()
    .normalize('NFC')
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll('\0', '').replace(/\s+/g, ' ').trim().replace(/^…/, '⋯'))
    .filter((line) => line !== '');
}

/** Cuts lines into pages of at most `maxBytes` bytes of UTF-8, between lines where it can. */
export function cutPages(lines: readonly string[], maxBytes: number): string[] {
  const pages: string[] = [];
  let page = '';
  for (const piece of lines.flatMap((line) => cutLine(line, maxBytes))) {
    const joined = page === '' ? piece : `${page}\n${piece}`;
    if (page !== '' && byteLength(joined) > maxBytes) {
      pages.push(page);
      page = piece;
    } else {
      page = joined;
    }
  }
  return page === '' ? pages : [...pages, page];
}

/** What the pages were cut from. */
export function joinPages(pages: readonly string[]): string {
  return pages.join('\n').replaceAll(`\n${continuation}`, '');
}

function cutLine(line: string, maxBytes: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    // A blank at an edge would be lost to a scanner that trims: it stays inside.
    if (byteLength(piece + character) > maxBytes && /\S$/.test(piece) && /\S/.test(character)) {
      pieces.push(piece);
      piece = continuation;
    }
    piece += character;
  }
  return [...pieces, piece];
}

const byteLength = (text: string) => new TextEncoder().encode(text).length;
