// A visitor who knows a title and types it on the keypad as people do: initials, a word when it is offered, the record
// when it is on screen. Counts the touches it takes.
import type { KeypadAnswer } from '#shared/search/keypad/suggest.ts';
import { splitTyped, withLetter, withPicked } from '#shared/search/keypad/typed-text.ts';
import { normalisedText } from '#shared/search/normalise.ts';
import type { PreloadingReader } from '#shared/search/open-catalogue.ts';
import type { Speller } from '#shared/search/speller.ts';
import { makeQuery } from './catalogue-records.ts';

/** Results that stand on the screen above the keypad. */
const resultsInSight = 4;
const mostTaps = 40;

export interface Visit {
  readonly taps: number;
  /** Texts after which a key that was lit led to nothing. */
  readonly deadEnds: readonly string[];
  readonly isFound: boolean;
  readonly steps: readonly string[];
}

interface Title {
  readonly id: string;
  readonly title: string;
}

/** The letters a visitor types for a title from some character on: initials, or whole syllables. */
function lettersFrom(title: string, from: number, speller: Speller, isSpelt: boolean): string {
  const syllables = speller.spell(title).slice(from);
  return syllables.map(([reading = '']) => (isSpelt ? reading : (reading[0] ?? ''))).join('');
}

/** Where in a title a visitor begins to type: behind what stands in front of hundreds of titles. */
function firstOwnWord(title: string): number {
  const common = ['中华人民共和国', '最高人民法院', '最高人民检察院', '关于'];
  for (const prefix of common) if (title.startsWith(prefix)) return prefix.length;
  return 0;
}

/** What one look at the screen leads to. */
type Move =
  | { readonly kind: 'record'; readonly taps: number }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'skip' }
  | { readonly kind: 'lost' };

/**
 * Opens the record of a title by the keypad.
 *
 * @param isDirect whether the visitor leaves out what stands in front of hundreds of titles
 * @param isSpelt whether syllables are typed in full instead of by their initials
 */
export async function visitByKeypad(
  reader: PreloadingReader,
  wanted: Title,
  speller: Speller,
  isDirect: boolean,
  isSpelt = false,
): Promise<Visit> {
  const title = normalisedText(wanted.title);
  const steps: string[] = [];
  const deadEnds: string[] = [];
  let text = '';
  let at = isDirect ? firstOwnWord(title) : 0;
  for (let taps = 0; taps < mostTaps; ) {
    const answer = await reader.keypad(text);
    const hits = text === '' ? [] : await resultsOf(reader, answer);
    if (text !== '' && hits.length === 0) deadEnds.push(text);
    const place = hits.indexOf(wanted.id);
    const move = moveOf(answer, place, lettersFrom(title, at, speller, isSpelt), title.slice(at));
    if (move.kind === 'lost') return { taps, deadEnds, isFound: false, steps };
    if (move.kind === 'record') return { taps: taps + move.taps, deadEnds, isFound: true, steps };
    if (move.kind === 'skip') {
      at += 1;
      continue;
    }
    taps += 1;
    if (move.kind === 'word') at += move.word.length;
    text = move.kind === 'word' ? withPicked(text, move.word) : withLetter(text, move.letter);
    steps.push(move.kind === 'word' ? move.word : move.letter);
  }
  return { taps: mostTaps, deadEnds, isFound: false, steps };
}

function moveOf(answer: KeypadAnswer, place: number, initials: string, rest: string): Move {
  if (place >= 0 && place < resultsInSight) return { kind: 'record', taps: 1 };
  const { letters } = splitTyped(answer.text);
  const word = offeredWord(answer, rest);
  if (word !== null && (letters !== '' || word.length > 2)) return { kind: 'word', word };
  const letter = initials[letters.length];
  if (letter !== undefined && answer.letters.includes(letter)) return { kind: 'letter', letter };
  // Nothing more to type: the visitor looks through the results, a stroke for each screen of them.
  if (place >= 0) return { kind: 'record', taps: 1 + Math.floor(place / resultsInSight) };
  // A character whose key is dimmed is left out; the next one may lead on.
  return { kind: letters === '' && rest !== '' ? 'skip' : 'lost' };
}

/** The ids of the first page of what is shown above the keypad. */
async function resultsOf(reader: PreloadingReader, answer: KeypadAnswer): Promise<string[]> {
  const { hits } = await reader.search(makeQuery(answer.resultsText));
  return hits.map(({ record }) => record.id);
}

/** The longest word on offer that what is left of the title begins with. */
function offeredWord(answer: KeypadAnswer, rest: string): string | null {
  const fitting = answer.words.map(({ text }) => text).filter((text) => rest.startsWith(text));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
