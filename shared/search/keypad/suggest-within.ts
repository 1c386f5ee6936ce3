// What a keypad offers for finding words within one text: the words of the text itself.
import { offerWeight } from './keypad-words.ts';
import { type Readings, stretchesFor } from './title-stretches.ts';

/** Words of a text that answer to letters, and the letters that lead on. */
export interface WithinAnswer {
  readonly letters: string;
  /** The weightiest first. */
  readonly words: readonly string[];
  /** Letters that may come next, in alphabetical order. */
  readonly next: string;
}

const mostWords = 24;

/**
 * @param passages paragraphs as they are compared (`normalise.ts`)
 * @param letters what is typed; without any, the commonest words of the text
 */
export function suggestWithin(
  readings: Readings,
  passages: readonly string[],
  letters: string,
): WithinAnswer {
  const counts = new Map<string, { count: number; reached: number }>();
  const next = new Set<string>();
  for (const passage of passages) {
    for (const { text, reached, next: following } of stretchesFor(readings, passage, letters)) {
      const known = counts.get(text);
      if (known) known.count += 1;
      else counts.set(text, { count: 1, reached });
      for (const letter of following) next.add(letter);
    }
  }
  const weighed = [...counts].map(([text, { count, reached }]) => ({
    text,
    weight: offerWeight(text, count, reached),
  }));
  weighed.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  const words = weighed.slice(0, mostWords).map(({ text }) => text);
  return { letters, words, next: [...next].sort().join('') };
}
