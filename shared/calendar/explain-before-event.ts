// Why something must be public by its day before an event: every day from the event back, and what it does.
import type { DeadlineRule } from '../catalogue/deadline-rule.ts';
import { addDays, type IsoDate } from './civil-day.ts';
import type { ExplainedDay } from './explain-term.ts';
import { dueBeforeEvent } from './rule-due.ts';
import { isWorked, type WorkingCalendar } from './working-calendar.ts';

/** How long before an event something must be public. */
export type Lead = Pick<Extract<DeadlineRule, { type: 'before-event' }>, 'amount' | 'unit'>;

export interface ExplainedLead {
  readonly lead: Lead;
  readonly event: IsoDate;
  readonly due: IsoDate;
  /** True when a day it counts could still be moved by the next year's notice, which is not known yet. */
  readonly isProvisional: boolean;
  /** From the event, which is `start`, back to the due date; `moved` are rest days passed over at the end, and it. */
  readonly days: readonly Omit<ExplainedDay, 'isExtension'>[];
}

/** Explains `dueBeforeEvent`, day by day; throws what it throws. */
export function explainBeforeEvent(calendar: WorkingCalendar, lead: Lead, event: IsoDate): ExplainedLead {
  const due = dueBeforeEvent(calendar, lead, event);
  const reached = lead.unit === 'working-day' ? due : dueBeforeEvent(everyDay, lead, event);
  const days: ExplainedLead['days'][number][] = [];
  let counted = 0;
  for (let date = event; date >= due; date = addDays(date, -1)) {
    const day = calendar.day(date);
    const isCounted = lead.unit !== 'working-day' || isWorked(day.kind);
    const role = date === event ? 'start' : date < reached ? 'moved' : isCounted ? 'counted' : 'rest';
    days.push({ ...day, role, number: role === 'counted' ? ++counted : null });
  }
  return { lead, event, due, isProvisional: days.some(({ date }) => calendar.isUnsettled(date)), days };
}

/** Stands in for a calendar to find the day a lead reaches before it is moved off rest days. */
const everyDay: Pick<WorkingCalendar, 'isWorkingDay' | 'addWorkingDays'> = {
  isWorkingDay: () => true,
  addWorkingDays: (from, count) => addDays(from, count),
};
