// The events of a case as the store keeps them: added to, read back, and counted into the columns of its row.
import type { Selectable } from 'kysely';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { type CaseClock, readCaseClock } from '#shared/cases/case-clock.ts';
import { type CaseCourse, type CourseEvent, readCourse } from '#shared/cases/case-course.ts';
import type { CaseChannel, CaseKind } from '#shared/cases/case-kinds.ts';
import type { CaseEvent, CaseEventKind } from '#shared/protocol/case-desk-api.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import { canonicalJson } from '../editorial/stored-content.ts';
import type { CaseEventTable, CaseTable } from '../store/case-tables.ts';
import type { Database } from '../store/tables.ts';
import { loadCaseSettings } from './case-settings.ts';
import type { CaseVault } from './case-vault.ts';
import { sealNote } from './case-words.ts';

export type CaseRow = Selectable<CaseTable>;

/** An event with its note still sealed. */
export interface StoredEvent extends CourseEvent {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly sealed: string | null;
}

/** Something that happens to a case now. Facts hold nothing personal; what does goes into the note. */
export interface NewEvent {
  readonly kind: CaseEventKind;
  readonly on: string;
  readonly facts?: CaseEvent['facts'];
  readonly note?: string;
}

/** By what the clock of every case is read. */
export interface ClockSource {
  readonly calendar: WorkingCalendar;
  readonly answerWorkingDays: number;
}

export async function loadClockSource(db: Database): Promise<ClockSource> {
  const { answerWorkingDays } = await loadCaseSettings(db);
  return { calendar: await loadCalendar(db), answerWorkingDays };
}

/** Events in the order they were put down. */
export async function loadEvents(db: Database, caseId: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows.map(eventOf);
}

/** A row as an event. */
export function eventOf(row: Selectable<CaseEventTable>): StoredEvent {
  const { id, kind, at, on_day: on, who, sealed } = row;
  return { id, kind: kind as CaseEventKind, at, on, who, facts: JSON.parse(row.facts_json), sealed };
}

/** Puts an event down; call it in the transaction of the act. An empty note is none. */
export async function addEvent(
  desk: Desk,
  vault: CaseVault,
  target: { readonly id: string; readonly key: Uint8Array | null },
  event: NewEvent,
  who: string,
): Promise<void> {
  const note = event.note ?? '';
  const sealed = note === '' || target.key === null ? null : sealNote(vault, target.key, target.id, note);
  await desk.db
    .insertInto('case_events')
    .values({
      case_id: target.id,
      kind: event.kind,
      at: instant(desk),
      on_day: event.on,
      who,
      facts_json: canonicalJson(event.facts ?? {}),
      sealed,
    })
    .execute();
}

export interface Standing {
  readonly course: CaseCourse;
  readonly clock: CaseClock;
}

/** Throws `calendar.clock` for events that cannot have happened so. */
export function standingOf(
  { calendar, answerWorkingDays }: ClockSource,
  row: Pick<CaseRow, 'kind' | 'channel'>,
  events: readonly CourseEvent[],
): Standing {
  const course = readCourse(row.channel as CaseChannel, events);
  const clock = readCaseClock(calendar, course, { kind: row.kind as CaseKind, answerWorkingDays });
  return { course, clock };
}

/** What of a row follows from its events. */
export function standingColumns({ course, clock }: Standing) {
  const { state, receivedOn, reply, settledOn } = course;
  return {
    state,
    received_on: receivedOn,
    due_on: clock.dueOn,
    reply_kind: reply?.kind ?? null,
    ground: reply?.ground ?? null,
    replied_on: reply?.on ?? null,
    settled_on: settledOn,
  };
}

/** Counts the events of a case into its row anew and puts its revision up; call it after adding events to it. */
export async function recountCase(desk: Desk, id: string): Promise<void> {
  const row = await desk.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const standing = standingOf(await loadClockSource(desk.db), row, await loadEvents(desk.db, id));
  await desk.db
    .updateTable('cases')
    .set({ ...standingColumns(standing), revision: row.revision + 1, updated_at: instant(desk) })
    .where('id', '=', id)
    .execute();
}

const recountBatch = 500;

/** Counts the due dates of all open cases anew, after the calendar or the limits have changed. */
export async function recountDueDates(desk: Desk): Promise<void> {
  const source = await loadClockSource(desk.db);
  for (let after = ''; ; ) {
    const rows = await desk.db
      .selectFrom('cases')
      .selectAll()
      .where('settled_on', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(recountBatch)
      .execute();
    const events = await eventsOf(desk.db, rows);
    for (const row of rows) {
      const { clock } = standingOf(source, row, events.get(row.id) ?? []);
      if (clock.dueOn === row.due_on) continue;
      await desk.db.updateTable('cases').set({ due_on: clock.dueOn }).where('id', '=', row.id).execute();
    }
    after = rows.at(-1)?.id ?? '';
    if (rows.length < recountBatch) return;
  }
}

/** The events of many cases, by case. */
export async function eventsOf(
  db: Database,
  cases: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, StoredEvent[]>> {
  const byCase = new Map<string, StoredEvent[]>();
  if (cases.length === 0) return byCase;
  const ids = cases.map(({ id }) => id);
  const rows = await db
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', 'in', ids)
    .orderBy('case_id')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const known = byCase.get(row.case_id);
    if (known === undefined) byCase.set(row.case_id, [eventOf(row)]);
    else known.push(eventOf(row));
  }
  return byCase;
}
