// The list of records whose deadlines have to be worked out again; triggers of the store add to it too.
import { sql } from 'kysely';
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import type { Database } from '../store/tables.ts';

/** Everything that is still owed, after what it is counted by has changed. */
export async function touchOwed(db: Database): Promise<void> {
  await sql`insert into deadline_touched (record_id)
    select distinct case when kind = 'event' then matter_id else subject_id end from deadlines
      where is_open = 1 or problem is not null on conflict do nothing`.execute(db);
}

/** What is still owed before an event whose day is over, and is to be closed. */
export async function touchPastEvents(db: Database, today: IsoDate): Promise<void> {
  const rows = await db
    .selectFrom('deadlines')
    .select(['kind', 'subject_id', 'matter_id'])
    .where('event_id', 'is not', null)
    .where(sql<boolean>`is_open = 1`)
    .where('starts_on', '<', today)
    .execute();
  const ids = rows.map(({ kind, subject_id, matter_id }) =>
    kind === 'event' && matter_id !== null ? matter_id : subject_id,
  );
  await touchRecords(db, [...new Set(ids)]);
}

/** Matters with all that hangs on them. */
export async function touchMatters(db: Database, matterIds: readonly string[]): Promise<void> {
  await touchRecords(db, matterIds);
  for (let from = 0; from < matterIds.length; from += 200)
    await touchRecordsOf(db, matterIds.slice(from, from + 200), []);
}

/** The records that hang on these matters, but for those being worked out already. */
export async function touchRecordsOf(
  db: Database,
  matterIds: readonly string[],
  underWay: readonly string[],
): Promise<void> {
  if (matterIds.length === 0) return;
  await sql`insert into deadline_touched (record_id)
    select id from records where matter_id in (${sql.join(matterIds)}) and kind <> 'matter'
      and id not in (${underWay.length === 0 ? sql`select ''` : sql.join(underWay)}) on conflict do nothing`.execute(
    db,
  );
}

/** These records themselves. */
export async function touchRecords(db: Database, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 200) {
    await db
      .insertInto('deadline_touched')
      .values(ids.slice(from, from + 200).map((record_id) => ({ record_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function countTouched(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('deadline_touched')
    .select((table) => table.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
