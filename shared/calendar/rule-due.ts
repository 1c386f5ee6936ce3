// What a publication deadline means in days: the term it sets, the periods it asks for, the day before an event.
import type { DeadlineRule } from '../catalogue/deadline-rule.ts';
import { addDays, addMonths, type IsoDate } from './civil-day.ts';
import { longestTermDays, type Term } from './count-term.ts';
import type { PeriodAllowance } from './period.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What staff decide where the words of a rule leave it open. */
export interface DeadlinePolicy {
  /** Working days where a rule states none: 20 by Art. 26 of the regulation. */
  readonly defaultWorkingDays: number;
  /** What 及时, 实时 and the like are held to: working days after the information was formed. */
  readonly atOnceWorkingDays: number;
  /** Working days after a period ends by which its information is due. */
  readonly periodWorkingDays: number;
  /** How many working days ahead something is due soon. */
  readonly soonWorkingDays: number;
}

export const defaultPolicy: DeadlinePolicy = {
  defaultWorkingDays: 20,
  atOnceWorkingDays: 5,
  periodWorkingDays: 10,
  soonWorkingDays: 5,
};

/** The largest number of days a setting of the policy may hold. */
export const mostPolicyDays = 250;

/**
 * The term a rule sets from the day something was formed, changed or approved. Art. 26 holds where the rule names no
 * days (also for what is kept up for long); null where the clock is another: periods, and events to come.
 */
export function termOfRule(rule: DeadlineRule | null, from: IsoDate, policy: DeadlinePolicy): Term | null {
  switch (rule?.type) {
    case 'working-days':
      return { from, unit: 'working-day', days: Math.min(rule.days, longestTermDays) };
    case 'calendar-days':
      return { from, unit: 'calendar-day', days: Math.min(rule.days, longestTermDays) };
    case 'frequency':
    case 'before-event':
      return null;
    case 'at-once':
      return { from, unit: 'working-day', days: policy.atOnceWorkingDays };
    default:
      return { from, unit: 'working-day', days: policy.defaultWorkingDays };
  }
}

/**
 * When a period's information is due: as the rule says, else after the policy's working days. What is asked for daily or
 * weekly is due within the period itself, or on the next working day.
 */
export function allowanceOf(
  rule: Extract<DeadlineRule, { type: 'frequency' }>,
  policy: DeadlinePolicy,
): PeriodAllowance {
  if (rule.byDate !== undefined) return { type: 'by-date', monthDay: rule.byDate };
  if (rule.within !== undefined) return { type: 'after-end', ...rule.within };
  const days = rule.every === 'day' || rule.every === 'week' ? 0 : policy.periodWorkingDays;
  return { type: 'after-end', days, unit: 'working-day' };
}

/**
 * The last day on which something is in time that must be public so long before an event. The day of the event is not
 * counted; a day that is a rest day moves to the working day before it, because later would be too late.
 */
export function dueBeforeEvent(
  calendar: Pick<WorkingCalendar, 'isWorkingDay' | 'addWorkingDays'>,
  { amount, unit }: Pick<Extract<DeadlineRule, { type: 'before-event' }>, 'amount' | 'unit'>,
  event: IsoDate,
): IsoDate {
  if (unit === 'working-day') return calendar.addWorkingDays(event, -amount);
  const day =
    unit === 'month' ? addMonths(event, -amount) : addDays(event, -amount * (unit === 'week' ? 7 : 1));
  return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1);
}
