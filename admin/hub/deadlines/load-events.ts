// The events before which something must be public: those of records and of matters, and of the nodes above them.
import { sql } from 'kysely';
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import type { Database } from '../store/tables.ts';

export interface DutyEvent {
  readonly id: string;
  readonly title: string;
  readonly on: IsoDate;
}

/** Events by the id of the record or matter they concern, earliest first. */
export type EventsBySubject = ReadonlyMap<string, readonly DutyEvent[]>;

interface EventRow extends DutyEvent {
  readonly subjectId: string;
}

/** Events entered for these records or matters themselves. */
export async function loadOwnEvents(db: Database, ids: readonly string[]): Promise<EventsBySubject> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('duty_events')
    .select(['id', 'title', 'on_date as on', 'subject_id as subjectId'])
    .where('subject', '=', 'record')
    .where('subject_id', 'in', ids)
    .execute();
  return bySubject(rows);
}

/** Events of these matters, with those of the node each lies on and of every node above it. */
export async function loadMatterEvents(db: Database, matterIds: readonly string[]): Promise<EventsBySubject> {
  if (matterIds.length === 0) return new Map();
  const ids = sql.join(matterIds);
  const { rows } = await sql<EventRow>`
    with recursive place(matter_id, node_id) as (
      select id, node_id from records where id in (${ids}) and node_id is not null
      union
      select place.matter_id, node.parent_id from place join tree_nodes as node on node.id = place.node_id
        where node.parent_id is not null
    )
    select event.id, event.title, event.on_date as "on", place.matter_id as subjectId
      from place join duty_events as event on event.subject = 'node' and event.subject_id = place.node_id
    union all
    select event.id, event.title, event.on_date as "on", event.subject_id as subjectId
      from duty_events as event where event.subject = 'record' and event.subject_id in (${ids})`.execute(db);
  return bySubject(rows);
}

function bySubject(rows: readonly EventRow[]): EventsBySubject {
  const events = new Map<string, DutyEvent[]>();
  const inOrder = [...rows].sort((a, b) => (a.on === b.on ? compare(a.id, b.id) : compare(a.on, b.on)));
  for (const { subjectId, id, title, on } of inOrder)
    events.set(subjectId, [...(events.get(subjectId) ?? []), { id, title, on }]);
  return events;
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/**
 * The event a record written on a day comes before: its own first event from that day on, else its last; without any of
 * its own the matter's first from that day on.
 */
export function eventFor(
  own: readonly DutyEvent[],
  ofMatter: readonly DutyEvent[],
  writtenOn: IsoDate,
): DutyEvent | null {
  const ahead = (events: readonly DutyEvent[]) => events.find(({ on }) => on >= writtenOn) ?? null;
  return own.length > 0 ? (ahead(own) ?? own.at(-1) ?? null) : ahead(ofMatter);
}
