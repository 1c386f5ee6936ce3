// Turns letters into the pairs of characters they may spell, and characters into pairs that sound alike.
import type { QueryWord } from './parse-query.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { SoundsReader } from './sounds-reader.ts';
import { isSyllable, splitSyllables } from './syllables.ts';
import type { SpelledPhrase, WordSearch } from './word-cursor.ts';

/** Ways to cut letters into syllables that are followed. */
const mostWays = 3;
/** Fewer letters are initials at best. */
const fewestLetters = 4;
/** Letters a syllable has on average at least; strings of initials fall apart into shorter ones. */
const leastMean = 1.8;
/** Ways to read one character that are followed. */
const mostReadings = 2;
const longestPhrase = 12;

/** How a word of letters may be spelt in titles, each way as a phrase; none when it is no spelling. */
export async function spellingsOf(segment: SegmentReader, letters: string): Promise<SpelledPhrase[]> {
  if (!segment.sounds.hasSounds || letters.length < fewestLetters || !/^[a-z]+$/.test(letters)) return [];
  const ways = splitSyllables(letters)
    .filter(
      (way) => way.length > 1 && way.length <= longestPhrase && letters.length / way.length >= leastMean,
    )
    .slice(0, mostWays);
  const phrases = await Promise.all(
    ways.map((way) =>
      phraseOf(
        segment.sounds,
        way.map((one) => [one]),
      ),
    ),
  );
  return phrases.filter((phrase) => phrase !== null);
}

/** Fewer letters say nothing of an agency. */
const fewestOfAgency = 2;

/** A word as it is looked for by itself: without other names, and letters not spelt out. */
export async function plainSearch(segment: SegmentReader, word: QueryWord): Promise<WordSearch> {
  const sounding = await agenciesSounding(segment, word.text);
  return { word, alternatives: [], spellings: [], sounding };
}

/** Numbers of the agencies whose names sound like a word of letters; none when it is no such word. */
async function agenciesSounding(segment: SegmentReader, letters: string): Promise<readonly number[]> {
  if (!segment.sounds.hasSounds || letters.length < fewestOfAgency || !/^[a-z]+$/.test(letters)) return [];
  const sounds = await segment.agencies.sounds();
  return sounds.sounding(letters);
}

/** Phrases that sound like a word of Chinese characters; null when it is none or cannot be read. */
export async function soundAlike(segment: SegmentReader, word: string): Promise<SpelledPhrase | null> {
  const characters = [...word];
  if (!segment.sounds.hasSounds || characters.length < 2 || characters.length > longestPhrase) return null;
  const readings = await segment.sounds.readings();
  const syllables = characters.map((character) => (readings.get(character) ?? []).slice(0, mostReadings));
  if (syllables.some(({ length }) => length === 0)) return null;
  return phraseOf(segment.sounds, syllables);
}

/** Every second pair of syllables, and the last pair when one is left over. */
async function phraseOf(
  sounds: SoundsReader,
  syllables: readonly (readonly string[])[],
): Promise<SpelledPhrase | null> {
  const offsets: number[] = [];
  for (let at = 0; at < syllables.length; at += 2) offsets.push(Math.min(at, syllables.length - 2));
  const phrase = await Promise.all(
    offsets.map(async (offset) => {
      const [left = [], right = []] = [syllables[offset], syllables[offset + 1]];
      const lists = await Promise.all(
        left.flatMap((first) => right.map((second) => sounds.pairs(first, second, !isSyllable(second)))),
      );
      return { offset, pairs: [...new Set(lists.flat())] };
    }),
  );
  return phrase.every(({ pairs }) => pairs.length > 0) ? phrase : null;
}
