// Where in a title some letters lead: to the stretch of characters they reach into, and to letters behind.
import { matchLetters } from './match-letters.ts';
import { chineseWords, joins, longestStretch, type WordPlace } from './word-stretches.ts';

/** How characters may be read: for each its syllables. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** A stretch of a title that answers to letters. */
export interface TitleStretch {
  readonly text: string;
  /** Syllables the letters reach into. */
  readonly reached: number;
  readonly next: ReadonlySet<string>;
}

/** A stretch whose letters were typed may be longer than what is picked by itself. */
const longestReached = 24;
const none: readonly string[] = [];

/**
 * The stretches of a title that begin a word and answer to the letters, each up to the end of the word reached. Where
 * there is none, those that begin anywhere: the letters may be of half a word, or of one that only joins others.
 */
export function stretchesFor(readings: Readings, title: string, letters: string): TitleStretch[] {
  const words = chineseWords(title);
  const atWords = words.flatMap((word) => (joins(title, word) ? [] : [word.at]));
  const found = stretchesAt(readings, title, letters, words, atWords);
  if (found.length > 0 || letters.length < 2) return found;
  const anywhere = words.flatMap(({ at, end }) => Array.from({ length: end - at }, (_, unit) => at + unit));
  return stretchesAt(readings, title, letters, words, anywhere);
}

function stretchesAt(
  readings: Readings,
  title: string,
  letters: string,
  words: readonly WordPlace[],
  starts: readonly number[],
): TitleStretch[] {
  const stretches: TitleStretch[] = [];
  for (const at of starts) {
    const runEnd = endOfRun(words, at);
    const readingsAt = (offset: number) =>
      at + offset < runEnd ? (readings.get(title[at + offset] as string) ?? none) : none;
    const match = matchLetters(letters, readingsAt);
    if (match === null) continue;
    const end = endOfStretch(words, at, Math.max(match.reached, 1));
    // One character alone says something only to whoever asks for it.
    const isLongEnough = end - at > (letters === '' ? 1 : 0);
    if (isLongEnough && end - at <= longestReached) {
      stretches.push({ text: title.slice(at, end), reached: match.reached, next: match.next });
    }
  }
  return stretches;
}

/** The end of the word in which the last syllable reached lies; a word of one character takes the next one along. */
function endOfStretch(words: readonly WordPlace[], at: number, reached: number): number {
  const last = words.findIndex(({ end }) => end >= at + reached);
  const { end = at + reached } = words[last] ?? {};
  if (end - at > 1) return end;
  const next = words[last + 1];
  return next !== undefined && next.at === end && next.end - at <= longestStretch ? next.end : end;
}

/** Where the run of neighbouring words ends that holds a place. */
function endOfRun(words: readonly WordPlace[], place: number): number {
  let at = words.findIndex(({ end }) => end > place);
  while (at + 1 < words.length && words[at + 1]?.at === words[at]?.end) at++;
  return words[at]?.end ?? place;
}
