// How the period of a notice stands to a day: how many days are left of it, and whether an emergency still holds.
import type { NoticeDetails } from './details.ts';
import type { CatalogueRecord } from './record.ts';

const dayMs = 86_400_000;

/** Days an emergency notice without an end counts as standing. */
const standingDays = 3;

/** Days from `today` to `date`, both calendar dates; negative when it is past. Null when it is no whole date. */
export function daysUntil(date: string, today: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const days = (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs;
  return Number.isFinite(days) ? days : null;
}

/** How a period stands to a day: not begun, running with so many days to its last one, or over. */
export type PeriodState =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly daysLeft: number }
  | { readonly state: 'over' };

/** Null where nothing says when it ends, or when it begins. */
export function periodStateOn(
  { startsOn, endsOn }: Pick<NoticeDetails, 'startsOn' | 'endsOn'>,
  today: string,
): PeriodState | null {
  const toStart = startsOn === null ? null : daysUntil(startsOn, today);
  if (toStart !== null && toStart > 0) return { state: 'waiting' };
  const daysLeft = endsOn === null ? null : daysUntil(endsOn, today);
  if (daysLeft === null) return null;
  return daysLeft < 0 ? { state: 'over' } : { state: 'running', daysLeft };
}

/** Whether `record` is an emergency notice that has not ended on `today`, `YYYY-MM-DD`. */
export function isStandingEmergency(record: CatalogueRecord, today: string): boolean {
  const { details } = record;
  if (details?.type !== 'notice' || details.level !== 'emergency') return false;
  if (details.endsOn !== null) return (daysUntil(details.endsOn, today) ?? -1) >= 0;
  const published = record.publishedOn ?? record.date;
  const age = published === null ? null : daysUntil(published, today);
  return age !== null && age > -standingDays;
}
