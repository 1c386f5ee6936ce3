// Finds records whose title sounds like the query: for words written with the wrong characters.

import { AndCursor, type DocCursor } from './doc-cursor.ts';
import type { Fits, Matching } from './findings.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SegmentQuery } from './segment-query.ts';
import { plainSearch, soundAlike } from './spelled-words.ts';
import { type SpelledPhrase, spelledInTitle, WordCursor } from './word-cursor.ts';
import { meanTier, SpelledField } from './word-fields.ts';

/** A word as it is heard, or as it is written where it has no sound. */
interface HeardWord {
  readonly cursor: DocCursor;
  tier(): number;
}

/** A word without a sound. */
class WrittenWord implements HeardWord {
  readonly cursor: WordCursor;

  constructor(cursor: WordCursor) {
    this.cursor = cursor;
  }

  tier(): number {
    return this.cursor.tier();
  }
}

/** Records fit as well as their words do. */
class SoundFits implements Fits {
  readonly #words: readonly HeardWord[];

  constructor(words: readonly HeardWord[]) {
    this.#words = words;
  }

  fitOf(): number {
    return meanTier(this.#words);
  }
}

/** Each word by its sound in titles, words without one as they are; null when no word has a sound. */
export async function matchingBySound(on: SegmentQuery, query: ParsedQuery): Promise<Matching | null> {
  const phrases = await Promise.all(query.words.map(({ text }) => soundAlike(on.segment, text)));
  if (phrases.every((phrase) => phrase === null)) return null;
  const heard = await Promise.all(
    query.words.map(async (word, at): Promise<HeardWord> => {
      const phrase: SpelledPhrase | null = phrases[at] ?? null;
      if (phrase !== null) return new SpelledField(spelledInTitle(on.context, phrase));
      return new WrittenWord(new WordCursor(on.context, await plainSearch(on.segment, word), false));
    }),
  );
  return { cursor: new AndCursor(heard.map(({ cursor }) => cursor)), fits: new SoundFits(heard) };
}
