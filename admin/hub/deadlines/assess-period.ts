// What a matter with periods owes: the first period nothing public reports on, and by when.
import { chinaDate, type IsoDate } from '#shared/calendar/civil-day.ts';
import { namedPeriod } from '#shared/calendar/named-period.ts';
import { lastDayOf } from '#shared/calendar/partial-date.ts';
import { dueAfterPeriod, nextPeriod, type Period, periodOf } from '#shared/calendar/period.ts';
import { allowanceOf } from '#shared/calendar/rule-due.ts';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import { type Counting, type DeadlineRow, tryDay } from './counting.ts';
import type { MatterFacts, Report } from './facts.ts';

export type FrequencyRule = Extract<DeadlineRule, { type: 'frequency' }>;

/**
 * The first period owed. A report is taken for the period its title names, else for the one its date lies in. What
 * follows the latest period with enough reports is owed; before any report it is the period in which the matter was
 * entered.
 */
export function owedPeriod(
  rule: FrequencyRule,
  matter: Pick<MatterFacts, 'createdAt'>,
  reports: readonly Pick<Report, 'title' | 'date' | 'approvedAt'>[],
): Period {
  const counts = new Map<IsoDate, number>();
  let latest: Period | null = null;
  for (const { title, date, approvedAt } of reports) {
    const formedOn =
      (date === null ? null : lastDayOf(date)) ?? (approvedAt && chinaDate(Date.parse(approvedAt)));
    if (formedOn === null) continue;
    const period = namedPeriod(title, rule.every, formedOn) ?? periodOf(rule.every, formedOn);
    const count = (counts.get(period.start) ?? 0) + 1;
    counts.set(period.start, count);
    if (count >= rule.times && (latest === null || period.start > latest.start)) latest = period;
  }
  return latest === null ? periodOf(rule.every, chinaDate(Date.parse(matter.createdAt))) : nextPeriod(latest);
}

/** What a matter owes next; null where it has no periods, or is itself no more than a draft. */
export function assessPeriod(
  matter: MatterFacts,
  reports: readonly Report[],
  { calendar, policy }: Counting,
): DeadlineRow | null {
  const { rule } = matter;
  if (rule?.type !== 'frequency' || !matter.isInForce) return null;
  const period = owedPeriod(rule, matter, reports);
  return {
    subject_id: matter.id,
    kind: 'period',
    agency_id: matter.agencyId,
    matter_id: matter.id,
    person: matter.person,
    title: matter.title,
    starts_on: period.start,
    ...tryDay(() => dueAfterPeriod(calendar, period, allowanceOf(rule, policy))),
    is_open: 1,
    met_on: null,
  };
}
