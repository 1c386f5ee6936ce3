// A file as sealed pieces in a row: each can be sealed alone as it arrives, and none can be moved, left out or added.
//
//   piece := length of the plain bytes (4, big-endian) | nonce (12) | tag (16) | cipher
//
// AES-256-GCM under the file's own key. Bound into each piece are the file, the piece's place, and, once the file is
// whole, its length: pieces of an unfinished upload do not pass for a file, nor does a file cut short.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';

const lengthBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;
/** What a piece takes beside its bytes. */
export const pieceOverhead = lengthBytes + nonceBytes + tagBytes;
/** Pieces of a whole file. */
const wholePieceBytes = 256 * 1024;

/** Where a piece stands; `total` is null while the file is still arriving. */
export interface PiecePlace {
  readonly fileId: string;
  readonly index: number;
  readonly offset: number;
  readonly total: number | null;
}

export function sealPiece(key: Uint8Array, place: PiecePlace, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundIn(place, plain.length));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(plain.length);
  return Buffer.concat([length, nonce, cipher.getAuthTag(), body]);
}

/** A whole file, sealed. */
export function sealWhole(key: Uint8Array, fileId: string, plain: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < plain.length; offset += wholePieceBytes) {
    const place = { fileId, index: pieces.length, offset, total: plain.length };
    pieces.push(sealPiece(key, place, plain.subarray(offset, offset + wholePieceBytes)));
  }
  return Buffer.concat(pieces);
}

/**
 * The bytes of all pieces in their order; `total` as for `PiecePlace`, `length` what they must come to.
 * Throws `cases.key-missing` where a piece does not open in its place.
 */
export function openPieces(
  key: Uint8Array,
  sealed: Uint8Array,
  of: { readonly fileId: string; readonly length: number; readonly total: number | null },
): Uint8Array {
  const plain = Buffer.alloc(of.length);
  let offset = 0;
  let at = 0;
  for (let index = 0; offset < of.length; index += 1) {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset + at, sealed.byteLength - at);
    const length = bytes.length < pieceOverhead ? 0 : bytes.readUInt32BE(0);
    const end = pieceOverhead + length;
    if (length === 0 || end > bytes.length || offset + length > of.length) throw broken();
    plain.set(openPiece(key, { ...of, index, offset }, bytes.subarray(0, end)), offset);
    offset += length;
    at += end;
  }
  return plain;
}

function openPiece(key: Uint8Array, place: PiecePlace, bytes: Buffer): Uint8Array {
  const nonce = bytes.subarray(lengthBytes, lengthBytes + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(boundIn(place, bytes.length - pieceOverhead));
  decipher.setAuthTag(bytes.subarray(lengthBytes + nonceBytes, pieceOverhead));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(pieceOverhead)), decipher.final()]);
  } catch {
    throw broken();
  }
}

const boundIn = ({ fileId, index, offset, total }: PiecePlace, length: number): Buffer =>
  Buffer.from(`piece ${index} of file ${fileId} at ${offset}, ${length} of ${total ?? 'unknown'}`);

const broken = () => new AppError('cases.key-missing');
