// Intersects the lists of a word's probes: the records in which they stand side by side.
import type { PostingList } from './postings.ts';
import type { TermProbe } from './tokenise.ts';

/** Records in ascending order, each with the first place where the word stands. */
export interface PhraseMatches {
  readonly docs: Uint32Array;
  readonly places: Uint32Array;
}

interface Side {
  readonly offset: number;
  readonly list: PostingList;
  /** Index of the first record not below the one looked at. */
  at: number;
}

/** `lists[i]` belongs to `probes[i]`; a word without probes is found nowhere. */
export function matchPhrase(probes: readonly TermProbe[], lists: readonly PostingList[]): PhraseMatches {
  const sides = lists.map((list, at): Side => ({ offset: (probes[at] as TermProbe).offset, list, at: 0 }));
  sides.sort((a, b) => a.list.docs.length - b.list.docs.length);
  const [rarest, ...others] = sides;
  const most = rarest?.list.docs.length ?? 0;
  const docs = new Uint32Array(most);
  const places = new Uint32Array(most);
  let found = 0;
  for (let at = 0; rarest !== undefined && at < most; at++) {
    const doc = rarest.list.docs[at] as number;
    rarest.at = at;
    if (!others.every((side) => seekDoc(side, doc))) continue;
    const place = firstPlace(rarest, others);
    if (place < 0) continue;
    docs[found] = doc;
    places[found++] = place;
  }
  return { docs: docs.subarray(0, found), places: places.subarray(0, found) };
}

/** Moves a side to the first record not below `doc`, in doubling steps; true when it is that record. */
function seekDoc(side: Side, doc: number): boolean {
  const { docs } = side.list;
  let step = 1;
  let low = side.at;
  while (low + step < docs.length && (docs[low + step] as number) < doc) {
    low += step;
    step *= 2;
  }
  side.at = lowerBound(docs, doc, low, Math.min(docs.length, low + step + 1));
  return docs[side.at] === doc;
}

/** The first index in `[from, to)` whose value is not below `value`, or `to`. */
export function lowerBound(values: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place at which all sides agree, or -1. */
function firstPlace(rarest: Side, others: readonly Side[]): number {
  const { starts, positions } = rarest.list;
  const end = starts[rarest.at + 1] as number;
  for (let at = starts[rarest.at] as number; at < end; at++) {
    const place = (positions[at] as number) - rarest.offset;
    if (place >= 0 && others.every((side) => stands(side, place + side.offset))) return place;
  }
  return -1;
}

function stands(side: Side, position: number): boolean {
  const { starts, positions } = side.list;
  const end = starts[side.at + 1] as number;
  const at = lowerBound(positions, position, starts[side.at] as number, end);
  return at < end && positions[at] === position;
}
