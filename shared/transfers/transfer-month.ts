// Months of transfers as the desk counts them: China's calendar, whatever clock the machine keeps.
import type { DeadlineRule } from '../catalogue/deadline-rule.ts';

/** China keeps one time, eight hours ahead of UTC. */
const chinaOffsetMs = 8 * 3600_000;

/** The day in China at an instant, as `YYYY-MM-DD`. */
export function chinaDay(nowMs: number): string {
  return new Date(nowMs + chinaOffsetMs).toISOString().slice(0, 10);
}

/** `YYYY-MM`. */
export const monthPattern = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/;

/** The twelve months of a year in order. */
export function monthsOf(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** The month a number of months before or after another. */
export function shiftMonth(month: string, by: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

/** Months a period covers; days and weeks come round within every month. */
const monthsOfPeriod = { day: 1, week: 1, month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The months a matter's period rule covers when it ends with this month: a quarter in March, June, September and
 * December, a year in December. Null when nothing falls due in it, and for rules that know no period.
 */
export function periodEndingIn(
  month: string,
  rule: DeadlineRule | null,
): { readonly from: string; readonly to: string } | null {
  if (rule?.type !== 'frequency') return null;
  const length = monthsOfPeriod[rule.every];
  if (Number(month.slice(5, 7)) % length !== 0) return null;
  return { from: shiftMonth(month, 1 - length), to: month };
}
