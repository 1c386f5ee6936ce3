// Which notices the wall shows, and in which order: emergencies, important ones, those whose time runs, then the newest.

import { daysUntil, isStandingEmergency } from '#shared/catalogue/notice-period.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';

export type Standing = 'emergency' | 'important' | 'current' | 'earlier';

/** Days a notice that names no end counts as current. */
const currentDays = 30;
/** Earlier notices fill up to this number, so that a quiet month does not leave the wall with one. */
const fewest = 3;

const ranks: Readonly<Record<Standing, number>> = { emergency: 0, important: 1, current: 2, earlier: 3 };

export const publishedOn = (record: CatalogueRecord) => record.publishedOn ?? record.date ?? '';

/** Null for a notice that is over and for everything that is no notice. `today` is `YYYY-MM-DD`. */
export function standingOf(record: CatalogueRecord, today: string): Standing | null {
  if (record.kind !== 'notice') return null;
  const details = record.details?.type === 'notice' ? record.details : null;
  if (details?.level === 'emergency') return isStandingEmergency(record, today) ? 'emergency' : null;
  const toEnd = details?.endsOn ? daysUntil(details.endsOn, today) : null;
  if (toEnd !== null && toEnd < 0) return null;
  const age = -(daysUntil(publishedOn(record), today) ?? -Infinity);
  if (toEnd === null && age > currentDays) return 'earlier';
  return details?.level === 'important' ? 'important' : 'current';
}

/** At most `limit` notices, the most pressing first, within one standing the newest first. */
export function selectNotices(
  records: readonly CatalogueRecord[],
  today: string,
  limit: number,
): { readonly record: CatalogueRecord; readonly standing: Standing }[] {
  const ranked = records
    .map((record) => ({ record, standing: standingOf(record, today) }))
    .filter((one): one is { record: CatalogueRecord; standing: Standing } => one.standing !== null)
    .sort(
      (a, b) =>
        ranks[a.standing] - ranks[b.standing] ||
        publishedOn(b.record).localeCompare(publishedOn(a.record)) ||
        a.record.id.localeCompare(b.record.id),
    );
  const pressing = ranked.filter(({ standing }) => standing !== 'earlier').length;
  return ranked.slice(0, Math.min(limit, Math.max(pressing, fewest)));
}
