// What one record owes: from which day its clock runs, until when, and whether it has been met.
import type { Insertable } from 'kysely';
import { chinaDate, type IsoDate } from '#shared/calendar/civil-day.ts';
import { dueOf, type Term } from '#shared/calendar/count-term.ts';
import { lastDayOf } from '#shared/calendar/partial-date.ts';
import { type DeadlinePolicy, termOfRule } from '#shared/calendar/rule-due.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { DeadlineTable } from '../store/deadline-tables.ts';
import type { MatterFacts, RecordFacts } from './facts.ts';

/** Everything outside the record its due date depends on. */
export interface Counting {
  readonly calendar: WorkingCalendar;
  readonly policy: DeadlinePolicy;
  readonly today: IsoDate;
}

export type DeadlineRow = Insertable<DeadlineTable>;

/** Said where a deadline runs before an event nobody has entered. */
export const eventUnknown = 'event';

/** The day a record's clock starts: of a change that waits the day it was made, else the last day its date may mean. */
export function startOf(record: RecordFacts): IsoDate | null {
  const isChange = record.publishedVersion !== null && record.version !== record.publishedVersion;
  if (isChange) return chinaDate(Date.parse(record.updatedAt));
  return record.date === null ? null : lastDayOf(record.date);
}

/** Null where nothing is counted: matters, withdrawn and undated records, and what hangs on a matter with periods. */
export function assessRecord(
  record: RecordFacts,
  matter: MatterFacts | null,
  metBefore: IsoDate | null,
  counting: Counting,
): DeadlineRow | null {
  const from = startOf(record);
  const rule = matter?.rule ?? null;
  const hasClock = record.kind !== 'matter' && record.state !== 'withdrawn' && rule?.type !== 'frequency';
  if (!hasClock || from === null) return null;
  const isWaiting = record.publishedVersion !== record.version;
  const isOpen = isWaiting && (record.publishedOn === null || record.publishedVersion !== null);
  const term = termOfRule(rule, from, counting.policy);
  if (term === null && !isOpen) return null;
  const publishedOn = record.publishedOn === null ? null : lastDayOf(record.publishedOn);
  return {
    subject_id: record.id,
    kind: 'record',
    agency_id: record.agencyId,
    matter_id: matter?.id ?? null,
    person: matter?.person ?? '',
    title: record.title,
    starts_on: from,
    ...(term === null ? { due_on: null, problem: eventUnknown } : tryDue(counting.calendar, term)),
    is_open: isOpen ? 1 : 0,
    met_on: isOpen ? null : (publishedOn ?? metBefore),
  };
}

/** The due date, or the year that keeps it from being known. */
export function tryDue(
  calendar: WorkingCalendar,
  term: Term,
): { due_on: string | null; problem: string | null } {
  return tryDay(() => dueOf(calendar, term));
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
