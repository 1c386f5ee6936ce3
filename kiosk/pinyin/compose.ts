// Writing any character by its sound: what the letters typed so far may mean, one syllable after the other.
import { characterLines } from './character-table.ts';

export interface Composition {
  /** The letters the offered characters stand for: a syllable, or the beginning of one. */
  readonly syllable: string;
  /** The commonest first. */
  readonly characters: readonly string[];
}

const nothing: Composition = { syllable: '', characters: [] };
const longestSyllable = 6;
/** Of each syllable that begins as typed, while it is not whole. */
const mostOfEach = 6;

let table: ReadonlyMap<string, string> | null = null;

function syllables(): ReadonlyMap<string, string> {
  table ??= new Map(
    characterLines.split(';').map((line) => {
      const gap = line.indexOf(' ');
      return [line.slice(0, gap), line.slice(gap + 1)];
    }),
  );
  return table;
}

/**
 * What the beginning of `letters` may be: the longest syllable they begin with, or the syllables that begin with all of
 * them. Lower-case a–z; whatever else is taken for nothing.
 */
export function compose(letters: string): Composition {
  const known = syllables();
  for (let length = Math.min(letters.length, longestSyllable); length > 0; length -= 1) {
    const syllable = letters.slice(0, length);
    const characters = known.get(syllable);
    if (characters !== undefined && leadsOn(letters.slice(length))) {
      return { syllable, characters: [...characters] };
    }
  }
  const begun = [...known].filter(([syllable]) => syllable.startsWith(letters) && letters !== '');
  if (begun.length === 0) return nothing;
  return { syllable: letters, characters: interleaved(begun.map(([, characters]) => characters)) };
}

/** Whether the rest may be written: it begins a syllable, or nothing is left. */
function leadsOn(rest: string): boolean {
  if (rest === '') return true;
  const known = syllables();
  for (let length = Math.min(rest.length, longestSyllable); length > 0; length -= 1) {
    if (known.has(rest.slice(0, length)) && leadsOn(rest.slice(length))) return true;
  }
  return [...known.keys()].some((syllable) => syllable.startsWith(rest));
}

/** The first of each, then the second of each … */
function interleaved(lists: readonly string[]): string[] {
  const characters: string[] = [];
  for (let place = 0; place < mostOfEach; place += 1) {
    for (const list of lists) {
      const character = Array.from(list)[place];
      if (character !== undefined && !characters.includes(character)) characters.push(character);
    }
  }
  return characters;
}
