// How what is owed is counted, whatever it is owed for: by the calendar of today, or why nobody can tell.
import type { Insertable } from 'kysely';
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import { type DeadlinePolicy, dueBeforeEvent } from '#shared/calendar/rule-due.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { DeadlineTable } from '../store/deadline-tables.ts';
import type { DutyEvent } from './load-events.ts';

/** Everything outside the record its due date depends on. */
export interface Counting {
  readonly calendar: WorkingCalendar;
  readonly policy: DeadlinePolicy;
  readonly today: IsoDate;
}

export type DeadlineRow = Insertable<DeadlineTable>;
export type EventRule = Extract<DeadlineRule, { type: 'before-event' }>;

/** What counting says of a row. */
export type Counted = Pick<
  DeadlineRow,
  'starts_on' | 'due_on' | 'problem' | 'is_open' | 'event_id' | 'is_missed'
>;

/** What the count back from an event comes to. `isWanted` is closed when the day of the event is over. */
export function countBack(
  rule: EventRule,
  event: DutyEvent,
  isWanted: boolean,
  { calendar, today }: Counting,
): Counted {
  const isOver = event.on < today;
  return {
    starts_on: event.on,
    ...tryDay(() => dueBeforeEvent(calendar, rule, event.on)),
    event_id: event.id,
    is_open: isWanted && !isOver ? 1 : 0,
    is_missed: isWanted && isOver ? 1 : 0,
  };
}

/** A day worked out by the calendar, or the year whose notice is missing for it. */
export function tryDay(work: () => IsoDate): { due_on: string | null; problem: string | null } {
  try {
    return { due_on: work(), problem: null };
  } catch (error) {
    const year = error instanceof AppError ? error.details.year : undefined;
    if (year === undefined) throw error;
    return { due_on: null, problem: String(year) };
  }
}
