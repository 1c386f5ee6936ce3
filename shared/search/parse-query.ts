// Turns what a visitor typed into the words that are looked for.
import { normalisedText } from './normalise.ts';
import { foldNumerals } from './numerals.ts';

/** Characters of a query that count. */
export const longestQuery = 100;

/** One word: a stretch without blanks, found only as a whole. */
export interface QueryWord {
  readonly text: string;
  /** The word with Chinese numerals as digits, as document numbers are also kept; null when it has none. */
  readonly counted: string | null;
}

export interface ParsedQuery {
  /** Each word once, in the order typed. */
  readonly words: readonly QueryWord[];
  /** All that was typed as one word: what a title must equal to be an exact match. */
  readonly whole: QueryWord;
}

/** Parses a query; without any letter, digit or Chinese character in it, it has no words. */
export function parseQuery(text: string): ParsedQuery {
  const used = text.slice(0, longestQuery);
  const words = new Map<string, QueryWord>();
  for (const word of used.split(/\s+/).map(toWord)) {
    if (word.text !== '' && !words.has(word.text)) words.set(word.text, word);
  }
  return { words: [...words.values()], whole: toWord(used) };
}

/** A word as it was written; one that is normalised already stays as it is. */
export function toWord(written: string): QueryWord {
  const text = normalisedText(written);
  const counted = normalisedText(foldNumerals(written));
  return { text, counted: counted === text ? null : counted };
}
