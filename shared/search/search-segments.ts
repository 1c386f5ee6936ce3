// Answers one query over all open segments: matches, narrows, counts, ranks and hydrates.

import type { TreeNode } from '../catalogue/venue.ts';
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import { gatherBest, raiseExact } from './best-findings.ts';
import { throwIfCancelled } from './collect.ts';
import { emptyCursor } from './doc-cursor.ts';
import { FacetCounter } from './facet-counter.ts';
import { activeFilters, type Filters, narrowingCursors } from './filters.ts';
import { type Findings, joinFindings, type Matching, SameFit } from './findings.ts';
import { bestMost, exactTotal } from './format.ts';
import { hydrate } from './hydrate.ts';
import { LooseQuery, leastShares } from './loose-query.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import type { NamedWord, Synonyms } from './query-words.ts';
import { offerFindings } from './rank-findings.ts';
import { tiers } from './ranking.ts';
import { answerSegment, listSegment, newestOfEachClass, type SegmentAnswer } from './segment-answer.ts';
import { SegmentQuery } from './segment-query.ts';
import type { SegmentReader } from './segment-reader.ts';
import { matchingBySound } from './sound-query.ts';
import { plainSearch, spellingsOf } from './spelled-words.ts';
import { TopHits } from './top-hits.ts';
import type { SearchQuery, SearchResult } from './types.ts';
import type { WordSearch } from './word-cursor.ts';

const largestOffset = 10_000;
const largestPage = 100;
/** Values of one field that are told beside hits. */
const mostValues = 200;

/** What a catalogue is searched with beside the query. */
export interface SearchSettings {
  readonly tree: readonly TreeNode[];
  readonly synonyms: Synonyms;
  /** See `exactTotal`; smaller in tests. */
  readonly rankedMost: number;
}

/** A whole number between two bounds; the lower one for what is no number. */
function within(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? least : Math.min(most, Math.max(least, Math.floor(value)));
}

/** The one entrance of the query side; see `CatalogueReader.search`. */
export async function searchSegments(
  segments: readonly SegmentReader[],
  query: SearchQuery,
  settings: SearchSettings,
  signal: CancelSignal | undefined,
): Promise<SearchResult> {
  throwIfCancelled(signal);
  const parsed = parseQuery(query.text);
  const search = new CatalogueSearch(segments, query, parsed, settings, signal);
  return search.run();
}

/** A text as it is looked for in each segment, for walks of one's own; none for a text without words. */
export async function prepareText(
  segments: readonly SegmentReader[],
  text: string,
  settings: SearchSettings,
  signal: CancelSignal | undefined,
): Promise<SegmentQuery[]> {
  const query = { text, filters: {}, sort: 'relevance', offset: 0, limit: 1 } as const;
  return new CatalogueSearch(segments, query, parseQuery(text), settings, signal).prepareAll();
}

/** How a query was answered, all segments alike. */
interface Answered {
  readonly how: SearchResult['matched'] | null;
  readonly answers: readonly SegmentAnswer[];
  readonly counter: FacetCounter;
}

class CatalogueSearch {
  readonly #segments: readonly SegmentReader[];
  readonly #query: SearchQuery;
  readonly #parsed: ParsedQuery;
  readonly #filters: Filters;
  readonly #most: number;
  readonly #synonyms: Synonyms;
  readonly #signal: CancelSignal | undefined;
  readonly #offset: number;
  readonly #limit: number;

  constructor(
    segments: readonly SegmentReader[],
    query: SearchQuery,
    parsed: ParsedQuery,
    settings: SearchSettings,
    signal: CancelSignal | undefined,
  ) {
    this.#segments = segments;
    this.#query = query;
    this.#parsed = parsed;
    this.#filters = activeFilters(query.filters, settings.tree);
    this.#most = settings.rankedMost;
    this.#synonyms = settings.synonyms;
    this.#signal = signal;
    this.#offset = within(query.offset, 0, largestOffset);
    this.#limit = within(query.limit, 1, largestPage);
  }

