// Cuts a body into the items that are stored: each a part of the HTML with the stretch of plain text it shows.
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** Plain text beyond the HTML parts is cut into pieces of this many characters. */
const pieceCharacters = 8000;

/** One stored piece: `html` is empty beyond the last part. */
export interface BodyPiece {
  readonly html: string;
  readonly text: string;
  /** Where `text` begins in the whole plain text. */
  readonly textStart: number;
}

/**
 * Pairs every part with about the plain text it shows, so that both compress as one and a passage is found
 * by reading one piece. The texts joined are the whole text, however well the parts agree with it.
 */
export function cutBody(parts: readonly string[], text: string): BodyPiece[] {
  const pieces: BodyPiece[] = [];
  let at = 0;
  parts.forEach((html, part) => {
    const isLast = part === parts.length - 1;
    const wanted = afterVisible(text, at, visibleCharacters(html));
    const remains = text.length - at;
    const end =
      isLast && remains < pieceCharacters * 2 ? text.length : Math.min(wanted, at + pieceCharacters * 2);
    const cut = wholeCharacters(text, end);
    pieces.push({ html, text: text.slice(at, cut), textStart: at });
    at = cut;
  });
  while (at < text.length) {
    const cut = wholeCharacters(text, Math.min(text.length, at + pieceCharacters));
    pieces.push({ html: '', text: text.slice(at, cut), textStart: at });
    at = cut;
  }
  return pieces;
}

/** How many characters other than blanks an HTML fragment shows, an entity counting as one. */
function visibleCharacters(html: string): number {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&[#\w]{1,31};/g, '.')
    .replace(/[\0- \u00a0\u3000]+/g, '').length;
}

/** The end of `count` characters other than blanks, from `at` on, and of the blanks after them. */
function afterVisible(text: string, at: number, count: number): number {
  let end = at;
  for (let left = count; end < text.length; end++) {
    if (!isBlank(text.charCodeAt(end)) && left-- === 0) break;
  }
  return end;
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000;
}

/** Moves a cut out of the middle of a surrogate pair. */
function wholeCharacters(text: string, cut: number): number {
  const before = text.charCodeAt(cut - 1);
  return cut < text.length && before >= 0xd800 && before <= 0xdbff ? cut + 1 : cut;
}

/** A piece as stored: length of the HTML, the HTML, the text. */
export function encodePiece(piece: BodyPiece): Uint8Array {
  const encoder = new TextEncoder();
  const html = encoder.encode(piece.html);
  const out = new ByteWriter();
  out.varint(html.length);
  out.bytes(html);
  out.bytes(encoder.encode(piece.text));
  return out.take();
}

/** The opposite of `encodePiece`. */
export function decodePiece(bytes: Uint8Array, place: BlockPlace): { html: string; text: string } {
  const reader = new ByteReader(bytes, place);
  const html = reader.run(reader.varint());
  return { html: decodeText(html, place), text: decodeText(reader.run(reader.end - reader.at), place) };
}

/** UTF-8 to text; bytes that are not UTF-8 are damage. */
export function decodeText(bytes: Uint8Array, place: BlockPlace): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw blockDamaged(place, cause);
  }
}
