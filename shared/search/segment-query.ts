// One query against one segment: the cursors it takes, and how well each record fits.
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import { MetCounter, prepare, type Walk, walk } from './collect.ts';
import { allOf, type DocCursor, emptyCursor, OrCursor, wait } from './doc-cursor.ts';
import type { Fits, Matching, Narrowing } from './findings.ts';
import { fieldLetters } from './format.ts';
import type { LiveRecords } from './live-records.ts';
import { classInNormalised, han } from './normalise.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { PhraseCursor } from './phrase-cursor.ts';
import { tiers } from './ranking.ts';
import type { ReadWindow } from './read-window.ts';
import type { SegmentReader } from './segment-reader.ts';
import { probesOfPhrase } from './tokenise.ts';
import {
  cursorOfProbe,
  initialsAnywhere,
  phraseIn,
  type SearchContext,
  WordCursor,
  type WordSearch,
} from './word-cursor.ts';
import { meanTier } from './word-fields.ts';

/** Numbers of this length at least, with a digit, are taken for the beginning of a document number. */
const shortestNumber = 5;

export class SegmentQuery {
  readonly segment: SegmentReader;
  /** What counted when the question came. */
  readonly live: LiveRecords;
  readonly window: ReadWindow;
  readonly query: ParsedQuery;
  readonly words: readonly WordSearch[];
  readonly #signal: CancelSignal | undefined;

  constructor(
    segment: SegmentReader,
    query: ParsedQuery,
    words: readonly WordSearch[],
    signal: CancelSignal | undefined,
  ) {
    this.segment = segment;
    this.live = segment.live;
    this.window = segment.window();
    this.query = query;
    this.words = words;
    this.#signal = signal;
  }

  get context(): SearchContext {
    return { segment: this.segment, window: this.window };
  }

  /** A walk over records that `cursor` and the narrowing have. */
  walkOver(cursor: DocCursor, narrowing: Narrowing): Walk {
    const cursors = [cursor, ...narrowing(this.context)];
    return {
      cursor: allOf(cursors),
      window: this.window,
      live: this.live,
      signal: this.#signal,
    };
  }

  /** Records that have every word somewhere; without bodies when only headers count. */
  matching(hasBodies: boolean): { readonly cursor: DocCursor; readonly words: readonly WordCursor[] } {
    const words = this.words.map((word) => new WordCursor(this.context, word, hasBodies));
    return { cursor: allOf(words), words };
  }

  /** Records that match whole, by their fit. */
  whole(): Matching {
    const { cursor, words } = this.matching(true);
    return { cursor, fits: this.fits(words), doSureOnesMatch: true };
  }

  /** Records that match whole or in another way, by the better fit. */
  wholeOr(other: Matching): Matching {
    const whole = this.whole();
    return { cursor: new OrCursor([whole.cursor, other.cursor]), fits: new BetterFits(whole, other) };
  }

  /** Whether some record has every word, in its header or, with `hasBodies`, anywhere; filters left aside. */
  async exists(hasBodies: boolean): Promise<boolean> {
    return this.existsFor(this.matching(hasBodies).cursor);
  }

  async existsFor(cursor: DocCursor, narrowing: Narrowing = () => []): Promise<boolean> {
    const walkOver = this.walkOver(cursor, narrowing);
    await prepare(walkOver);
    const counter = new MetCounter();
    await walk(walkOver, { from: 0, to: this.segment.records, most: 1 }, counter);
    return counter.met > 0;
  }

  /** Tells the fit of the record the words stand at. */
  fits(words: readonly WordCursor[]): Fits {
    const { whole } = this.query;
    // A word typed twice is one word, but not the whole query.
    const isLone = words.length === 1 && this.words[0]?.word.text === whole.text;
    const lone = isLone ? (words[0] as WordCursor) : null;
    const title = lone?.title ?? phraseIn(this.context, fieldLetters.title, whole.text);
    const numbers = !isNumberLike(whole.text) ? [] : (lone?.numbers ?? this.wholeNumbers());
    const starts = lone !== null && isLoneCharacter(whole.text) ? this.headCursor() : null;
    return new WordFits(words, title, numbers, starts);
  }

