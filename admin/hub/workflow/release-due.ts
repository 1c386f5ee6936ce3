// Lets go what is due: scheduled versions and release groups whose time has come, also while the hub was not running.
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import { markVersionApproved } from './approve-versions.ts';
import { isReady, loadGroupItems, loadGroupRow } from './group-list.ts';
import { orderPublish } from './publish-orders.ts';
import { letGo } from './release-groups.ts';

/** Each schedule and each group in a transaction of its own, with the order of the publish that carries it. */
export async function releaseDue(desk: Desk): Promise<void> {
  for (const id of await dueSchedules(desk)) await releaseSchedule(desk, id);
  for (const id of await dueGroups(desk)) await releaseDueGroup(desk, id);
}

async function dueSchedules(desk: Desk): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('record_schedules')
    .select('record_id')
    .where('at', '<=', instant(desk))
    .orderBy('at')
    .execute();
  return rows.map(({ record_id }) => record_id);
}

function releaseSchedule(desk: Desk, recordId: string): Promise<void> {
  return withTransaction(desk, async (inside) => {
    // Read again under the lock: somebody may have taken it back in between.
    const plan = await inside.db
      .selectFrom('record_schedules as schedule')
      .innerJoin('records as record', 'record.id', 'schedule.record_id')
      .select(['schedule.version', 'schedule.who', 'schedule.at', 'record.title'])
      .where('schedule.record_id', '=', recordId)
      .where('schedule.at', '<=', instant(inside))
      .executeTakeFirst();
    if (plan === undefined) return;
    const { version, who, at, title } = plan;
    await markVersionApproved(inside, { id: recordId, version }, who);
    await orderPublish(inside, { at: instant(inside), who, note: title });
    const details = { id: recordId, version, at };
    await recordAudit(inside, { who, action: 'release.due', subject: title, details });
  });
}

async function dueGroups(desk: Desk): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('release_groups')
    .select('id')
    .where('released_at', 'is', null)
    .where('at', '<=', instant(desk))
    .orderBy('at')
    .execute();
  return rows.map(({ id }) => id);
}

function releaseDueGroup(desk: Desk, id: string): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const group = await loadGroupRow(inside.db, id).catch(() => null);
    const isDue =
      group !== null && group.released_at === null && group.at !== null && group.at <= instant(inside);
    if (!isDue) return;
    const items = await loadGroupItems(inside.db, [id]);
    // Not ready, or emptied: the list of groups says so, and it goes out once it is.
    if (items.length === 0 || !items.every(isReady)) return;
    await letGo(inside, group, group.created_by);
  });
}
