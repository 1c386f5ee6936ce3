// Answers one query over all open segments: matches, narrows, counts, ranks and hydrates.
import type { TreeNode } from '../catalogue/venue.ts';
import { AppError } from '../errors/app-error.ts';
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import { FacetCounter, narrow } from './filters.ts';
import { hydrate } from './hydrate.ts';
import { type LooseMatches, matchLoosely } from './match-loosely.ts';
import { matchWords, type SegmentMatches } from './match-words.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { closenessOf, looseFit, scoreOf, tiers } from './ranking.ts';
import type { SegmentReader } from './segment-reader.ts';
import { TopHits } from './top-hits.ts';
import type { SearchQuery, SearchResult } from './types.ts';

/** Totals are told exactly up to here. */
export const exactTotal = 10_000;
const largestOffset = 10_000;
const largestPage = 100;
/** A record that holds less than this share of the query's characters is no answer. */
const leastShare = 0.6;

/** What matched, segment by segment. `how` is null when there were no words and everything is listed. */
interface Matched {
  readonly segments: readonly SegmentMatches[];
  readonly how: SearchResult['matched'] | null;
}

/** Throws `search.cancelled` once a newer query has taken this one's place. */
function throwIfCancelled(signal: CancelSignal | undefined): void {
  if (signal?.aborted) throw new AppError('search.cancelled');
}

/** A whole number between two bounds; the lower one for what is no number. */
function within(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? least : Math.min(most, Math.max(least, Math.floor(value)));
}

/** The one entrance of the query side; see `CatalogueReader.search`. */
export async function searchSegments(
  segments: readonly SegmentReader[],
  query: SearchQuery,
  tree: readonly TreeNode[],
  signal: CancelSignal | undefined,
): Promise<SearchResult> {
  throwIfCancelled(signal);
  const parsed = parseQuery(query.text);
  const matched = await matchAll(segments, parsed, signal);
  const offset = within(query.offset, 0, largestOffset);
  const limit = within(query.limit, 1, largestPage);
  const isLoose = matched.how === 'scattered' || matched.how === 'partly';
  const top = new TopHits(offset + limit);
  const counter = new FacetCounter();
  let total = 0;
  for (const [number, segment] of segments.entries()) {
    const matches = matched.segments[number] as SegmentMatches;
    const passing = await narrow(segment, matches.ordinals, query.filters, tree, counter);
    throwIfCancelled(signal);
    total += passing.length;
    await offerAll(top, number, segment, matches, passing, query.sort, parsed, isLoose);
    throwIfCancelled(signal);
  }
  const isListing = matched.how === null;
  const hits = await hydrate(top.sorted().slice(offset), {
    segments,
    query: parsed,
    matches: isListing ? null : matched.segments,
    isLoose,
  });
  throwIfCancelled(signal);
  return {
    total: Math.min(total, exactTotal),
    totalIsLowerBound: total > exactTotal,
    hits,
    facets: counter.finish(),
    facetsAreEstimates: false,
    alsoSearched: [],
    ...(isListing ? {} : { matched: matched.how ?? 'whole' }),
  };
}

/** Scores what passed the filters and offers it for the page. */
async function offerAll(
  top: TopHits,
  number: number,
  segment: SegmentReader,
  matches: SegmentMatches,
  passing: Uint32Array,
  sort: SearchQuery['sort'],
  query: ParsedQuery,
  isLoose: boolean,
): Promise<void> {
  const ordinals = passing.map((at) => matches.ordinals[at] as number);
  const [dates, kept, lengths] = await Promise.all([
    segment.column('date', ordinals),
    segment.column('validity', ordinals),
    segment.column('titleLength', ordinals),
  ]);
  const isListing = query.words.length === 0;
  const queryLength = query.words.reduce((sum, word) => sum + word.text.length, 0);
  ordinals.forEach((ordinal, at) => {
    const date = dates[at] as number;
    const fit = matches.fits[passing[at] as number] as number;
    const isByTitle = fit >= tiers.title || (isLoose && fit > tiers.body);
    const closeness = isByTitle ? closenessOf(fit, queryLength, lengths[at] as number) : 0;
    const score = isListing ? date : scoreOf({ fit, validity: kept[at] as number, closeness, date });
    top.offer({ order: sort === 'date' ? date : score, score, segment: number, ordinal });
  });
}

