// Finds records whose title sounds like the query: for words written with the wrong characters.

import { AndCursor, type DocCursor } from './doc-cursor.ts';
import type { Matching } from './findings.ts';
import type { ParsedQuery } from './parse-query.ts';
import { tiers } from './ranking.ts';
import type { SegmentQuery } from './segment-query.ts';
import { soundAlike } from './spelled-words.ts';
import { type SpelledPhrase, spelledInTitle, WordCursor } from './word-cursor.ts';

/** A word as it is heard, or as it is written where it has no sound. */
interface HeardWord {
  readonly cursor: DocCursor;
  tier(): number;
}

/** Each word by its sound in titles, words without one as they are; null when no word has a sound. */
export async function matchingBySound(on: SegmentQuery, query: ParsedQuery): Promise<Matching | null> {
  const phrases = await Promise.all(query.words.map(({ text }) => soundAlike(on.segment, text)));
  if (phrases.every((phrase) => phrase === null)) return null;
  const heard = query.words.map((word, at): HeardWord => {
    const phrase: SpelledPhrase | null = phrases[at] ?? null;
    if (phrase === null) {
      const cursor = new WordCursor(on.context, { word, alternatives: [], spellings: [] }, false);
      return { cursor, tier: () => cursor.tier() };
    }
    const cursor = spelledInTitle(on.context, phrase);
    return { cursor, tier: () => (cursor.place() === 0 ? tiers.soundPrefix : tiers.sound) };
  });
  const fitOf = () => heard.reduce((sum, word) => sum + word.tier(), 0) / heard.length;
  return { cursor: new AndCursor(heard.map(({ cursor }) => cursor)), fitOf };
}