  /** Document and index numbers that hold the whole query. */
  wholeNumbers(): PhraseCursor[] {
    const { text, counted } = this.query.whole;
    const { docNo, index } = fieldLetters;
    const spellings = counted === null ? [text] : [text, counted];
    return [
      ...spellings.map((spelling) => phraseIn(this.context, docNo, spelling)),
      phraseIn(this.context, index, text),
    ];
  }

  /** Titles that begin with the first part of the query, where there is a list of them. */
  headCursor(): DocCursor {
    const [probe] = probesOfPhrase(this.query.whole.text);
    return probe === undefined ? emptyCursor : cursorOfProbe(this.context, fieldLetters.head, probe);
  }

  /** Records that match for sure, walked faster than all that do: titles with all words, or with the initials. */
  sureMatches(): DocCursor {
    const sounding = this.words.length === 1 ? initialsAnywhere(this.context, this.query.whole.text) : null;
    return sounding ?? this.titlesWithAll();
  }

  /** How many titles are known to hold the only word; 0 where that is not known. */
  titlesKnown(): number {
    const [first] = this.words;
    return first === undefined || this.words.length > 1
      ? 0
      : (this.segment.crowded.get(first.word.text) ?? 0);
  }

  /** Titles that hold all words. */
  titlesWithAll(): DocCursor {
    return allOf(this.words.map(({ word }) => phraseIn(this.context, fieldLetters.title, word.text)));
  }
}

/** The fit of records that have all words. */
class WordFits implements Fits {
  readonly #words: readonly WordCursor[];
  /** The whole query in titles. */
  readonly #title: PhraseCursor;
  /** The whole query in numbers; none where it is not like one. */
  readonly #numbers: readonly PhraseCursor[];
  /** Titles that begin with it, where places do not tell. */
  readonly #starts: DocCursor | null;

  constructor(
    words: readonly WordCursor[],
    title: PhraseCursor,
    numbers: readonly PhraseCursor[],
    starts: DocCursor | null,
  ) {
    this.#words = words;
    this.#title = title;
    this.#numbers = numbers;
    this.#starts = starts;
  }

  fitOf(ordinal: number): number | null {
    const inTitle = this.#title.isAt(ordinal);
    if (inTitle === null || this.#starts?.advance(ordinal) === wait) return null;
    const startsNumber = this.#numbers.length === 0 ? false : isAtStartOfAny(this.#numbers, ordinal);
    if (startsNumber === null) return null;
    if (startsNumber) return tiers.numberPrefix;
    if (!inTitle) return meanTier(this.#words);
    const isAtStart = this.#starts === null ? this.#title.place() === 0 : this.#starts.doc === ordinal;
    return isAtStart ? tiers.titlePrefix : tiers.phraseInTitle;
  }
}

/** The better fit of two ways to match. */
class BetterFits implements Fits {
  readonly #one: Matching;
  readonly #other: Matching;

  constructor(one: Matching, other: Matching) {
    this.#one = one;
    this.#other = other;
  }

  fitOf(ordinal: number): number | null {
    const one = fitIn(this.#one, ordinal);
    const other = fitIn(this.#other, ordinal);
    return one === null || other === null ? null : Math.max(one, other);
  }
}

/** The fit of a record in one way to match; 0 where it does not. */
function fitIn({ cursor, fits }: Matching, ordinal: number): number | null {
  return cursor.doc === ordinal ? fits.fitOf(ordinal) : 0;
}

/** Whether a record begins with any of some numbers; null when a block is missing. */
function isAtStartOfAny(numbers: readonly PhraseCursor[], ordinal: number): boolean | null {
  let isStart = false;
  for (const number of numbers) {
    const isThere = number.isAt(ordinal);
    if (isThere === null) return null;
    isStart ||= isThere && number.place() === 0;
  }
  return isStart;
}

/** Whether a query may be the beginning of a document or index number. */
export function isNumberLike(text: string): boolean {
  return text.length >= shortestNumber && /\d/.test(text);
}

/** One Chinese character: its lists keep no places, so how titles begin is asked of the lists of beginnings. */
export function isLoneCharacter(text: string): boolean {
  return [...text].length === 1 && classInNormalised(text.charCodeAt(0)) === han;
}
