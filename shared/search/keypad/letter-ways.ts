// The ways to read letters as beginnings of syllables, and what the index can prove of each.

import type { SoundsReader } from '../sounds-reader.ts';
import { syllables } from '../syllables.ts';
import type { SpelledPhrase } from '../word-cursor.ts';

/** Ways that are followed: those with the fewest syllables, which are the most deliberate. */
const mostWays = 4;
const longestLetters = 40;
const longestSyllable = 6;
/** Pairs of characters of one sound that are looked for; of sounds with more the titles themselves must tell. */
const mostPairs = 512;

/** Syllables a piece may be the beginning of; with more, looking each up costs more than it tells. */
const mostSyllables = 12;

const beginnings = new Set(syllables.flatMap((one) => Array.from(one, (_, at) => one.slice(0, at + 1))));

/** Letters cut into pieces, each the beginning of a syllable: `gulz` is gu, l, z. */
export interface LetterWay {
  readonly pieces: readonly string[];
  readonly initials: string;
}

/** Every way to cut letters so, the fewest pieces first; none for letters that are no pinyin. */
export function waysOfLetters(letters: string): LetterWay[] {
  if (letters.length > longestLetters) return [];
  const from: (readonly string[])[][] = Array.from({ length: letters.length + 1 }, () => []);
  from[letters.length] = [[]];
  for (let start = letters.length - 1; start >= 0; start--) {
    const ways: (readonly string[])[] = [];
    for (let end = start + 1; end <= Math.min(letters.length, start + longestSyllable); end++) {
      const piece = letters.slice(start, end);
      if (beginnings.has(piece)) for (const rest of from[end] ?? []) ways.push([piece, ...rest]);
    }
    from[start] = ways.sort((a, b) => a.length - b.length).slice(0, mostWays);
  }
  return (from[0] ?? []).map((pieces) => ({ pieces, initials: pieces.map((piece) => piece[0]).join('') }));
}

/** A way as a segment's titles may have it. */
export interface HeardWay {
  readonly initials: string;
  /** Pairs of characters for the syllables that are written out; null when none is. */
  readonly phrase: SpelledPhrase | null;
  /** Whether every title found so has all of the letters: initials and pairs leave nothing open. */
  readonly isProven: boolean;
}

/** What a segment has of a way; null when it has no title that sounds so. */
export async function hearWay(
  sounds: SoundsReader,
  { pieces, initials }: LetterWay,
): Promise<HeardWay | null> {
  const phrase: { offset: number; pairs: readonly string[] }[] = [];
  const isHeard = pieces.map((piece) => piece.length === 1);
  for (let at = 0; at + 1 < pieces.length; at++) {
    const [first = '', second = ''] = [pieces[at], pieces[at + 1]];
    const wholes = first.length === 1 ? [] : syllables.filter((one) => one.startsWith(first));
    if (wholes.length === 0 || wholes.length > mostSyllables) continue;
    const lists = await Promise.all(wholes.map((one) => sounds.pairs(one, second, true, mostPairs)));
    const pairs = [...new Set(lists.flat())];
    if (pairs.length === 0) return null;
    if (pairs.length >= mostPairs) continue;
    phrase.push({ offset: at, pairs });
    isHeard[at] = true;
    isHeard[at + 1] = true;
  }
  return { initials, phrase: phrase.length > 0 ? phrase : null, isProven: !isHeard.includes(false) };
}
