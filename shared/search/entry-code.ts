// Numbers of a register's entries, found by any part: a credit code is remembered by its last characters.
//
// A code is kept as three neighbouring units each, with places: 91a4 is `91a` at 0 and `1a4` at 1. Runs of digits and of
// letters, by which other numbers are found, do not tell where in a run a part begins.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { normalisedText } from './normalise.ts';
import { longestRun, type TermProbe } from './tokenise.ts';

const unitsOfTerm = 3;
/** Parts of letters and digits are looked for from so many units on, of digits alone from more: years are no parts. */
const shortestMixed = 4;
const shortestDigits = 6;

/** The number of an entry as letters and digits alone; null for other records and for numbers with anything else. */
export function entryCode({ kind, docNo, indexNo }: CatalogueRecord): string | null {
  const number = kind === 'entry' ? (docNo ?? indexNo) : null;
  return number === null ? null : plainCode(normalisedText(number), unitsOfTerm);
}

/** What of a word may be a part of a code; null when it is none. */
export function partOfCode(word: string): string | null {
  const part = plainCode(word, shortestMixed);
  if (part === null || !/[0-9]/.test(part)) return null;
  return part.length >= shortestDigits || /[a-z]/.test(part) ? part : null;
}

/** Letters and digits without the blanks between them, if there are enough and nothing else. */
function plainCode(normalised: string, least: number): string | null {
  const plain = normalised.replaceAll(' ', '');
  const isCode = plain.length >= least && plain.length <= longestRun && /^[0-9a-z]+$/.test(plain);
  return isCode ? plain : null;
}

/** Hands over every term of a code with its place. */
export function tokeniseCode(code: string, take: (term: string, position: number) => void): void {
  for (let at = 0; at + unitsOfTerm <= code.length; at++) take(code.slice(at, at + unitsOfTerm), at);
}

/** The fewest terms that together prove a part stands in a code. */
export function probesOfPart(part: string): TermProbe[] {
  const last = part.length - unitsOfTerm;
  const offsets = Array.from({ length: Math.ceil(part.length / unitsOfTerm) }, (_, at) => at * unitsOfTerm);
  return offsets.map((wanted) => {
    const offset = Math.min(wanted, last);
    const key = part.slice(offset, offset + unitsOfTerm);
    return { offset, end: offset + unitsOfTerm, keys: [{ key, isPrefix: false }] };
  });
}
