// Intersects the lists of a word's probes: the records in which they stand side by side.
import type { PlacesWanted } from './posting-encoding.ts';
import { lowerBound, type PostingList } from './postings.ts';
import type { TermProbe } from './tokenise.ts';

/** Records in ascending order, each with the first place where the word stands. */
export interface PhraseMatches {
  readonly docs: Uint32Array;
  readonly places: Uint32Array;
}

/** Gives the list of a probe, with the places asked for. */
export type ProbeLists = (probe: number, places: PlacesWanted) => PostingList;

/** Records in which all probes stand in order; a word without probes is found nowhere. */
export function matchPhrase(probes: readonly TermProbe[], lists: ProbeLists): PhraseMatches {
  if (probes.length === 1) {
    const { docs, starts, positions } = lists(0, 'first');
    return { docs, places: docs.map((_, at) => positions[starts[at] as number] as number) };
  }
  const docs = commonDocs(probes.map((_, probe) => lists(probe, 'none').docs));
  if (docs.length === 0) return { docs, places: docs };
  return matchPlaces(
    docs,
    probes,
    probes.map((_, probe) => lists(probe, docs)),
  );
}

/** What all lists have in common, beginning with the shortest two. */
function commonDocs(lists: readonly Uint32Array[]): Uint32Array {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  return others.reduce(intersect, shortest ?? new Uint32Array(0));
}

/** Values of the shorter list that the longer one has, found by doubling steps. */
function intersect(short: Uint32Array, long: Uint32Array): Uint32Array {
  const common = new Uint32Array(short.length);
  let found = 0;
  let at = 0;
  for (const value of short) {
    let step = 1;
    while (at + step < long.length && (long[at + step] as number) < value) {
      at += step;
      step *= 2;
    }
    at = lowerBound(long, value, at, Math.min(long.length, at + step + 1));
    if (long[at] === value) common[found++] = value;
  }
  return common.subarray(0, found);
}

/** Keeps the records in which some place fits all probes. Every list holds exactly `docs`. */
function matchPlaces(
  docs: Uint32Array,
  probes: readonly TermProbe[],
  lists: readonly PostingList[],
): PhraseMatches {
  const kept = new Uint32Array(docs.length);
  const places = new Uint32Array(docs.length);
  let found = 0;
  for (let at = 0; at < docs.length; at++) {
    const place = firstPlace(at, probes, lists);
    if (place < 0) continue;
    kept[found] = docs[at] as number;
    places[found++] = place;
  }
  return { docs: kept.subarray(0, found), places: places.subarray(0, found) };
}

/** The first place at which all probes agree in the record at an index, or -1. */
function firstPlace(at: number, probes: readonly TermProbe[], lists: readonly PostingList[]): number {
  let rarest = 0;
  for (let probe = 1; probe < lists.length; probe++) {
    if (countPlaces(lists[probe], at) < countPlaces(lists[rarest], at)) rarest = probe;
  }
  const { starts, positions } = lists[rarest] as PostingList;
  const end = starts[at + 1] as number;
  for (let one = starts[at] as number; one < end; one++) {
    const place = (positions[one] as number) - (probes[rarest] as TermProbe).offset;
    if (place < 0) continue;
    const fits = (list: PostingList, probe: number) =>
      stands(list, at, place + (probes[probe] as TermProbe).offset);
    if (lists.every(fits)) return place;
  }
  return -1;
}

function countPlaces(list: PostingList | undefined, at: number): number {
  return list === undefined ? 0 : (list.starts[at + 1] as number) - (list.starts[at] as number);
}

function stands({ starts, positions }: PostingList, at: number, position: number): boolean {
  const end = starts[at + 1] as number;
  const found = lowerBound(positions, position, starts[at] as number, end);
  return found < end && positions[found] === position;
}