/** Everything, the words as they are, or, when they stand nowhere but in bodies, their parts too. */
async function matchAll(
  segments: readonly SegmentReader[],
  query: ParsedQuery,
  signal: CancelSignal | undefined,
): Promise<Matched> {
  if (query.words.length === 0) return { segments: segments.map(listAll), how: null };
  const whole: SegmentMatches[] = [];
  for (const segment of segments) {
    whole.push(await matchWords(segment, query));
    throwIfCancelled(signal);
  }
  if (whole.some(({ isInHeader }) => isInHeader)) return { segments: whole, how: 'whole' };
  return matchParts(segments, query, whole, signal);
}

/** Every live record, as matches that all fit alike. */
function listAll(segment: SegmentReader): SegmentMatches {
  const ordinals = new Uint32Array(segment.liveRecords);
  let live = 0;
  for (let ordinal = 0; ordinal < segment.records; ordinal++) {
    if (segment.isLive(ordinal)) ordinals[live++] = ordinal;
  }
  return { ordinals, fits: new Float64Array(live), isInHeader: false, bodyPlaces: [] };
}

/**
 * Adds records that hold all characters of the query in scattered parts; only when there are neither such
 * records nor bodies with the words, records that hold most of them.
 */
async function matchParts(
  segments: readonly SegmentReader[],
  query: ParsedQuery,
  whole: readonly SegmentMatches[],
  signal: CancelSignal | undefined,
): Promise<Matched> {
  const findings: LooseFindings[] = [];
  for (const segment of segments) {
    findings.push(await findLoosely(segment, query));
    throwIfCancelled(signal);
  }
  const isInBodies = whole.some(({ ordinals }) => ordinals.length > 0);
  const isScattered = findings.some(({ inHeader }) => inHeader.includes(1));
  const least = isScattered || isInBodies ? 1 : leastShare;
  const joined = whole.map((one, at) => joinMatches(one, findings[at] as LooseFindings, least));
  if (isScattered) return { segments: joined, how: 'scattered' };
  return { segments: joined, how: isInBodies ? 'whole' : 'partly' };
}

/** What a segment holds of the query in parts, and how much of it each record has in its header. */
interface LooseFindings {
  readonly matches: LooseMatches;
  /** Between 0 and 1; 0 for records that are not live. */
  readonly inHeader: Float64Array;
}

async function findLoosely(segment: SegmentReader, query: ParsedQuery): Promise<LooseFindings> {
  const matches = await matchLoosely(segment, query);
  const inHeader = Float64Array.from(matches.inHeader, (count, ordinal) =>
    segment.isLive(ordinal) ? count / matches.characters : 0,
  );
  return { matches, inHeader };
}

/** Adds to the whole matches the records that hold at least a share of the query. */
function joinMatches(
  whole: SegmentMatches,
  { matches, inHeader }: LooseFindings,
  least: number,
): SegmentMatches {
  const fits = new Map<number, number>();
  whole.ordinals.forEach((ordinal, at) => {
    fits.set(ordinal, whole.fits[at] as number);
  });
  inHeader.forEach((share, ordinal) => {
    if (share < least) return;
    const fit = looseFit({
      inTitle: (matches.inTitle[ordinal] as number) / matches.characters,
      inHeader: share,
      partsInTitle: (matches.partsInTitle[ordinal] as number) / matches.parts,
    });
    fits.set(ordinal, Math.max(fit, fits.get(ordinal) ?? 0));
  });
  const ordinals = Uint32Array.from(fits.keys()).sort();
  return {
    ordinals,
    fits: Float64Array.from(ordinals, (ordinal) => fits.get(ordinal) ?? 0),
    isInHeader: whole.isInHeader,
    bodyPlaces: whole.bodyPlaces,
  };
}
