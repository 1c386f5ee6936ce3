// The initials of a text's syllables: what people type on a keypad for a title.
import { classInNormalised, han, letter } from './normalise.ts';

/** For every sound of a text in order the letters it may begin with. Digits and blanks make no sound. */
export function initialsOf(text: string, readings: readonly (readonly string[])[]): string[] {
  const initials: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const kind = classInNormalised(text.charCodeAt(at));
    if (kind === han) {
      const letters = lettersOf(readings[at] ?? []);
      if (letters !== '') initials.push(letters);
    } else if (kind === letter && /[a-z]/.test(text[at] as string)) initials.push(text[at] as string);
  }
  return initials;
}

/** The letters some syllables begin with, each once. */
function lettersOf(syllables: readonly string[]): string {
  let letters = '';
  for (const syllable of syllables) {
    const first = syllable[0] ?? '';
    if (!letters.includes(first)) letters += first;
  }
  return letters;
}

/** Ways to read a stretch are followed up to this many; texts with more keep the likeliest ones. */
const mostWays = 12;

/** Every way to read `length` initials from `from` on. */
export function waysToRead(initials: readonly string[], from: number, length: number): string[] {
  let only = '';
  for (let at = from; at < from + length; at++) only += initials[at] ?? '';
  if (only.length === length) return [only];
  let ways = [''];
  for (let at = from; at < from + length; at++) {
    const letters = initials[at] ?? '';
    const longer: string[] = [];
    for (const letterOf of letters) for (const way of ways) longer.push(way + letterOf);
    ways = longer.slice(0, mostWays);
  }
  return ways;
}
