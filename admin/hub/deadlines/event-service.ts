// Events at the desk: exams, auctions, meetings and hearings before which something must be public.
import { sql } from 'kysely';
import { chinaDate, isDate } from '#shared/calendar/civil-day.ts';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type DutyEventItem,
  type EventChange,
  type EventInput,
  type EventList,
  mostEvents,
} from '#shared/protocol/deadlines-api.ts';
import { type AuditAction, recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { loadMatters } from './facts.ts';
import { type DutyEvent, loadMatterEvents, loadOwnEvents } from './load-events.ts';
import { touchMatters, touchRecords } from './touched-records.ts';

type Subject = Pick<EventInput, 'subject' | 'subjectId'>;
type Scope = Pick<Actor, 'agencyId'>;

/** Whoever belongs to one agency enters events for its records only, and none for nodes, which all agencies share. */
export interface EventService {
  /** Throws `not-found`. */
  list(of: Subject, actor: Scope): Promise<EventList>;
  /** Throws `not-found`, `calendar.bad-date` and `calendar.too-many-events`. */
  add(input: EventInput, actor: Actor): Promise<EventList>;
  /** Throws `not-found` and `calendar.bad-date`. */
  change(id: string, change: EventChange, actor: Actor): Promise<EventList>;
  /** Throws `not-found`. */
  remove(id: string, actor: Actor): Promise<EventList>;
}

export function createEventService(desk: Desk): EventService {
  return {
    list: (of, actor) => listEvents(desk, of, actor),
    add: (input, actor) => addEvent(desk, input, actor),
    change: (id, { title, on }, actor) =>
      editEvent(desk, id, actor, 'event.change', async (inside) => {
        requireDate(on);
        const row = { title, on_date: on, at: instant(inside), who: actor.name };
        await inside.db.updateTable('duty_events').set(row).where('id', '=', id).execute();
        return { title, on };
      }),
    remove: (id, actor) =>
      editEvent(desk, id, actor, 'event.remove', async (inside) => {
        await inside.db.deleteFrom('duty_events').where('id', '=', id).execute();
        return {};
      }),
  };
}

/** What events hang on: a node, or a record with its matter. */
interface Found {
  readonly title: string;
  /** The matter itself, or that of a record. */
  readonly matterId: string | null;
  readonly isMatter: boolean;
}

async function findSubject(db: Database, { subject, subjectId }: Subject, actor: Scope): Promise<Found> {
  if (subject === 'node') {
    const node = await db
      .selectFrom('tree_nodes')
      .select('title')
      .where('id', '=', subjectId)
      .executeTakeFirst();
    if (node === undefined) throw new AppError('not-found', { what: subjectId });
    return { title: node.title, matterId: null, isMatter: false };
  }
  const record = await db
    .selectFrom('records')
    .select(['title', 'kind', 'matter_id', 'agency_id'])
    .where('id', '=', subjectId)
    .executeTakeFirst();
  if (record === undefined || (actor.agencyId !== null && record.agency_id !== actor.agencyId))
    throw new AppError('not-found', { what: subjectId });
  const isMatter = record.kind === 'matter';
  return { title: record.title, matterId: isMatter ? subjectId : record.matter_id, isMatter };
}

async function listEvents(desk: Pick<Desk, 'db' | 'now'>, of: Subject, actor: Scope): Promise<EventList> {
  const { db } = desk;
  const { matterId } = await findSubject(db, of, actor);
  const today = chinaDate(desk.now());
  const own =
    of.subject === 'node' ? await eventsOfNode(db, of.subjectId) : await ownEvents(db, of.subjectId);
  const above = matterId === null ? [] : ((await loadMatterEvents(db, [matterId])).get(matterId) ?? []);
  const ids = new Set(own.map(({ id }) => id));
  const item = (event: DutyEvent): DutyEventItem => ({
    ...event,
    isPast: event.on < today,
    isInherited: !ids.has(event.id),
  });
  const events = [...own, ...above.filter(({ id }) => !ids.has(id))].map(item);
  events.sort((a, b) => (a.on < b.on ? 1 : -1));
  return { events, isCounted: await isCountedHere(db, of, matterId) };
}

const ownEvents = async (db: Database, id: string): Promise<readonly DutyEvent[]> =>
  (await loadOwnEvents(db, [id])).get(id) ?? [];

const eventsOfNode = (db: Database, id: string): Promise<readonly DutyEvent[]> =>
  db
    .selectFrom('duty_events')
    .select(['id', 'title', 'on_date as on'])
    .where('subject', '=', 'node')
    .where('subject_id', '=', id)
    .orderBy('on_date')
    .execute();

async function isCountedHere(db: Database, of: Subject, matterId: string | null): Promise<boolean> {
  const ids =
    of.subject === 'node' ? await mattersBelow(db, of.subjectId) : matterId === null ? [] : [matterId];
  for (let from = 0; from < ids.length; from += 500) {
    const matters = await loadMatters(db, ids.slice(from, from + 500));
    if ([...matters.values()].some(({ rule }) => rule?.type === 'before-event')) return true;
  }
  return false;
}

async function mattersBelow(db: Database, nodeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below(id) as (
      select ${nodeId} union select node.id from tree_nodes as node join below on node.parent_id = below.id
    )
    select record.id from records as record join below on record.node_id = below.id
      where record.kind = 'matter'`.execute(db);
  return rows.map(({ id }) => id);
}

function addEvent(desk: Desk, input: EventInput, actor: Actor): Promise<EventList> {
  const { subject, subjectId, title, on } = input;
  return withTransaction(desk, async (inside) => {
    requireNodeScope(subject, actor);
    const found = await findSubject(inside.db, input, actor);
    requireDate(on);
    const { count } = await inside.db
      .selectFrom('duty_events')
      .select((table) => table.fn.countAll<number>().as('count'))
      .where('subject_id', '=', subjectId)
      .executeTakeFirstOrThrow();
    if (count >= mostEvents) throw new AppError('calendar.too-many-events', { most: mostEvents });
    const id = inside.newId('d');
    await inside.db
      .insertInto('duty_events')
      .values({
        id,
        subject,
        subject_id: subjectId,
        title,
        on_date: on,
        at: instant(inside),
        who: actor.name,
      })
      .execute();
    await touchSubject(inside.db, input, found);
    const details = { id, title, on };
    await recordAudit(inside, { who: actor.name, action: 'event.add', subject: found.title, details });
    return listEvents(inside, input, actor);
  });
}

function editEvent(
  desk: Desk,
  id: string,
  actor: Actor,
  action: AuditAction,
  edit: (inside: Desk) => Promise<Readonly<Record<string, string>>>,
): Promise<EventList> {
  return withTransaction(desk, async (inside) => {
    const row = await inside.db.selectFrom('duty_events').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new AppError('not-found', { what: id });
    const of = { subject: row.subject, subjectId: row.subject_id };
    requireNodeScope(row.subject, actor);
    const found = await findSubject(inside.db, of, actor);
    const now = await edit(inside);
    await touchSubject(inside.db, of, found);
    const details = { id, before: { title: row.title, on: row.on_date }, now };
    await recordAudit(inside, { who: actor.name, action, subject: found.title, details });
    return listEvents(inside, of, actor);
  });
}

/** Has everything counted again that an event of this subject may concern. */
async function touchSubject(
  db: Database,
  { subject, subjectId }: Subject,
  { isMatter }: Found,
): Promise<void> {
  if (subject === 'node') await touchMatters(db, await mattersBelow(db, subjectId));
  else if (isMatter) await touchMatters(db, [subjectId]);
  else await touchRecords(db, [subjectId]);
}

function requireNodeScope(subject: Subject['subject'], { agencyId }: Scope): void {
  if (subject === 'node' && agencyId !== null) throw new AppError('http.not-permitted');
}

function requireDate(on: string): void {
  if (!isDate(on)) throw new AppError('calendar.bad-date', { date: on });
}
