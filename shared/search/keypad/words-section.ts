// The section of a segment a keypad offers words from: the most frequent stretches of words in its titles.
//
// Deflated, after its length (4 bytes): one stretch a line, `text count`, and after another blank its syllables where
// they are not the likeliest readings of its characters (section `readings`). Sorted by text.
import { decodeText } from '../body-pieces.ts';
import { type BlockPlace, blockDamaged } from '../byte-reader.ts';
import type { Speller } from '../speller.ts';
import { syllables } from '../syllables.ts';
import type { CountedStretch } from './stretch-counter.ts';
import { longestStretch } from './word-stretches.ts';

/** Titles looked at, at most: more change the counts a little and the words hardly. */
export const mostTitles = 200_000;
/** Words kept: some for every record, up to a dictionary that opens at once. */
const mostWords = 60_000;
const fewestWords = 2_000;
const wordsPerRecord = 12;
/** Largest text a reader will inflate. */
export const largestWords = 8 * 1024 * 1024;

/** A word as a keypad knows it. */
export interface KeypadWord {
  readonly text: string;
  readonly count: number;
  /** How each of its characters is read: one syllable, as the letters typed are held against it. */
  readonly readings: readonly (readonly string[])[];
}

/** A syllable as the readings of a character that is read in one way; one array serves all such characters. */
const alone = new Map<string, readonly string[]>(syllables.map((syllable) => [syllable, [syllable]]));

/** How many words a segment of so many records keeps. */
export function wordsKept(records: number): number {
  return Math.min(mostWords, fewestWords + records * wordsPerRecord);
}

/** The lines of some stretches. Those with a character that cannot be read are left out. */
export function writeWords(stretches: readonly CountedStretch[], speller: Speller): string {
  const likeliest = new Map<string, string>();
  const readingOf = (character: string) => {
    let reading = likeliest.get(character);
    if (reading === undefined) {
      reading = speller.spell(character)[0]?.[0] ?? '';
      likeliest.set(character, reading);
    }
    return reading;
  };
  const lines: string[] = [];
  for (const { text, count } of stretches) {
    const spelt = speller.spell(text).map(([first = '']) => first);
    if (spelt.includes('')) continue;
    const isPlain = spelt.every((syllable, at) => syllable === readingOf(text[at] as string));
    lines.push(isPlain ? `${text} ${count}` : `${text} ${count} ${spelt.join(' ')}`);
  }
  return lines.sort((a, b) => (a < b ? -1 : 1)).join('\n');
}

/** Reads the lines. Throws `search.block-damaged` for what no builder writes. */
export function readWords(
  bytes: Uint8Array,
  readings: ReadonlyMap<string, readonly string[]>,
  place: BlockPlace,
): KeypadWord[] {
  const words: KeypadWord[] = [];
  for (const line of decodeText(bytes, place).split('\n')) {
    if (line !== '') words.push(readLine(line, readings, place));
  }
  return words;
}

function readLine(
  line: string,
  readings: ReadonlyMap<string, readonly string[]>,
  place: BlockPlace,
): KeypadWord {
  const [text = '', written = '', ...told] = line.split(' ');
  const count = Number(written);
  const spelt = told.length > 0 ? told : Array.from(text, (character) => readings.get(character)?.[0] ?? '');
  const heard = spelt.map((syllable) => alone.get(syllable)).filter((one) => one !== undefined);
  const isRight =
    text.length > 0 &&
    text.length <= longestStretch &&
    Number.isSafeInteger(count) &&
    count > 0 &&
    spelt.length === text.length &&
    heard.length === text.length;
  if (!isRight) throw blockDamaged(place);
  return { text, count, readings: heard };
}
