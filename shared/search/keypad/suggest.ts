// What a keypad offers next: words that find something, and the keys that lead on to some.
import type { CancelSignal } from '../../protocol/cancel-signal.ts';
import { throwIfCancelled } from '../collect.ts';
import { type KeypadWords, keepBest, offerWeight, type WordOffer } from './keypad-words.ts';
import { type Readings, stretchesFor } from './title-stretches.ts';
import { splitTyped, withDigit, withWord } from './typed-text.ts';

/** A word to pick and how many records there are with it and with what is typed already. */
export interface SuggestedWord {
  readonly text: string;
  readonly count: number;
  readonly countIsLowerBound: boolean;
}

export interface KeypadAnswer {
  /** The text this answers to. */
  readonly text: string;
  readonly words: readonly SuggestedWord[];
  /** Letters that lead to a record, in alphabetical order. */
  readonly letters: string;
  /** Digits that do, likewise. */
  readonly digits: string;
  /** False when neither the text nor any word behind it finds a record: the last key was pressed in vain. */
  readonly findsSomething: boolean;
  /** What to show results of: the text, or while its letters are none that titles begin so, the first word. */
  readonly resultsText: string;
}

/** What suggestions are drawn from. */
export interface SuggestSource {
  readonly words: KeypadWords;
  /** Whether titles, counts and `exists` are of some records only: words may then find none of them. */
  readonly isNarrowed: boolean;
  readonly readings: Readings;
  /**
   * Titles that have the words of a text and may have the letters, as they are compared, at most `most` for each way to
   * read them; and whether these are all. Either may be empty.
   */
  titles(
    text: string,
    letters: string,
    most: number,
  ): Promise<{ readonly titles: readonly string[]; readonly isAll: boolean }>;
  /** How many records have the words of a text. */
  count(text: string): Promise<{ readonly total: number; readonly isLowerBound: boolean }>;
  /** Whether some record's header has each word of a text, and its title the letters, by its index alone. */
  exists(text: string, letters: string): Promise<boolean>;
}

const mostOffers = 12;
/** Words looked at beyond those shown, for some turn out to find nothing. */
const mostLookedAt = 24;
/** Letters that are searched for as they are, from so many on: the search knows their initials anywhere in titles. */
const fewestInitials = 3;
/** Titles looked at for what else stands in them; more of those with some initials, which others are sorted out of. */
const titlesBeside = 200;
const titlesOfLetters = 400;
/** A word that is all of some title is likely what was meant. */
const wholeTitleBonus = 3;
const digits = '0123456789';
const allLetters = 'abcdefghijklmnopqrstuvwxyz';
/** A word is left out beside a longer one that nearly all its records have. */
const nearlyAll = 0.9;

/** Words and keys gathered for one text. */
class Gathering {
  readonly words: WordOffer[] = [];
  readonly letters = new Set<string>();
  readonly #typed: readonly string[];

  constructor(before: string) {
    this.#typed = before.split(' ');
  }

  /** What stands in a word that is typed already says nothing new. */
  isKnown(text: string): boolean {
    return this.#typed.some((word) => word.includes(text));
  }

  offer(offer: WordOffer): void {
    const at = this.words.findIndex(({ text }) => text === offer.text);
    if (at >= 0 && (this.words[at] as WordOffer).weight >= offer.weight) return;
    if (at >= 0) this.words.splice(at, 1);
    keepBest(this.words, offer, mostLookedAt);
  }
}

/** Suggestions for a text: see `KeypadAnswer`. Throws what the source throws, and when cancelled. */
export async function suggest(
  source: SuggestSource,
  text: string,
  signal?: CancelSignal,
): Promise<KeypadAnswer> {
  const { before, letters } = splitTyped(text);
  const found = new Gathering(before);
  if (before === '' && !source.isNarrowed) {
    const { words, next } = source.words.match(letters, mostLookedAt);
    for (const word of words) found.offer(word);
    for (const letter of next.keys()) found.letters.add(letter);
  } else {
    await gatherBeside(source, before, letters, found, signal);
  }
  throwIfCancelled(signal);
  const isFirst = source.isNarrowed && before === '' && letters !== '';
  if (letters.length > 1 || isFirst) {
    const { titles, isAll } = await source.titles(before, letters, titlesOfLetters);
    gatherFrom(source, titles, letters, found);
    if (!isAll) await lightRareLetters(source, before, letters, found, signal);
  }
  throwIfCancelled(signal);
  const words = await countWords(source, before, found.words, signal);
  const [first] = words;
  const typed = letters === '' ? before : withWord(before, letters);
  const isAsked = typed !== '' && (words.length === 0 || letters.length >= fewestInitials);
  const isFoundAsTyped = isAsked && (await source.count(typed)).total > 0;
  return {
    text,
    words,
    findsSomething: words.length > 0 || typed === '' || isFoundAsTyped,
    letters: [...found.letters].sort().join(''),
    digits: letters === '' ? await digitsAfter(source, text, signal) : '',
    resultsText:
      isFoundAsTyped || letters === '' || first === undefined ? typed : withWord(before, first.text),
  };
}

