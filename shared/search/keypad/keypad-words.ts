// The words of all segments together, asked by letters.
import { matchLetters } from './match-letters.ts';
import type { KeypadWord } from './words-section.ts';

/** A word that answers to what was typed; a higher weight is offered first. */
export interface WordOffer {
  readonly text: string;
  readonly weight: number;
}

export interface WordOffers {
  /** The weightiest first. */
  readonly words: readonly WordOffer[];
  /** For each letter that leads on, the weightiest words it leads to. */
  readonly next: ReadonlyMap<string, readonly WordOffer[]>;
}

/** A word whose every syllable was typed is what was meant, sooner than one that goes on. */
const wholeBonus = 4;
const none: readonly string[] = [];
/** Words remembered for each letter that leads on. */
const witnesses = 4;

/** How much a stretch of so many characters says: two to five are words, longer ones whole phrases cut somewhere. */
const saidByLength = [0, 0, 1, 1.6, 2.2, 2, 1.8, 1.6, 1.5];

/** How much a word is worth offering: how often it stands in titles, and how much it says. */
export function offerWeight(text: string, count: number, reached: number): number {
  return count * (saidByLength[text.length] ?? 1) * (reached >= text.length ? wholeBonus : 1);
}

export class KeypadWords {
  /** Words by the letter they begin with. */
  readonly #byLetter = new Map<string, KeypadWord[]>();

  /** The same word of several segments is one, its counts together. */
  constructor(lists: readonly (readonly KeypadWord[])[]) {
    const known = new Map<string, KeypadWord>();
    for (const list of lists) {
      for (const word of list) {
        const held = known.get(word.text);
        known.set(word.text, held ? { ...held, count: held.count + word.count } : word);
      }
    }
    for (const word of known.values()) {
      const letter = word.readings[0]?.[0]?.[0] as string;
      const bucket = this.#byLetter.get(letter);
      if (bucket) bucket.push(word);
      else this.#byLetter.set(letter, [word]);
    }
  }

  /** What answers to some letters; without letters the weightiest words of all. */
  match(letters: string, most: number): WordOffers {
    const words: WordOffer[] = [];
    const next = new Map<string, WordOffer[]>();
    const buckets =
      letters === '' ? this.#byLetter.values() : [this.#byLetter.get(letters[0] as string) ?? []];
    for (const bucket of buckets) {
      for (const { text, count, readings } of bucket) {
        const match = matchLetters(letters, (at) => readings[at] ?? none);
        if (match === null) continue;
        const offer = { text, weight: offerWeight(text, count, match.reached) };
        keepBest(words, offer, most);
        for (const letter of match.next) {
          const led = next.get(letter) ?? [];
          keepBest(led, offer, witnesses);
          next.set(letter, led);
        }
      }
    }
    return { words, next };
  }
}

/** Puts an offer in its place among the weightiest; `offers` stays sorted and no longer than `most`. */
export function keepBest(offers: WordOffer[], offer: WordOffer, most: number): void {
  if (offers.length === most && (offers[most - 1] as WordOffer).weight >= offer.weight) return;
  let at = offers.length;
  while (at > 0 && (offers[at - 1] as WordOffer).weight < offer.weight) at--;
  offers.splice(at, 0, offer);
  if (offers.length > most) offers.pop();
}
