// The last four bytes of every block: a check sum over its place and content, for damage no digest caught.
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { type ReadableFormat, segmentFormat } from './format.ts';
import { hashOf } from './lookup.ts';
import { isSameOrder } from './raw-arrays.ts';

const sealBytes = 4;

/** The prime of FNV-1a, whose step this is; being odd, no step makes two sums equal that were not. */
const prime = 0x01000193;

/** The first layout whose blocks are sealed by four sums. */
const firstOfFourSums = 4;

/** Not against forgers (digests are): against bits that changed after they were checked. */
function checkSum(bytes: Uint8Array, length: number, place: BlockPlace, format: ReadableFormat): number {
  const words = wordsOf(bytes, length);
  const start = hashOf(`${place.segment}/${place.section}/${place.block}`) ^ length;
  let sum = format < firstOfFourSums ? sumOf(words, 0, start) : sumOfFour(words, start);
  for (let at = words.length * 4; at < length; at++) sum = Math.imul(sum ^ (bytes[at] as number), prime);
  return (sum ^ (sum >>> 15)) >>> 0;
}

function sumOf(words: Int32Array, from: number, start: number): number {
  let sum = start;
  for (let at = from; at < words.length; at++) sum = Math.imul(sum ^ (words[at] as number), prime);
  return sum;
}

/** Every fourth word into a sum of its own: a processor works on all four at once, where each step of one waits for the last. */
function sumOfFour(words: Int32Array, start: number): number {
  const end = words.length - (words.length % 4);
  let first = start;
  let second = start;
  let third = start;
  let fourth = start;
  for (let at = 0; at < end; at += 4) {
    first = Math.imul(first ^ (words[at] as number), prime);
    second = Math.imul(second ^ (words[at + 1] as number), prime);
    third = Math.imul(third ^ (words[at + 2] as number), prime);
    fourth = Math.imul(fourth ^ (words[at + 3] as number), prime);
  }
  const joined = Math.imul(Math.imul(Math.imul(first, prime) ^ second, prime) ^ third, prime) ^ fourth;
  return sumOf(words, end, joined);
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

/** The block as it is stored in a segment of some layout; it opens at this place only. */
export function sealBlock(
  content: Uint8Array,
  place: BlockPlace,
  format: ReadableFormat = segmentFormat,
): Uint8Array {
  const sealed = new Uint8Array(content.length + sealBytes);
  sealed.set(content);
  new DataView(sealed.buffer).setUint32(content.length, checkSum(content, content.length, place, format));
  return sealed;
}

/** The content of a stored block. Throws `search.block-damaged` when it is not what was sealed. */
export function openBlock(
  sealed: Uint8Array,
  place: BlockPlace,
  format: ReadableFormat = segmentFormat,
): Uint8Array {
  const length = sealed.length - sealBytes;
  if (length < 0) throw blockDamaged(place);
  const seal = new DataView(sealed.buffer, sealed.byteOffset + length, sealBytes).getUint32(0);
  if (seal !== checkSum(sealed, length, place, format)) throw blockDamaged(place);
  return sealed.subarray(0, length);
}
