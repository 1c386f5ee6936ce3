// Whether what fulfils a matter is older than the matter's own rule of updating allows.
import type { DeadlinePeriod, DeadlineRule } from './deadline-rule.ts';
import type { PartialIsoDate } from './record.ts';

const dayMs = 86_400_000;
const periodDays: Readonly<Record<DeadlinePeriod, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  'half-year': 184,
  year: 366,
};

/**
 * True when a matter to be updated every so often has nothing newer than two of its periods: the one that is
 * reported on, and the one in which it is reported. Rules without a period and dates that cannot be read say nothing.
 */
export function isPastPeriod(
  rule: DeadlineRule | null,
  newest: PartialIsoDate | null,
  nowMs: number,
): boolean {
  if (rule?.type !== 'frequency' || newest === null || rule.times < 1) return false;
  const last = lastDayOf(newest);
  if (last === null) return false;
  const allowedDays = (2 * periodDays[rule.every]) / rule.times;
  return nowMs - last > allowedDays * dayMs;
}

/** The last instant a date may mean: of 2024 the end of the year. */
function lastDayOf(date: PartialIsoDate): number | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 12), match[3]];
  // Day 0 of the month after is the last day of this one.
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, Number(day));
}
