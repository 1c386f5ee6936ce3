// The last four bytes of every block: a check sum over its place and content, for damage no digest caught.
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { hashOf } from './lookup.ts';

const sealBytes = 4;

/** Not against forgers (digests are): against bits that changed after they were checked. */
function checkSum(bytes: Uint8Array, length: number, place: BlockPlace): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = hashOf(`${place.segment}/${place.section}/${place.block}`) ^ length;
  let at = 0;
  for (; at + 4 <= length; at += 4) sum = Math.imul(sum ^ view.getUint32(at, true), 0x01000193);
  for (; at < length; at++) sum = Math.imul(sum ^ view.getUint8(at), 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}

/** The block as it is stored; it opens at this place only. */
export function sealBlock(content: Uint8Array, place: BlockPlace): Uint8Array {
  const sealed = new Uint8Array(content.length + sealBytes);
  sealed.set(content);
  new DataView(sealed.buffer).setUint32(content.length, checkSum(content, content.length, place));
  return sealed;
}

/** The content of a stored block. Throws `search.block-damaged` when it is not what was sealed. */
export function openBlock(sealed: Uint8Array, place: BlockPlace): Uint8Array {
  const length = sealed.length - sealBytes;
  if (length < 0) throw blockDamaged(place);
  const seal = new DataView(sealed.buffer, sealed.byteOffset + length, sealBytes).getUint32(0);
  if (seal !== checkSum(sealed, length, place)) throw blockDamaged(place);
  return sealed.subarray(0, length);
}
