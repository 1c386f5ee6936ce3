// The last four bytes of every block: a check sum over its place and content, for damage no digest caught.
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { hashOf } from './lookup.ts';
import { isSameOrder } from './raw-arrays.ts';

const sealBytes = 4;

/** Not against forgers (digests are): against bits that changed after they were checked. */
function checkSum(bytes: Uint8Array, length: number, place: BlockPlace): number {
  const words = wordsOf(bytes, length);
  let sum = hashOf(`${place.segment}/${place.section}/${place.block}`) ^ length;
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] as number), 0x01000193);
  for (let at = words.length * 4; at < length; at++) {
    sum = Math.imul(sum ^ (bytes[at] as number), 0x01000193);
  }
  return (sum ^ (sum >>> 15)) >>> 0;
}

/** Four bytes each, lowest first, as far as there are four: read so, code that never ran takes a tenth of the time. */
function wordsOf(bytes: Uint8Array, length: number): Int32Array {
  const count = length >>> 2;
  const { buffer, byteOffset } = bytes;
  if (isSameOrder && byteOffset % 4 === 0) return new Int32Array(buffer, byteOffset, count);
  // A copy lies where numbers may lie; `slice` would give none of a Buffer of Node.
  const copy = new Uint8Array(bytes.subarray(0, count * 4));
  if (isSameOrder) return new Int32Array(copy.buffer);
  const view = new DataView(copy.buffer);
  return Int32Array.from({ length: count }, (_, at) => view.getInt32(at * 4, true));
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
