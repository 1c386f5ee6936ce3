// One chunk of a term's list as bits: the gaps between its records, then the places in each of them.
//
//   k        Rice parameter of the gaps (1 byte), when there is more than one record
//   way      how places are written (1 byte), when they are kept: a width or Rice parameter, and flags
//   gaps     Rice codes of (gap - 1) from record to record; the first record stands in the table. With the mark for k
//            a map instead, where that takes little more: its length (24 bits), and a bit for every record behind the
//            first up to the last
//   places   one record after the other, or those of any record found without reading the others
//
// One after the other: for each record how many (gamma; left out when every record has one), the first, then
// (gap - 1)…, Rice codes; the first as it is or, with a flag, as its distance from the first of the record before,
// since records that lie together often say the same thing at the same place. "How many" is told as 1 for one, 2 for
// a record that has more places than a block could hold (then every place counts as one), n + 1 for n.
//
// Found alone: the first place of every record in as many bits, then the others: how many records have not just one
// place (gamma of one more), and for each its number in the chunk (8 bits), how many, as above, and its further gaps
// (gamma). It is taken where it costs little more, for a phrase of frequent words asks few records of each chunk.
import { BitWriter, bestRice, widestRice } from './bit-writer.ts';
import { zigzag } from './zigzag.ts';

/** Records in one chunk at most. */
export const docsInChunk = 256;
/** Places in one chunk at most, so that it fits a block; a record with more tells none. */
export const placesInChunk = 9000;

/** Records in ascending order; the places of `docs[i]` are `positions[starts[i] … starts[i + 1])`, ascending. */
export interface PostingList {
  readonly docs: Uint32Array;
  /** Null for a list that keeps no places. */
  readonly places: { readonly starts: Uint32Array; readonly positions: Uint32Array } | null;
  readonly length: number;
}

/** A stretch of a list that is encoded as one. */
export interface ChunkRange {
  readonly from: number;
  readonly to: number;
}

/** Cuts a list into chunks. */
export function cutChunks(list: PostingList): ChunkRange[] {
  const chunks: ChunkRange[] = [];
  let from = 0;
  let places = 0;
  for (let at = 0; at < list.length; at++) {
    const held = keptPlaces(list, at);
    if (at - from === docsInChunk || (at > from && places + held > placesInChunk)) {
      chunks.push({ from, to: at });
      from = at;
      places = 0;
    }
    places += held;
  }
  if (list.length > from) chunks.push({ from, to: list.length });
  return chunks;
}

function keptPlaces(list: PostingList, at: number): number {
  const count = countOfPlaces(list, at);
  return count > placesInChunk ? 0 : count;
}

/** Encodes chunks one after the other, with scratch space of its own. */
export class ChunkEncoder {
  readonly #bits = new BitWriter();
  readonly #gaps = new Uint32Array(docsInChunk + placesInChunk);

  /** `aloneFactor` is how much more the places of a full chunk may take, so that those of one record are found alone. */
  encode(list: PostingList, { from, to }: ChunkRange, aloneFactor = 1): Uint8Array {
    const { docs, places } = list;
    const count = to - from;
    for (let at = 1; at < count; at++) {
      this.#gaps[at - 1] = (docs[from + at] as number) - (docs[from + at - 1] as number) - 1;
    }
    const { k, bits } = bestRice(this.#gaps, count - 1);
    const span = (docs[to - 1] as number) - (docs[from] as number);
    const isMap = count >= fewestInMap && span < 2 ** 24 && span + 24 <= bits * mapFactor;
    if (count > 1) this.#bits.bits(isMap ? mapMark : k, 8);
    const factor = count === docsInChunk ? aloneFactor : 1;
    const way = places === null ? null : this.#bestForPlaces(list, { from, to }, factor);
    if (way !== null) this.#bits.bits(way, 8);
    if (isMap) this.#writeMap(span, count - 1);
    else for (let at = 0; at < count - 1; at++) this.#bits.rice(this.#gaps[at] as number, k);
    if (way === null) return this.#bits.take();
    if ((way & placesFlags.areAlone) === 0) this.#writePlaces(list, { from, to }, way);
    else this.#writeAlone(list, { from, to }, way & placesFlags.rice);
    return this.#bits.take();
  }

  #writeMap(span: number, count: number): void {
    this.#bits.bits(span, 24);
    for (let at = 0; at < count; at++) {
      let zeros = this.#gaps[at] as number;
      for (; zeros >= 24; zeros -= 24) this.#bits.bits(0, 24);
      this.#bits.bits(1, zeros + 1);
    }
  }

