// One query against one segment: the cursors it takes, and how well each record fits.
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import { prepare, type Walk, walk } from './collect.ts';
import { allOf, type DocCursor, emptyCursor, OrCursor, wait } from './doc-cursor.ts';
import type { Matching, Narrowing } from './findings.ts';
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
      isLive: (ordinal) => this.live.has(ordinal),
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
    return { cursor, fitOf: this.fitter(words), doSureOnesMatch: true };
  }

  /** Records that match whole or in another way, by the better fit. */
  wholeOr(other: Matching): Matching {
    const whole = this.whole();
    return {
      cursor: new OrCursor([whole.cursor, other.cursor]),
      fitOf: (ordinal) => {
        const fits = [whole, other].map(({ cursor, fitOf }) => (cursor.doc === ordinal ? fitOf(ordinal) : 0));
        return fits.includes(null) ? null : Math.max(...(fits as number[]));
      },
    };
  }

  /** Whether some record has every word, in its header or, with `hasBodies`, anywhere; filters left aside. */
  async exists(hasBodies: boolean): Promise<boolean> {
    return this.existsFor(this.matching(hasBodies).cursor);
  }

  async existsFor(cursor: DocCursor, narrowing: Narrowing = () => []): Promise<boolean> {
    const walkOver = this.walkOver(cursor, narrowing);
    await prepare(walkOver);
    let isFound = false;
    await walk(walkOver, { from: 0, to: this.segment.records, most: 1 }, () => {
      isFound = true;
      return true;
    });
    return isFound;
  }

  /** A function that tells the fit of the record the words stand at, or null when a block is missing. */
  fitter(words: readonly WordCursor[]): (ordinal: number) => number | null {
    const { whole } = this.query;
    // A word typed twice is one word, but not the whole query.
    const isLone = words.length === 1 && this.words[0]?.word.text === whole.text;
    const lone = isLone ? (words[0] as WordCursor) : null;
    const title = lone?.title ?? phraseIn(this.context, fieldLetters.title, whole.text);
    const numbers = !isNumberLike(whole.text) ? [] : (lone?.numbers ?? this.wholeNumbers());
    const starts = lone !== null && isLoneCharacter(whole.text) ? this.headCursor() : null;
    return (ordinal) => {
      const inTitle = title.isAt(ordinal);
      if (inTitle === null || starts?.advance(ordinal) === wait) return null;
      const startsNumber = numbers.length === 0 ? false : isAtStartOfAny(numbers, ordinal);
      if (startsNumber === null) return null;
      if (startsNumber) return tiers.numberPrefix;
      if (!inTitle) return meanTier(words);
      const isAtStart = starts === null ? title.place() === 0 : starts.doc === ordinal;
      return isAtStart ? tiers.titlePrefix : tiers.phraseInTitle;
    };
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

  /** Titles that hold all words. */
  titlesWithAll(): DocCursor {
    return allOf(this.words.map(({ word }) => phraseIn(this.context, fieldLetters.title, word.text)));
  }
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

function meanTier(words: readonly WordCursor[]): number {
  let sum = 0;
  for (const word of words) sum += word.tier();
  return sum / words.length;
}

/** Whether a query may be the beginning of a document or index number. */
export function isNumberLike(text: string): boolean {
  return text.length >= shortestNumber && /\d/.test(text);
}

/** One Chinese character: its lists keep no places, so how titles begin is asked of the lists of beginnings. */
export function isLoneCharacter(text: string): boolean {
  return [...text].length === 1 && classInNormalised(text.charCodeAt(0)) === han;
}
