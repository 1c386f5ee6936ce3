// What a matter owes before its events: one row for each that nothing was written for, closed when its day is over.
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import { lastDayOf } from '#shared/calendar/partial-date.ts';
import { dueBeforeEvent } from '#shared/calendar/rule-due.ts';
import type { Database } from '../store/tables.ts';
import { type Counting, countBack, type DeadlineRow, tryDay } from './counting.ts';
import type { MatterFacts } from './facts.ts';
import { type DutyEvent, eventFor, loadOwnEvents } from './load-events.ts';

/** Records of one matter looked at for what they answer: the newest decide. */
const newestAnswers = 400;

/** How an event's row is named: one event may concern several matters. */
export const eventSubject = (event: Pick<DutyEvent, 'id'>, matterId: string): string =>
  `${event.id}.${matterId}`;

/** The events that nothing was written for yet, among those of one matter. */
export async function unansweredEvents(
  db: Database,
  matterId: string,
  events: readonly DutyEvent[],
  which: 'written' | 'approved',
): Promise<readonly DutyEvent[]> {
  const first = events[0];
  if (first === undefined) return [];
  let records = db
    .selectFrom('records')
    .select(['id', 'date'])
    .where('matter_id', '=', matterId)
    .where('state', '<>', 'withdrawn')
    .where('kind', '<>', 'matter')
    .where('date', 'is not', null);
  if (which === 'approved') records = records.where('approved_version', 'is not', null);
  const rows = await records.orderBy('sort_date', 'desc').limit(newestAnswers).execute();
  const own = await loadOwnEvents(
    db,
    rows.map(({ id }) => id),
  );
  const answered = new Set<string>();
  for (const { id, date } of rows) {
    const writtenOn = date === null ? null : lastDayOf(date);
    // A record with events of its own is for those.
    if (writtenOn === null || own.has(id)) continue;
    const event = eventFor([], events, writtenOn);
    if (event !== null) answered.add(event.id);
  }
  return events.filter(({ id }) => !answered.has(id));
}

/** A row for each event nothing was written for. */
export async function assessEvents(
  db: Database,
  matter: MatterFacts,
  events: readonly DutyEvent[],
  counting: Counting,
): Promise<DeadlineRow[]> {
  const { rule } = matter;
  if (rule?.type !== 'before-event' || !matter.isInForce) return [];
  const unanswered = await unansweredEvents(db, matter.id, events, 'written');
  return unanswered.map((event) => ({
    subject_id: eventSubject(event, matter.id),
    kind: 'event',
    agency_id: matter.agencyId,
    matter_id: matter.id,
    person: matter.person,
    title: event.title,
    ...countBack(rule, event, true, counting),
    met_on: null,
  }));
}

/** By when the next event of a matter must have been told of; null where none lies ahead or nobody can tell. */
export async function nextEventDue(
  db: Database,
  matter: MatterFacts,
  events: readonly DutyEvent[],
  { calendar, today }: Counting,
): Promise<IsoDate | null> {
  const { rule } = matter;
  if (rule?.type !== 'before-event' || !matter.isInForce) return null;
  const ahead = (await unansweredEvents(db, matter.id, events, 'approved')).find(({ on }) => on >= today);
  return ahead === undefined ? null : (tryDay(() => dueBeforeEvent(calendar, rule, ahead.on)).due_on ?? null);
}
