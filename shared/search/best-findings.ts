// What belongs to the best of very many matches, gathered by what could fit best, wherever it lies.
import { AndCursor, type DocCursor, emptyCursor, OrCursor, wait } from './doc-cursor.ts';
import { type Findings, type Fits, type Narrowing, SameFit } from './findings.ts';
import { fieldLetters, idMarks, longestTitleLength, longestWholeTitle } from './format.ts';
import { gather } from './gather.ts';
import { ListCursor } from './list-cursor.ts';
import { atStart, type PhraseCursor } from './phrase-cursor.ts';
import { tiers } from './ranking.ts';
import { isLoneCharacter, isNumberLike, type SegmentQuery } from './segment-query.ts';
import { probesOfPhrase } from './tokenise.ts';
import { cursorOfProbe, initialsStart, phraseIn } from './word-cursor.ts';

/**
 * Records that belong to the best although so many match that not all are looked at: titles with all words,
 * titles that begin with the query, by characters or by initials, numbers that do, and the title that is the query.
 * `first` are the first records that match: where all of them have the words in their titles, those need not be
 * gathered again.
 */
export async function gatherBest(
  on: SegmentQuery,
  narrowing: Narrowing,
  most: number,
  first: Findings,
): Promise<Findings[]> {
  const { whole } = on.query;
  const all = [await gatherTitles(on, await titleStart(on), narrowing, most)];
  const areTitles = first.fits.length >= most && first.fits.every((fit) => fit >= tiers.title);
  if (!areTitles || isNumberLike(whole.text)) {
    all.push(await gatherTitles(on, on.titlesWithAll(), narrowing, most));
  }
  const sounding = on.words.length === 1 ? initialsStart(on.context, whole.text) : null;
  if (sounding !== null) all.push(await gatherMatching(on, sounding, narrowing, most));
  if (isNumberLike(whole.text)) {
    all.push(await gatherMatching(on, new OrCursor(on.wholeNumbers()), narrowing, most));
  }
  if (whole.text.length <= longestWholeTitle) {
    const exact = new ListCursor(on.segment.terms, on.window, idMarks.wholeTitle + whole.text);
    all.push(await gather(on, { cursor: exact, fits: new SameFit(tiers.exactTitle) }, narrowing, most));
  }
  return all;
}

/** Gathers records of a cursor that match the query. */
function gatherMatching(
  on: SegmentQuery,
  cursor: DocCursor,
  narrowing: Narrowing,
  most: number,
): Promise<Findings> {
  const { cursor: matching, words } = on.matching(true);
  const both: Narrowing = (context) => [matching, ...narrowing(context)];
  return gather(on, { cursor, fits: on.fits(words) }, both, most);
}

/** Gathers titles that hold every word: no other field can fit them better, unless the query is a number. */
function gatherTitles(
  on: SegmentQuery,
  cursor: DocCursor,
  narrowing: Narrowing,
  most: number,
): Promise<Findings> {
  const { text } = on.query.whole;
  if (isNumberLike(text)) return gatherMatching(on, cursor, narrowing, most);
  const title = phraseIn(on.context, fieldLetters.title, text);
  const starts = isLoneCharacter(text) ? on.headCursor() : null;
  return gather(on, { cursor, fits: new TitleFits(title, starts) }, narrowing, most);
}

/** The fit of titles that hold every word. */
class TitleFits implements Fits {
  /** The whole query in titles. */
  readonly #title: PhraseCursor;
  /** Titles that begin with it, where places do not tell. */
  readonly #starts: DocCursor | null;

  constructor(title: PhraseCursor, starts: DocCursor | null) {
    this.#title = title;
    this.#starts = starts;
  }

  fitOf(ordinal: number): number | null {
    const inTitle = this.#title.isAt(ordinal);
    if (inTitle === null || this.#starts?.advance(ordinal) === wait) return null;
    if (!inTitle) return tiers.title;
    const isAtStart = this.#starts === null ? this.#title.place() === 0 : this.#starts.doc === ordinal;
    return isAtStart ? tiers.titlePrefix : tiers.phraseInTitle;
  }
}

/** Titles that begin with the whole query, by the list of such beginnings where there is one. */
async function titleStart(on: SegmentQuery): Promise<DocCursor> {
  const { text } = on.query.whole;
  const title = phraseIn(on.context, fieldLetters.title, text);
  const starting = atStart(title, title);
  const probe = probesOfPhrase(text)[0];
  if (probe === undefined || probe.keys.length > 1 || probe.keys[0]?.isPrefix) return starting;
  const isKept = await on.existsFor(cursorOfProbe(on.context, fieldLetters.head, probe));
  if (!isKept) {
    // Beginnings are kept for frequent terms: where there is none, either few titles have the term or none begins so.
    const titles = cursorOfProbe(on.context, fieldLetters.title, probe);
    return titles.estimate() > on.segment.meta.rankedMost ? emptyCursor : starting;
  }
  const head = cursorOfProbe(on.context, fieldLetters.head, probe);
  return isLoneCharacter(text) ? head : atStart(new AndCursor([head, title]), title);
}

/** Raises titles that begin with the query and are no longer than it to an exact match. */
export async function raiseExact(on: SegmentQuery, { ordinals, fits }: Findings): Promise<void> {
  const starting: number[] = [];
  for (let at = 0; at < fits.length; at++) if (fits[at] === tiers.titlePrefix) starting.push(at);
  if (starting.length === 0) return;
  const held = Uint32Array.from(starting, (at) => ordinals[at] as number);
  const lengths = await on.segment.column('titleLength', held);
  const length = Math.min(longestTitleLength, on.query.whole.text.length);
  starting.forEach((at, index) => {
    if (lengths[index] === length) fits[at] = tiers.exactTitle;
  });
}