  /** Uses the room behind the gaps of the records. */
  #bestForPlaces(list: PostingList, { from, to }: ChunkRange, aloneFactor: number): number {
    const values = this.#gaps.subarray(to - from);
    const asTheyAre = bestRice(values, gatherPlaces(values, list, { from, to }, false));
    const asSteps = bestRice(values, gatherPlaces(values, list, { from, to }, true));
    const best = asSteps.bits < asTheyAre.bits ? asSteps.k | placesFlags.areSteps : asTheyAre.k;
    let counts = 0;
    let others = 0;
    let largest = 0;
    for (let at = from; at < to; at++) {
      const places = countOfPlaces(list, at);
      counts += gammaBits(tellCount(keptPlaces(list, at)));
      if (places !== 1) others += bitsOfOther(list, at);
      if (keptPlaces(list, at) > 0) largest = Math.max(largest, firstPlace(list, at));
    }
    const width = 32 - Math.clz32(largest);
    const alone = width * (to - from) + others;
    const inARow = Math.min(asSteps.bits, asTheyAre.bits) + (others === 0 ? 0 : counts);
    const isWorth = Number.isFinite(alone) && alone <= inARow * aloneFactor;
    if (width <= widestRice && isWorth) return width | placesFlags.areAlone;
    return others === 0 ? best | placesFlags.areSingle : best;
  }

  #writeAlone(list: PostingList, { from, to }: ChunkRange, width: number): void {
    const bits = this.#bits;
    let others = 0;
    for (let at = from; at < to; at++) {
      bits.bits(keptPlaces(list, at) === 0 ? 0 : firstPlace(list, at), width);
      if (countOfPlaces(list, at) !== 1) others++;
    }
    bits.gamma(others + 1);
    for (let at = from; at < to; at++) {
      if (countOfPlaces(list, at) === 1) continue;
      const kept = keptPlaces(list, at);
      bits.bits(at - from, 8);
      bits.gamma(tellCount(kept));
      const { starts, positions } = list.places as NonNullable<PostingList['places']>;
      const first = starts[at] as number;
      for (let place = first + 1; place < first + kept; place++) {
        bits.gamma((positions[place] as number) - (positions[place - 1] as number));
      }
    }
  }

  #writePlaces(list: PostingList, { from, to }: ChunkRange, way: number): void {
    const { starts, positions } = list.places as NonNullable<PostingList['places']>;
    const k = way & placesFlags.rice;
    let before = 0;
    for (let at = from; at < to; at++) {
      const count = keptPlaces(list, at);
      if ((way & placesFlags.areSingle) === 0) this.#bits.gamma(tellCount(count));
      if (count === 0) continue;
      const first = starts[at] as number;
      let last = positions[first] as number;
      this.#bits.rice((way & placesFlags.areSteps) === 0 ? last : zigzag(last - before), k);
      before = last;
      for (let place = first + 1; place < first + count; place++) {
        this.#bits.rice((positions[place] as number) - last - 1, k);
        last = positions[place] as number;
      }
    }
  }
}

/** Stands for a Rice parameter where the records are a map; one of few records saves nothing, nor one of many gaps. */
export const mapMark = 0xff;
const fewestInMap = 32;
const mapFactor = 1.25;

/** What the byte that tells how places are written holds; `rice` is the width where places are found alone. */
export const placesFlags = { rice: 0x1f, areSteps: 0x20, areSingle: 0x40, areAlone: 0x80 } as const;

/** How the number of places kept of a record is told; `1` alone is common. */
function tellCount(kept: number): number {
  if (kept === 0) return 2;
  return kept === 1 ? 1 : kept + 1;
}

/** The opposite of `tellCount`; 0 for a record whose places are too many to keep. */
export function countTold(told: number): number {
  return told > 2 ? told - 1 : 2 - told;
}

/** Bits of a gamma code; endless for what has none. */
function gammaBits(value: number): number {
  return value < 2 ** 24 ? (31 - Math.clz32(value)) * 2 + 1 : Number.POSITIVE_INFINITY;
}

function firstPlace({ places }: PostingList, at: number): number {
  return places?.positions[places.starts[at] as number] ?? 0;
}

/** Bits that tell of a record with not just one place, beside its first. */
function bitsOfOther(list: PostingList, at: number): number {
  const kept = keptPlaces(list, at);
  const { starts, positions } = list.places as NonNullable<PostingList['places']>;
  const first = starts[at] as number;
  let bits = 8 + gammaBits(tellCount(kept));
  for (let place = first + 1; place < first + kept; place++) {
    bits += gammaBits((positions[place] as number) - (positions[place - 1] as number));
  }
  return bits;
}

function countOfPlaces({ places }: PostingList, at: number): number {
  return places === null ? 0 : (places.starts[at + 1] as number) - (places.starts[at] as number);
}

/** The numbers that would be written for the places of a chunk; returns how many. */
function gatherPlaces(
  values: Uint32Array,
  list: PostingList,
  { from, to }: ChunkRange,
  areSteps: boolean,
): number {
  const { starts, positions } = list.places as NonNullable<PostingList['places']>;
  let count = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    const kept = keptPlaces(list, at);
    if (kept === 0) continue;
    const first = starts[at] as number;
    let last = positions[first] as number;
    values[count++] = areSteps ? zigzag(last - before) : last;
    before = last;
    for (let place = first + 1; place < first + kept; place++) {
      values[count++] = (positions[place] as number) - last - 1;
      last = positions[place] as number;
    }
  }
  return count;
}
