// Where a bulletin learns what was on time, what was overdue and what is out of date.
import { sql } from 'kysely';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import type { ScoreFact } from '#shared/protocol/bulletins-api.ts';
import type { Period } from '#shared/reports/period.ts';
import type { Database } from '../../store/tables.ts';

export interface Duties {
  /** Of the measures `on-time`, `overdue` and `stale`. */
  readonly facts: readonly ScoreFact[];
  /** False where the year's holiday notice is missing: then nothing counts as on time or overdue. */
  readonly isKnown: boolean;
}

export type DutySource = (db: Database, period: Period, nowMs: number) => Promise<Duties>;

/** What the deadline engine keeps; duties count in the period their last day falls into. */
export const dutiesOfStore: DutySource = async (db, period, nowMs) => {
  const isKnown = !(await isYearMissing(db, period.from.slice(0, 4)));
  const today = chinaDate(nowMs);
  const facts = [...(await dueFacts(db, period, today)), ...(await staleFacts(db, period, today))];
  return { facts, isKnown };
};

/** Whether anything could not be counted because the notice of this year is not there. */
async function isYearMissing(db: Database, year: string): Promise<boolean> {
  const row = await db
    .selectFrom('deadlines')
    .select('subject_id')
    .where('problem', '=', year)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface DueRow {
  /** The record, or the matter where none was written. */
  readonly id: string;
  readonly agencyId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly metOn: string | null;
  readonly person: string;
}

/**
 * Met by its last day is on time; met later, still owed when that day is over, or missed by an event, is overdue. Something is met on the
 * day somebody stated, or on that of the first release that carried it, whichever was earlier.
 */
async function dueFacts(db: Database, { from, to }: Period, today: string): Promise<readonly ScoreFact[]> {
  const { rows } = await sql<DueRow>`
    with owed as (
      select deadline.*, (select date(min(release.published_at), '+8 hours') from publications as event
        join releases as release on release.version = event.release_version
        where event.item_id = deadline.subject_id and event.version is not null) as public_on
      from deadlines as deadline where deadline.due_on between ${from} and ${to}
    )
    select case when kind = 'event' then matter_id else subject_id end as id, agency_id as agencyId, title, due_on as dueOn, person,
      case when is_open = 0 then min(coalesce(met_on, public_on), coalesce(public_on, met_on)) end as metOn
    from owed where (is_open = 1 and due_on < ${today})
      or (is_open = 0 and coalesce(met_on, public_on) is not null) or is_missed = 1
    order by due_on, subject_id`.execute(db);
  return rows.map(({ id, agencyId, title, dueOn, metOn, person }) => ({
    ...{ agencyId, title, at: dueOn },
    measure: metOn !== null && metOn <= dueOn ? 'on-time' : 'overdue',
    link: { kind: 'record', id },
    note: [metOn ?? '', person].filter((part) => part !== '').join(' '),
  }));
}

/** What is on show and out of date since the period or before; each thing once, whatever the reasons. */
async function staleFacts(db: Database, { to }: Period, today: string): Promise<readonly ScoreFact[]> {
  const until = to < today ? to : today;
  const { rows } = await sql<{ id: string; agencyId: string; title: string; since: string; detail: string }>`
    select subject_id as id, agency_id as agencyId, title, min(since) as since, max(detail) as detail
    from stale_marks where kind = 'record' and since <= ${until}
    group by subject_id, agency_id, title order by subject_id`.execute(db);
  return rows.map(({ id, agencyId, title, since, detail }) => ({
    ...{ measure: 'stale', agencyId, title, at: since, note: detail },
    link: { kind: 'record', id },
  }));
}
