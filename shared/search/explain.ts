// Takes a score apart again, for people who ask why a record stands where it stands.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { tiers } from './ranking.ts';
import type { Candidate } from './top-hits.ts';
import type { RankReason } from './types.ts';

/** The parts of a score in the order of their weight; `points` is what each gave. */
export function explain({ score, fit }: Candidate, record: CatalogueRecord): RankReason[] {
  const rank = Math.floor(score / 2 ** 28) % 32;
  return [
    { part: 'fit', value: nameOfFit(fit), points: fit },
    { part: 'authority', value: record.kind, points: Math.floor(rank / 4) },
    { part: 'validity', value: record.validity, points: rank % 4 },
    { part: 'closeness', value: record.title, points: Math.floor(score / 2 ** 22) % 64 },
    { part: 'date', value: record.date ?? record.publishedOn ?? '', points: score % 2 ** 22 },
  ];
}

/** The tier of a fit, or the two it lies between. */
function nameOfFit(fit: number): string {
  const known = Object.entries(tiers).sort(([, a], [, b]) => b - a);
  const exact = known.find(([, tier]) => tier === fit);
  if (exact !== undefined) return exact[0];
  const above = known.findLast(([, tier]) => tier > fit)?.[0];
  const below = known.find(([, tier]) => tier < fit)?.[0];
  return [above, below].filter((name) => name !== undefined).join('–');
}
