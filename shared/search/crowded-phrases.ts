// Phrases that more titles hold than are ever counted: for a question that is one of them it need not be found out that
// there are too many to count, which is a walk over ten thousand titles.
import { EvenSample } from './even-sample.ts';
import { isPlainHan } from './normalise.ts';

/** A normalised phrase, and how many titles hold it. */
export type CrowdedPhrase = readonly [phrase: string, titles: number];

/** How long such a phrase is, in characters: shorter words are lists of their own, which tell how long they are. */
const shortest = 3;
const longest = 8;
/** Titles looked at, at least as many where there are so many. */
const sampleTitles = 8_192;
/** The share of the titles wanted that a phrase must have in the sample to be counted, which may be off by chance. */
const sampledShare = 0.8;
/** Phrases that are counted, the most frequent first. */
const mostCounted = 2_000;

/** Takes titles as they come, and tells which phrases may be held by more than some number of all of them. */
export class TitleSample {
  readonly #sample = new EvenSample<string>(sampleTitles);

  /** `titleOf` gives the normalised title; it is asked of those that count. */
  add(titleOf: () => string): void {
    this.#sample.add(titleOf);
  }

  /** Phrases to count, with the beginnings of each. The same titles always give the same. */
  choose(moreThan: number): string[] {
    const { count: titles, items } = this.#sample;
    if (titles <= moreThan) return [];
    const least = Math.max(1, (sampledShare * moreThan * items.length) / titles);
    let beginnings: ReadonlySet<string> | null = null;
    const chosen: [phrase: string, count: number][] = [];
    for (let length = shortest; length <= longest; length++) {
      const counts: Map<string, number> = this.#countOf(length, beginnings);
      const found = [...counts].filter(([, count]) => count >= least);
      if (found.length === 0) break;
      beginnings = new Set(found.map(([phrase]) => phrase));
      chosen.push(...found);
    }
    // A phrase is no more frequent than its beginnings; of equals the shorter stands first, so none is cut off from them.
    chosen.sort(([a, countA], [b, countB]) => countB - countA || a.length - b.length || (a < b ? -1 : 1));
    return chosen.slice(0, mostCounted).map(([phrase]) => phrase);
  }

  /** In how many titles of the sample each phrase of a length stands that goes on behind one of some beginnings. */
  #countOf(length: number, beginnings: ReadonlySet<string> | null): Map<string, number> {
    const counts = new Map<string, number>();
    for (const title of this.#sample.items) {
      const found = new Set<string>();
      let run = 0;
      for (let at = 0; at < title.length; at++) {
        run = isPlainHan(title.charCodeAt(at)) ? run + 1 : 0;
        if (run < length) continue;
        const phrase = title.slice(at + 1 - length, at + 1);
        if (beginnings === null || beginnings.has(phrase.slice(0, -1))) found.add(phrase);
      }
      for (const phrase of found) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
    return counts;
  }
}

/** Counts in how many titles some phrases stand; each comes with its beginnings. */
export class CrowdedCounter {
  readonly #numbers: ReadonlyMap<string, number>;
  /** What some phrase begins with, since most characters begin none. */
  readonly #firsts = new Uint8Array(65_536);
  readonly #titles: Uint32Array;
  /** The last title each was met in, from 1. */
  readonly #lasts: Uint32Array;
  #title = 0;

  constructor(phrases: readonly string[]) {
    this.#numbers = new Map(phrases.map((phrase, number) => [phrase, number]));
    for (const phrase of phrases) this.#firsts[phrase.charCodeAt(0)] = 1;
    this.#titles = new Uint32Array(phrases.length);
    this.#lasts = new Uint32Array(phrases.length);
  }

  /** Takes a normalised title. */
  add(title: string): void {
    if (this.#numbers.size === 0) return;
    this.#title++;
    for (let at = 0; at + shortest <= title.length; at++) {
      if (this.#firsts[title.charCodeAt(at)] === 0) continue;
      for (let length = shortest; length <= longest && at + length <= title.length; length++) {
        const number = this.#numbers.get(title.slice(at, at + length));
        if (number === undefined) break;
        if (this.#lasts[number] === this.#title) continue;
        this.#lasts[number] = this.#title;
        this.#titles[number] = (this.#titles[number] as number) + 1;
      }
    }
  }

  /** Those that more than so many titles hold. */
  finish(moreThan: number): CrowdedPhrase[] {
    return [...this.#numbers]
      .map(([phrase, number]): CrowdedPhrase => [phrase, this.#titles[number] as number])
      .filter(([, titles]) => titles > moreThan);
  }
}

/** Whether a value read from a segment is what a builder writes. */
export function areCrowded(value: unknown): value is readonly CrowdedPhrase[] {
  const isOne = (one: unknown) =>
    Array.isArray(one) && one.length === 2 && typeof one[0] === 'string' && Number.isSafeInteger(one[1]);
  return Array.isArray(value) && value.length <= mostCounted && value.every(isOne);
}
