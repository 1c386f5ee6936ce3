// Phrases that very many entries of registers have, such as a province and a kind of company: each has a list of its own,
// where other words of three or four characters are proved pair by pair, in every record that has one of the pairs.
import { EvenSample } from './even-sample.ts';
import type { FieldText } from './fields.ts';
import { fieldLetters } from './format.ts';
import { isPlainHan } from './normalise.ts';

/** The fields such phrases are listed for. A list of titles keeps places, since a title may begin with the phrase. */
const listedFields = ['title', 'summary'] as const;
export type ListedField = (typeof listedFields)[number];

/** Normalised phrases by field. */
export type FrequentPhrases = Readonly<Record<ListedField, readonly string[]>>;

export const noPhrases: FrequentPhrases = { title: [], summary: [] };

/** How long a phrase with a list of its own is, in characters. */
const phraseLengths = [3, 4];
/** Share of the entries that have it. */
const leastShare = 1 / 64;
/** So many a field, the most frequent first. */
export const mostPhrases = 256;
/** A segment with fewer entries has no phrase that takes long. */
const fewestEntries = 50_000;
/** Entries looked at, at least as many where there are so many. */
const sampleEntries = 2_048;

export interface PhraseLimits {
  readonly fewestEntries?: number;
}

/** Takes entries of registers as they come, and tells which phrases a good share of them has. */
export class PhraseSample {
  readonly #fewest: number;
  readonly #sample = new EvenSample<readonly FieldText[]>(sampleEntries);

  constructor(limits: PhraseLimits = {}) {
    this.#fewest = limits.fewestEntries ?? fewestEntries;
  }

  /** `fieldsOf` gives what is searched of the entry; it is asked of those that count. */
  add(fieldsOf: () => readonly FieldText[]): void {
    this.#sample.add(fieldsOf);
  }

  /** The same entries always give the same phrases. */
  choose(): FrequentPhrases {
    if (this.#sample.count < this.#fewest) return noPhrases;
    const chosen = (field: ListedField) => frequentIn(this.#sample.items, fieldLetters[field]);
    return { title: chosen('title'), summary: chosen('summary') };
  }
}

function frequentIn(sample: readonly (readonly FieldText[])[], letter: string): string[] {
  const counts = new Map<string, number>();
  for (const fields of sample) {
    const found = new Set<string>();
    for (const field of fields) {
      if (field.letter !== letter) continue;
      for (const piece of field.pieces) for (const phrase of phrasesOf(piece)) found.add(phrase);
    }
    for (const phrase of found) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  const least = Math.max(2, sample.length * leastShare);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, mostPhrases)
    .map(([phrase]) => phrase);
}

/** Neighbouring Chinese characters of the lengths that are listed. */
function* phrasesOf(text: string): Generator<string> {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    run = isPlainHan(text.charCodeAt(at)) ? run + 1 : 0;
    for (const length of phraseLengths) if (run >= length) yield text.slice(at + 1 - length, at + 1);
  }
}

/** Finds the phrases of a list in a text. */
export class PhraseFinder {
  readonly #phrases: ReadonlySet<string>;
  /** What some phrase begins with, since most characters begin none. */
  readonly #firsts = new Uint8Array(65_536);

  constructor(phrases: readonly string[]) {
    this.#phrases = new Set(phrases);
    for (const phrase of phrases) this.#firsts[phrase.charCodeAt(0)] = 1;
  }

  /** Every place of every phrase, in order of places. */
  find(text: string, take: (phrase: string, place: number) => void): void {
    if (this.#phrases.size === 0) return;
    for (let at = 0; at < text.length; at++) {
      if (this.#firsts[text.charCodeAt(at)] === 0) continue;
      for (const length of phraseLengths) {
        // Behind the end a slice is shorter than it is asked to be.
        const phrase = text.slice(at, at + length);
        if (phrase.length === length && this.#phrases.has(phrase)) take(phrase, at);
      }
    }
  }
}

/** Phrases by the letter of their field, for those who only ask whether a word is one. */
export function phraseSets(phrases: FrequentPhrases): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(listedFields.map((field) => [fieldLetters[field], new Set(phrases[field])]));
}

/** Finders by the letter of their field. */
export function phraseFinders(phrases: FrequentPhrases): ReadonlyMap<string, PhraseFinder> {
  return new Map(listedFields.map((field) => [fieldLetters[field], new PhraseFinder(phrases[field])]));
}

/** Whether a value read from a segment is what a builder writes. */
export function arePhrases(value: unknown): value is FrequentPhrases {
  return listedFields.every((field) => {
    const list = (value as Record<string, unknown> | null)?.[field];
    return (
      Array.isArray(list) && list.length <= mostPhrases && list.every((phrase) => typeof phrase === 'string')
    );
  });
}
