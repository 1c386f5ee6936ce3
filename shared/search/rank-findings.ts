// Scores findings and keeps the best of them for a page.
import type { Findings } from './findings.ts';
import type { ParsedQuery } from './parse-query.ts';
import { closenessOf, scoreOf, tiers } from './ranking.ts';
import { rankOfClass } from './record-classes.ts';
import type { SegmentReader } from './segment-reader.ts';
import { type Candidate, TopHits } from './top-hits.ts';
import type { SearchQuery } from './types.ts';

/** How findings are to be ranked. */
export interface Ranking {
  readonly query: ParsedQuery;
  readonly sort: SearchQuery['sort'];
  /** True when records were found by parts of the query. */
  readonly isLoose: boolean;
  /** How many are wanted. */
  readonly wanted: number;
}

/** Offers every record of a segment's findings that can be among the best. */
export async function offerFindings(
  top: TopHits,
  number: number,
  segment: SegmentReader,
  findings: Findings,
  ranking: Ranking,
): Promise<void> {
  const { query, sort } = ranking;
  const isListing = query.words.length === 0;
  const best = bestUndated(await bestOfEachClass(number, segment, findings, ranking), ranking.wanted);
  const dates = await segment.dates.read(best.map(({ ordinal }) => ordinal));
  for (const [at, { fit, ordinal, score: undated }] of best.entries()) {
    const date = dates[at] as number;
    const score = isListing ? date : undated + date;
    top.offer({ order: sort === 'date' ? date : score, score, fit, segment: number, ordinal });
  }
}

/**
 * As many findings of each class as are wanted, before their dates are known: within a class the smaller ordinal is the newer
 * one, so that among equals those come first that their dates would put first. Most dates are never read so.
 */
async function bestOfEachClass(
  number: number,
  segment: SegmentReader,
  { ordinals, fits }: Findings,
  { query, sort, isLoose, wanted }: Ranking,
): Promise<Candidate[]> {
  const { runs } = segment;
  const queryLength = query.words.reduce((sum, { text }) => sum + text.length, 0);
  const isByDate = sort === 'date' || query.words.length === 0;
  const isByTitle = (fit: number) => fit >= tiers.title || (isLoose && fit > tiers.body);
  const lengths = fits.some(isByTitle) ? await segment.column('titleLength', ordinals) : null;
  const tops = new Map<number, TopHits>();
  let top = new TopHits(wanted);
  let run = 0;
  let runEnd = 0;
  let rank = 0;
  for (let at = 0; at < ordinals.length; at++) {
    const ordinal = ordinals[at] as number;
    if (ordinal >= runEnd) {
      run = runs.find(ordinal, run);
      runEnd = runs.endOf(run);
      const classNumber = runs.classes[run] as number;
      top = tops.get(classNumber) ?? new TopHits(wanted);
      tops.set(classNumber, top);
      rank = rankOfClass(classNumber);
    }
    const fit = fits[at] as number;
    const closeness = isByTitle(fit) ? closenessOf(fit, queryLength, lengths?.[at] ?? 0) : 0;
    const score = scoreOf({ fit, rank, closeness, date: 0 });
    const order = isByDate ? (runs.years[run] as number) : score;
    if (order > top.least) top.offer({ order, score, fit, segment: number, ordinal });
  }
  return [...tops.values()].flatMap((one) => one.sorted());
}

/** Those that can be among so many of the best, whatever their dates are. */
function bestUndated(candidates: readonly Candidate[], wanted: number): readonly Candidate[] {
  if (candidates.length <= wanted) return candidates;
  const orders = Float64Array.from(candidates, ({ order }) => order).sort();
  const least = orders[orders.length - wanted] as number;
  return candidates.filter(({ order }) => order >= least);
}
