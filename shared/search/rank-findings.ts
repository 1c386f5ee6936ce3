// Scores findings and keeps the best of them for a page.
import type { Findings } from './findings.ts';
import { kindOfClass, validityOfClass } from './ordinal-runs.ts';
import type { ParsedQuery } from './parse-query.ts';
import { classRank, closenessOf, scoreOf, tiers } from './ranking.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { TopHits } from './top-hits.ts';
import type { SearchQuery } from './types.ts';

/** How findings are to be ranked. */
export interface Ranking {
  readonly query: ParsedQuery;
  readonly sort: SearchQuery['sort'];
  /** True when records were found by parts of the query. */
  readonly isLoose: boolean;
}

/** Offers every record of a segment's findings. */
export async function offerFindings(
  top: TopHits,
  number: number,
  segment: SegmentReader,
  { ordinals, fits }: Findings,
  { query, sort, isLoose }: Ranking,
): Promise<void> {
  const { runs } = segment;
  const queryLength = query.words.reduce((sum, { text }) => sum + text.length, 0);
  const isListing = query.words.length === 0;
  const isByTitle = (fit: number) => fit >= tiers.title || (isLoose && fit > tiers.body);
  const lengths = fits.some(isByTitle) ? await segment.column('titleLength', ordinals) : null;
  let run = 0;
  let runEnd = 0;
  let rank = 0;
  for (let at = 0; at < ordinals.length; at++) {
    const ordinal = ordinals[at] as number;
    if (ordinal >= runEnd) {
      run = runs.find(ordinal, run);
      runEnd = runs.endOf(run);
      const classNumber = runs.classes[run] as number;
      rank = classRank(kindOfClass(classNumber), validityOfClass(classNumber));
    }
    const date = runs.dateOf(run);
    const fit = fits[at] as number;
    const closeness = isByTitle(fit) ? closenessOf(fit, queryLength, lengths?.[at] ?? 0) : 0;
    const score = isListing ? date : scoreOf({ fit, rank, closeness, date });
    const order = sort === 'date' ? date : score;
    if (order >= top.least) top.offer({ order, score, fit, segment: number, ordinal });
  }
}