/** The dictionary knows no rare words, and of many titles only some were looked at: the index settles the rest. */
async function lightRareLetters(
  source: SuggestSource,
  before: string,
  letters: string,
  found: Gathering,
  signal: CancelSignal | undefined,
): Promise<void> {
  for (const letter of allLetters) {
    if (found.letters.has(letter)) continue;
    throwIfCancelled(signal);
    if (await source.exists(before, letters + letter)) found.letters.add(letter);
  }
}

/** Words that stand in one record with what is typed already, and in one of those that count at all. */
async function gatherBeside(
  source: SuggestSource,
  before: string,
  letters: string,
  found: Gathering,
  signal: CancelSignal | undefined,
): Promise<void> {
  const { titles, isAll } = await source.titles(before, '', titlesBeside);
  gatherFrom(source, titles, letters, found);
  if (isAll) return;
  const { words, next } = source.words.match(letters, mostOffers);
  for (const word of words) {
    throwIfCancelled(signal);
    if (!found.isKnown(word.text) && (await source.exists(withWord(before, word.text), '')))
      found.offer(word);
  }
  for (const [letter, led] of next) {
    if (found.letters.has(letter)) continue;
    throwIfCancelled(signal);
    if (await anyExists(source, before, led)) found.letters.add(letter);
  }
  if (before === '' && letters === '') await lightRareLetters(source, before, letters, found, signal);
}

async function anyExists(
  source: SuggestSource,
  before: string,
  words: readonly WordOffer[],
): Promise<boolean> {
  for (const { text } of words) if (await source.exists(withWord(before, text), '')) return true;
  return false;
}

/** Looks where in titles the letters lead. */
function gatherFrom(
  source: SuggestSource,
  titles: readonly string[],
  letters: string,
  found: Gathering,
): void {
  const counts = new Map<string, { count: number; reached: number }>();
  const whole = new Set<string>();
  for (const title of titles) {
    const met = new Set<string>();
    for (const { text, reached, next } of stretchesFor(source.readings, title, letters)) {
      if (found.isKnown(text)) continue;
      for (const letter of next) found.letters.add(letter);
      met.add(text);
      if (text === title) whole.add(text);
      if (!counts.has(text)) counts.set(text, { count: 0, reached });
    }
    for (const text of met) (counts.get(text) as { count: number }).count += 1;
  }
  for (const [text, { count, reached }] of counts) {
    const bonus = whole.has(text) ? wholeTitleBonus : 1;
    found.offer({ text, weight: offerWeight(text, count, reached) * bonus });
  }
}

/** The weightiest words that find something, with their counts. */
async function countWords(
  source: SuggestSource,
  before: string,
  offers: readonly WordOffer[],
  signal: CancelSignal | undefined,
): Promise<SuggestedWord[]> {
  const words: SuggestedWord[] = [];
  for (const { text } of offers) {
    if (words.length === mostOffers) break;
    throwIfCancelled(signal);
    const { total, isLowerBound } = await source.count(withWord(before, text));
    if (total > 0) addWord(words, { text, count: total, countIsLowerBound: isLowerBound });
  }
  return words;
}

/** Of two words of which one holds the other and that find nearly the same, the longer one stays. */
function addWord(words: SuggestedWord[], word: SuggestedWord): void {
  const saysLess = (short: SuggestedWord, long: SuggestedWord) =>
    long.text.includes(short.text) && long.count >= short.count * nearlyAll;
  if (words.some((other) => saysLess(word, other))) return;
  const kept = words.filter((other) => !saysLess(other, word));
  words.splice(0, words.length, ...kept, word);
}

async function digitsAfter(
  source: SuggestSource,
  text: string,
  signal: CancelSignal | undefined,
): Promise<string> {
  let lead = '';
  for (const digit of digits) {
    throwIfCancelled(signal);
    if (await source.exists(withDigit(text, digit), '')) lead += digit;
  }
  return lead;
}
