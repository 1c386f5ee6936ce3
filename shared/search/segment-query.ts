// One query against one segment: the cursors it takes, and how well each record fits.
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import { FoundList, prepare, type Walk, walk } from './collect.ts';
import { AndCursor, allOf, type DocCursor, emptyCursor, end, OrCursor, wait } from './doc-cursor.ts';
import { bestMost, fieldLetters, idMarks, longestTitleLength, longestWholeTitle } from './format.ts';
import { ListCursor } from './list-cursor.ts';
import { classInNormalised, han } from './normalise.ts';
import type { ParsedQuery } from './parse-query.ts';
import { atStart, type PhraseCursor } from './phrase-cursor.ts';
import { tiers } from './ranking.ts';
import type { ReadWindow } from './read-window.ts';
import type { SegmentReader } from './segment-reader.ts';
import { probesOfPhrase } from './tokenise.ts';
import {
  cursorOfProbe,
  initialsStart,
  phraseIn,
  type SearchContext,
  WordCursor,
  type WordSearch,
} from './word-cursor.ts';

/** Records in ascending order, and how well each fits (`ranking.ts`). */
export interface Findings {
  readonly ordinals: Uint32Array;
  readonly fits: Float64Array;
}

/** What was gathered, and where the walk stopped. */
export interface Gathered extends Findings {
  /** The next ordinal that would have been looked at. */
  readonly next: number;
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** What narrows a walk: cursors that every record must be in. Each walk takes new ones. */
export type Narrowing = (context: SearchContext) => readonly DocCursor[];

/** A way to match: a walk, and how well the record it stands at fits; null when a block is missing. */
export interface Matching {
  readonly cursor: DocCursor;
  readonly fitOf: (ordinal: number) => number | null;
  /** True when every title with all words matches. */
  readonly doTitlesTell?: boolean;
}

/** Makes a new walk each time. */
export type StartMatching = () => Promise<Matching>;

/** Numbers of this length at least, with a digit, are taken for the beginning of a document number. */
const shortestNumber = 5;

/** Stretches that tell how many records a walk will meet, and how small a share of their parts they are. */
const stretches = 16;
const stretchShare = 64;

export class SegmentQuery {
  readonly segment: SegmentReader;
  readonly window: ReadWindow;
  readonly #query: ParsedQuery;
  readonly #words: readonly WordSearch[];
  readonly #signal: CancelSignal | undefined;

  constructor(
    segment: SegmentReader,
    query: ParsedQuery,
    words: readonly WordSearch[],
    signal: CancelSignal | undefined,
  ) {
    this.segment = segment;
    this.window = segment.window();
    this.#query = query;
    this.#words = words;
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
      isLive: (ordinal) => this.segment.isLive(ordinal),
      signal: this.#signal,
    };
  }

  /** Records that have every word somewhere; without bodies when only headers count. */
  matching(hasBodies: boolean): { readonly cursor: DocCursor; readonly words: readonly WordCursor[] } {
    const words = this.#words.map((word) => new WordCursor(this.context, word, hasBodies));
    return { cursor: allOf(words), words };
  }