  async prepareAll(): Promise<SegmentQuery[]> {
    const { words } = this.#synonyms.expand(this.#parsed);
    return Promise.all(this.#segments.map((segment) => this.#prepare(segment, words)));
  }

  async run(): Promise<SearchResult> {
    const { words, alsoSearched } = this.#synonyms.expand(this.#parsed);
    const queries = await Promise.all(this.#segments.map((segment) => this.#prepare(segment, words)));
    throwIfCancelled(this.#signal);
    const { how, answers, counter } = await this.#answer(queries);
    const isLoose = how === 'scattered' || how === 'partly';
    const wanted = this.#offset + this.#limit;
    const top = new TopHits(wanted);
    const ranking = { query: this.#parsed, sort: this.#query.sort, isLoose, wanted };
    for (const [number, segment] of this.#segments.entries()) {
      await offerFindings(top, number, segment, (answers[number] as SegmentAnswer).findings, ranking);
    }
    throwIfCancelled(this.#signal);
    const page = top.sorted().slice(this.#offset);
    const hits = await hydrate(page, {
      queries,
      query: this.#parsed,
      needles: needlesOf(words),
      isLoose,
      explain: this.#query.explain === true,
    });
    throwIfCancelled(this.#signal);
    const total = answers.reduce((sum, answer) => sum + answer.total, 0);
    const isCut = answers.some((answer) => answer.isCut);
    return {
      total: Math.min(total, exactTotal),
      totalIsLowerBound: isCut || total > exactTotal,
      hits,
      // A list of everything is browsed by these values; beside hits the frequent ones are enough to choose from.
      facets: counter.finish(how === null ? undefined : mostValues),
      facetsAreEstimates: answers.some(({ areEstimates }) => areEstimates),
      alsoSearched: how === 'whole' ? alsoSearched : [],
      ...(how === null ? {} : { matched: how ?? 'whole' }),
    };
  }

  /** What the words are looked for as in one segment. */
  async #prepare(segment: SegmentReader, words: readonly NamedWord[]): Promise<SegmentQuery> {
    const searches = await Promise.all(
      words.map(
        async ({ word, alternatives }): Promise<WordSearch> => ({
          ...(await plainSearch(segment, word)),
          alternatives: await Promise.all(
            alternatives.map((others) => Promise.all(others.map((other) => plainSearch(segment, other)))),
          ),
          spellings: await spellingsOf(segment, word.text),
        }),
      ),
    );
    return new SegmentQuery(segment, this.#parsed, searches, this.#signal);
  }

  async #answer(queries: readonly SegmentQuery[]): Promise<Answered> {
    if (this.#parsed.words.length === 0) return this.#listAll(queries);
    const whole = await this.#answerWhole(queries);
    if (await this.#isInHeader(queries, whole.answers)) return whole;
    const loosely = (share: number) => (on: SegmentQuery) => new LooseQuery(on, this.#parsed).matching(share);
    const scattered = await this.#answerBy(queries, 'scattered', loosely(1), whole.answers);
    if (scattered !== null) return scattered;
    if (whole.answers.some(({ total }) => total > 0)) return whole;
    // What the filters hide is still an answer: a filter never turns an exact answer into a loose one.
    if (await this.#existsWhole(queries)) return whole;
    const bySound = (on: SegmentQuery) => matchingBySound(on, this.#parsed);
    const sounding = await this.#answerBy(queries, 'sounds', bySound, null);
    if (sounding !== null) return sounding;
    for (const share of leastShares) {
      const partly = await this.#answerBy(queries, 'partly', loosely(share), null);
      if (partly !== null) return partly;
    }
    return { ...whole, how: 'partly' };
  }

  async #listAll(queries: readonly SegmentQuery[]): Promise<Answered> {
    const counter = new FacetCounter();
    const wanted = this.#offset + this.#limit;
    const answers = await Promise.all(
      queries.map((on) => listSegment(on, this.#filters, wanted, this.#most, counter)),
    );
    return { how: null, answers, counter };
  }

  /** Records that hold every word, wherever. */
  async #answerWhole(queries: readonly SegmentQuery[]): Promise<Answered> {
    const counter = new FacetCounter();
    const answers = await Promise.all(queries.map((on) => this.#answerWholeIn(on, counter)));
    return { how: 'whole', answers, counter };
  }

  async #answerWholeIn(on: SegmentQuery, counter: FacetCounter): Promise<SegmentAnswer> {
    const start = async () => on.whole();
    const answer = await answerSegment(on, start, this.#filters, this.#most, counter);
    const all: Findings[] = [answer.findings];
    if (answer.isCut) {
      all.push(
        ...(await gatherBest(
          on,
          (context) => narrowingCursors(this.#filters, context),
          Math.min(bestMost, this.#most),
          answer.findings,
        )),
      );
      if (this.#query.sort === 'date') {
        all.push(await newestOfEachClass(on, start, this.#filters, this.#offset + this.#limit));
      }
    }
    const findings = joinFindings(all);
    await raiseExact(on, findings);
    return { ...answer, findings };
  }

  async #isInHeader(queries: readonly SegmentQuery[], answers: readonly SegmentAnswer[]): Promise<boolean> {
    // With one word a fit tells; with several a mean may hide that one stands in the body only.
    const isTold = answers.some(({ findings }) => findings.fits.some((fit) => fit > tiers.body));
    if (this.#parsed.words.length === 1 && isTold) return true;
    // What stands in a header matches; where nothing was hidden, nothing has to be looked for again.
    if (!this.#isFiltered && answers.every(({ total }) => total === 0)) return false;
    return anyTrue(queries.map((on) => on.exists(false)));
  }

  async #existsWhole(queries: readonly SegmentQuery[]): Promise<boolean> {
    return this.#isFiltered && (await anyTrue(queries.map((on) => on.exists(true))));
  }

  get #isFiltered(): boolean {
    return Object.keys(this.#filters).length > 0;
  }

  /**
   * Records that match in some way, joined with what matches whole where that is given; null when there are none
   * that match in this way, filters left aside.
   */
  async #answerBy(
    queries: readonly SegmentQuery[],
    how: 'scattered' | 'sounds' | 'partly',
    matchingOn: (on: SegmentQuery) => Promise<Matching | null>,
    whole: readonly SegmentAnswer[] | null,
  ): Promise<Answered | null> {
    // What filters hide still counts for the field of each filter.
    const mayBeWhole = (at: number) => whole !== null && (this.#isFiltered || (whole[at]?.total ?? 0) > 0);
    const isMatchedAlone = !this.#isFiltered && !queries.some((_, at) => mayBeWhole(at));
    if (!isMatchedAlone && !(await this.#existsBy(queries, matchingOn))) return null;
    const counter = new FacetCounter();
    const answers = await Promise.all(
      queries.map((on, at) => {
        const start = async () => {
          const matching = (await matchingOn(on)) ?? { cursor: emptyCursor, fits: new SameFit(0) };
          return mayBeWhole(at) ? on.wholeOr(matching) : matching;
        };
        return answerSegment(on, start, this.#filters, this.#most, counter);
      }),
    );
    // Where nothing else was looked for, the answer itself tells whether there is one.
    if (answers.every(({ total }) => total === 0) && isMatchedAlone) return null;
    return { how, answers, counter };
  }

  /** Whether any record matches in some way, filters left aside. */
  #existsBy(
    queries: readonly SegmentQuery[],
    matchingOn: (on: SegmentQuery) => Promise<Matching | null>,
  ): Promise<boolean> {
    const exist = queries.map(async (on) => {
      const matching = await matchingOn(on);
      return matching !== null && (await on.existsFor(matching.cursor));
    });
    return anyTrue(exist);
  }
}

async function anyTrue(questions: readonly Promise<boolean>[]): Promise<boolean> {
  return (await Promise.all(questions)).includes(true);
}

function needlesOf(words: readonly NamedWord[]): string[] {
  return words.flatMap(({ word, alternatives }) => [
    word.text,
    ...alternatives.flat().map(({ text }) => text),
  ]);
}
