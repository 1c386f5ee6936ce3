// What one record owes: from which day its clock runs, until when, and whether it has been met.
import { chinaDate, type IsoDate } from '#shared/calendar/civil-day.ts';
import { dueOf, type Term } from '#shared/calendar/count-term.ts';
import { lastDayOf } from '#shared/calendar/partial-date.ts';
import { termOfRule } from '#shared/calendar/rule-due.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import {
  type Counted,
  type Counting,
  countBack,
  type DeadlineRow,
  type EventRule,
  tryDay,
} from './counting.ts';
import type { MatterFacts, RecordFacts } from './facts.ts';
import { type DutyEvent, eventFor } from './load-events.ts';

/** The events a record may come before: its own, and those of its matter. */
export interface EventsAround {
  readonly own: readonly DutyEvent[];
  readonly ofMatter: readonly DutyEvent[];
}

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
  events: EventsAround = { own: [], ofMatter: [] },
): DeadlineRow | null {
  const from = startOf(record);
  const rule = matter?.rule ?? null;
  const hasClock = record.kind !== 'matter' && record.state !== 'withdrawn' && rule?.type !== 'frequency';
  if (!hasClock || from === null) return null;
  const isWaiting = record.publishedVersion !== record.version;
  const isOpen = isWaiting && (record.publishedOn === null || record.publishedVersion !== null);
  const counted =
    rule?.type === 'before-event'
      ? beforeEvent(rule, record, isOpen, events, counting)
      : afterStart(rule, from, isOpen, counting);
  if (counted === null) return null;
  const publishedOn = record.publishedOn === null ? null : lastDayOf(record.publishedOn);
  return {
    subject_id: record.id,
    kind: 'record',
    agency_id: record.agencyId,
    matter_id: matter?.id ?? null,
    person: matter?.person ?? '',
    title: record.title,
    ...counted,
    met_on: isOpen ? null : (publishedOn ?? metBefore),
  };
}

function afterStart(
  rule: DeadlineRule | null,
  from: IsoDate,
  isOpen: boolean,
  { calendar, policy }: Counting,
): Counted | null {
  const term = termOfRule(rule, from, policy);
  return term === null
    ? null
    : { starts_on: from, ...tryDue(calendar, term), is_open: isOpen ? 1 : 0, event_id: null, is_missed: 0 };
}

/** Nothing is owed of a change made after the event: there is nothing left to come before. */
function beforeEvent(
  rule: EventRule,
  record: RecordFacts,
  isOpen: boolean,
  { own, ofMatter }: EventsAround,
  counting: Counting,
): Counted | null {
  const writtenOn = record.date === null ? null : lastDayOf(record.date);
  const event = writtenOn === null ? null : eventFor(own, ofMatter, writtenOn);
  if (event === null) return isOpen ? { ...unknownEvent, starts_on: startOf(record) } : null;
  const isLateChange = isOpen && record.publishedVersion !== null && event.on < counting.today;
  return countBack(rule, event, isOpen && !isLateChange, counting);
}

const unknownEvent = {
  due_on: null,
  problem: eventUnknown,
  is_open: 1,
  event_id: null,
  is_missed: 0,
} as const;

/** The due date, or the year that keeps it from being known. */
export function tryDue(
  calendar: WorkingCalendar,
  term: Term,
): { due_on: string | null; problem: string | null } {
  return tryDay(() => dueOf(calendar, term));
}