  /** Records that match whole, by their fit. */
  whole(): Matching {
    const { cursor, words } = this.matching(true);
    return { cursor, fitOf: this.fitter(words), doTitlesTell: true };
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

  async existsFor(cursor: DocCursor): Promise<boolean> {
    const walkOver = this.walkOver(cursor, () => []);
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
    const { whole } = this.#query;
    // A word typed twice is one word, but not the whole query.
    const isLone = words.length === 1 && this.#words[0]?.word.text === whole.text;
    const lone = isLone ? (words[0] as WordCursor) : null;
    const title = lone?.title ?? phraseIn(this.context, fieldLetters.title, whole.text);
    const numbers = !isNumberLike(whole.text) ? [] : (lone?.numbers ?? this.#wholeNumbers());
    const starts = lone !== null && isLoneCharacter(whole.text) ? this.#headCursor() : null;
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

  #wholeNumbers(): PhraseCursor[] {
    const { text, counted } = this.#query.whole;
    const { docNo, index } = fieldLetters;
    const spellings = counted === null ? [text] : [text, counted];
    return [
      ...spellings.map((spelling) => phraseIn(this.context, docNo, spelling)),
      phraseIn(this.context, index, text),
    ];
  }

  #headCursor(): DocCursor {
    const [probe] = probesOfPhrase(this.#query.whole.text);
    return probe === undefined ? emptyCursor : cursorOfProbe(this.context, fieldLetters.head, probe);
  }

  /**
   * Gathers at most `most` records of a matching with their fits. Where a list or titles alone tell that there are
   * more, only as many are looked at as will be ranked.
   */
  async gather(
    { cursor, fitOf, doTitlesTell = false }: Matching,
    narrowing: Narrowing,
    most: number,
  ): Promise<Gathered> {
    const walkOver = this.walkOver(cursor, narrowing);
    await prepare(walkOver);
    const isSure = await this.#hasMore(cursor, narrowing, most, doTitlesTell);
    const found = new FoundList();
    const range = { from: 0, to: this.segment.records, most: isSure ? Math.min(most, bestMost) : most };
    const next = await walk(walkOver, range, (ordinal) => {
      const fit = fitOf(ordinal);
      if (fit !== null) found.push(ordinal, fit);
      return fit !== null;
    });
    const { ordinals, values } = found.finish();
    return { ordinals, fits: values, next, isCut: next < this.segment.records };
  }

  /**
   * Whether more records than `most` are sure to match: a list tells by its length, or titles alone, which are
   * counted faster than all fields are walked.
   */
  async #hasMore(
    cursor: DocCursor,
    narrowing: Narrowing,
    most: number,
    doTitlesTell: boolean,
  ): Promise<boolean> {
    const isAlone = narrowing(this.context).length === 0;
    if (isAlone && (cursor.atLeast?.() ?? 0) - this.segment.deleted.length > most) return true;
    if (!doTitlesTell) return false;
    const titles = this.#titlesWithAll();
    const walkOver = this.walkOver(titles, narrowing);
    await prepare(walkOver);
    if (titles.estimate() <= most || !(await this.#isLikely(walkOver, most))) return false;
    const again = this.walkOver(this.#titlesWithAll(), narrowing);
    let met = 0;
    await walk(again, { from: 0, to: this.segment.records, most: most + 1 }, () => {
      met++;
      return true;
    });
    return met > most;
  }

  /** Whether a walk meets more than `most`, as far as stretches spread over the whole segment tell. */
  async #isLikely(walkOver: Walk, most: number): Promise<boolean> {
    const { records } = this.segment;
    const length = Math.ceil(records / stretches / stretchShare);
    const starts = Array.from({ length: stretches }, (_, at) => Math.floor((records * at) / stretches));
    await prepare(walkOver, starts);
    let met = 0;
    for (const from of starts) {
      await walk(walkOver, { from, to: Math.min(records, from + length), most }, () => {
        met++;
        return true;
      });
    }
    return met * stretchShare > most;
  }

  /** Titles that hold all words. */
  #titlesWithAll(): DocCursor {
    return allOf(this.#words.map(({ word }) => phraseIn(this.context, fieldLetters.title, word.text)));
  }

  /**
   * Records that belong to the best although so many match that not all are looked at: titles with all words,
   * titles that begin with the query, by characters or by initials, numbers that do, and the title that is the query.
   * `first` are the first records that match: where all of them have the words in their titles, those need not be
   * gathered again.
   */
  async gatherBest(narrowing: Narrowing, most: number, first: Findings): Promise<Findings[]> {
    const { whole } = this.#query;
    const all = [await this.#gatherTitles(await this.#titleStart(), narrowing, most)];
    const areTitles = first.fits.length >= most && first.fits.every((fit) => fit >= tiers.title);
    if (!areTitles || isNumberLike(whole.text)) {
      all.push(await this.#gatherTitles(this.#titlesWithAll(), narrowing, most));
    }
    const sounding = this.#words.length === 1 ? initialsStart(this.context, whole.text) : null;
    if (sounding !== null) all.push(await this.#gatherMatching(sounding, narrowing, most));
    if (isNumberLike(whole.text)) {
      all.push(await this.#gatherMatching(new OrCursor(this.#wholeNumbers()), narrowing, most));
    }
    if (whole.text.length <= longestWholeTitle) {
      const exact = new ListCursor(this.segment.terms, this.window, idMarks.wholeTitle + whole.text);
      all.push(await this.gather({ cursor: exact, fitOf: () => tiers.exactTitle }, narrowing, most));
    }
    return all;
  }

  /** Gathers records of a cursor that match the query. */
  #gatherMatching(cursor: DocCursor, narrowing: Narrowing, most: number): Promise<Findings> {
    const { cursor: matching, words } = this.matching(true);
    const both: Narrowing = (context) => [matching, ...narrowing(context)];
    return this.gather({ cursor, fitOf: this.fitter(words) }, both, most);
  }

  /** Gathers titles that hold every word: no other field can fit them better, unless the query is a number. */
  #gatherTitles(cursor: DocCursor, narrowing: Narrowing, most: number): Promise<Findings> {
    const { text } = this.#query.whole;
    if (isNumberLike(text)) return this.#gatherMatching(cursor, narrowing, most);
    const title = phraseIn(this.context, fieldLetters.title, text);
    const starts = isLoneCharacter(text) ? this.#headCursor() : null;
    const fitOf = (ordinal: number) => {
      const inTitle = title.isAt(ordinal);
      if (inTitle === null || starts?.advance(ordinal) === wait) return null;
      if (!inTitle) return tiers.title;
      const isAtStart = starts === null ? title.place() === 0 : starts.doc === ordinal;
      return isAtStart ? tiers.titlePrefix : tiers.phraseInTitle;
    };
    return this.gather({ cursor, fitOf }, narrowing, most);
  }

  /** Titles that begin with the whole query, by the list of such beginnings where there is one. */
  async #titleStart(): Promise<DocCursor> {
    const { text } = this.#query.whole;
    const title = phraseIn(this.context, fieldLetters.title, text);
    const starting = atStart(title, title);
    const probe = probesOfPhrase(text)[0];
    if (probe === undefined || probe.keys.length > 1 || probe.keys[0]?.isPrefix) return starting;
    const isKept = await this.existsFor(cursorOfProbe(this.context, fieldLetters.head, probe));
    if (!isKept) {
      // Beginnings are kept for frequent terms: where there is none, either few titles have the term or none begins so.
      const titles = cursorOfProbe(this.context, fieldLetters.title, probe);
      return titles.estimate() > this.segment.meta.rankedMost ? emptyCursor : starting;
    }
    const head = cursorOfProbe(this.context, fieldLetters.head, probe);
    return isLoneCharacter(text) ? head : atStart(new AndCursor([head, title]), title);
  }

  /** Raises titles that begin with the query and are no longer than it to an exact match. */
  async raiseExact({ ordinals, fits }: Findings): Promise<void> {
    const starting: number[] = [];
    for (let at = 0; at < fits.length; at++) if (fits[at] === tiers.titlePrefix) starting.push(at);
    if (starting.length === 0) return;
    const held = Uint32Array.from(starting, (at) => ordinals[at] as number);
    const lengths = await this.segment.column('titleLength', held);
    const length = Math.min(longestTitleLength, this.#query.whole.text.length);
    starting.forEach((at, index) => {
      if (lengths[index] === length) fits[at] = tiers.exactTitle;
    });
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

function isNumberLike(text: string): boolean {
  return text.length >= shortestNumber && /\d/.test(text);
}

/** One Chinese character: its lists keep no places, so how titles begin is asked of the lists of beginnings. */
function isLoneCharacter(text: string): boolean {
  return [...text].length === 1 && classInNormalised(text.charCodeAt(0)) === han;
}

/** All records of several findings, each once with its best fit. */
export function joinFindings(all: readonly Findings[]): Findings {
  const [first, ...others] = all.filter(({ ordinals }) => ordinals.length > 0);
  if (first === undefined) return { ordinals: new Uint32Array(0), fits: new Float64Array(0) };
  return others.reduce(joinTwo, first);
}

function joinTwo(a: Findings, b: Findings): Findings {
  const ordinals = new Uint32Array(a.ordinals.length + b.ordinals.length);
  const fits = new Float64Array(ordinals.length);
  let length = 0;
  for (let left = 0, right = 0; left < a.ordinals.length || right < b.ordinals.length; length++) {
    const l = left < a.ordinals.length ? (a.ordinals[left] as number) : end;
    const r = right < b.ordinals.length ? (b.ordinals[right] as number) : end;
    ordinals[length] = Math.min(l, r);
    let fit = 0;
    if (l <= r) fit = a.fits[left++] as number;
    if (r <= l) fit = Math.max(fit, b.fits[right++] as number);
    fits[length] = fit;
  }
  return { ordinals: ordinals.subarray(0, length), fits: fits.subarray(0, length) };
}
