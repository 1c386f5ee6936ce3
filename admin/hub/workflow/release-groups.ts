// Release groups: versions that become public together, put together by hand and let go at once.
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseGroupInput } from '#shared/protocol/workflow-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { requireOwnAgency } from './agency-scope.ts';
import { markVersionApproved } from './approve-versions.ts';
import { type GroupRow, isReady, loadGroupItems, loadGroupRow } from './group-list.ts';
import { holdVersion } from './hold-version.ts';
import { orderPublish } from './publish-orders.ts';
import { loadStandings, type StandingRecord } from './record-standings.ts';

/** Returns its id. Throws what `putItems` throws. */
export function createGroup(desk: Desk, input: ReleaseGroupInput, actor: Actor): Promise<string> {
  return withTransaction(desk, async (inside) => {
    const id = inside.newId('l');
    const { title } = input;
    await inside.db
      .insertInto('release_groups')
      .values({
        id,
        title,
        at: timeOf(input),
        created_by: actor.name,
        created_at: instant(inside),
        released_at: null,
        order_id: null,
      })
      .execute();
    await putItems(inside, id, input, actor);
    await note(inside, 'group.create', { id, title }, actor, { items: input.items, at: input.at });
    return id;
  });
}

/** Replaces title, time and items. Throws `not-found`, `workflow.group-closed` or what `putItems` throws. */
export function updateGroup(desk: Desk, id: string, input: ReleaseGroupInput, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    await requireOpen(inside, id);
    const set = { title: input.title, at: timeOf(input) };
    await inside.db.updateTable('release_groups').set(set).where('id', '=', id).execute();
    await putItems(inside, id, input, actor);
    await note(inside, 'group.update', { id, title: input.title }, actor, {
      items: input.items,
      at: input.at,
    });
  });
}

/** Takes an open group apart; its versions stay as they are. Throws `not-found` or `workflow.group-closed`. */
export function removeGroup(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const group = await requireOpen(inside, id);
    for (const item of await loadGroupItems(inside.db, [id])) {
      requireOwnAgency(actor, item.agency_id, item.title);
    }
    await inside.db.deleteFrom('release_groups').where('id', '=', id).execute();
    await note(inside, 'group.remove', group, actor, {});
  });
}

/** Approves everything in it together and orders its publish. Throws `workflow.group-…`. */
export function releaseGroup(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const group = await requireOpen(inside, id);
    for (const item of await loadGroupItems(inside.db, [id])) {
      requireOwnAgency(actor, item.agency_id, item.title);
    }
    await letGo(inside, group, actor.name);
  });
}

/** The same for whoever is inside a transaction already. */
export async function letGo(inside: Desk, group: GroupRow, who: string): Promise<void> {
  const { id, title } = group;
  const items = await loadGroupItems(inside.db, [id]);
  if (items.length === 0) throw new AppError('workflow.group-empty', { title });
  const count = items.filter((item) => !isReady(item)).length;
  if (count > 0) throw new AppError('workflow.group-not-ready', { title, count });
  const released_at = instant(inside);
  const order_id = await orderPublish(inside, { at: released_at, who, note: title });
  // Released first: approving takes a version out of the groups that are open.
  await inside.db.updateTable('release_groups').set({ released_at, order_id }).where('id', '=', id).execute();
  for (const { record_id, version } of items) {
    await markVersionApproved(inside, { id: record_id, version }, who);
  }
  const records = items.map(({ record_id, version }) => ({ id: record_id, version }));
  await recordAudit(inside, { who, action: 'group.release', subject: title, details: { id, records } });
}

/** An instant in the past means as soon as everything in it is ready. */
const timeOf = ({ at }: ReleaseGroupInput) => (at === null ? null : new Date(at).toISOString());

/**
 * Items that were in it stay at their version; new ones must be the newest. Throws `not-found`, `store.conflict`,
 * `workflow.foreign-agency`, `workflow.grouped`, `workflow.archived` or `workflow.already-public`.
 */
async function putItems(
  inside: Desk,
  groupId: string,
  input: ReleaseGroupInput,
  actor: Actor,
): Promise<void> {
  const kept = new Map((await loadGroupItems(inside.db, [groupId])).map((item) => [item.record_id, item]));
  for (const item of kept.values()) requireOwnAgency(actor, item.agency_id, item.title);
  await inside.db.deleteFrom('release_group_items').where('group_id', '=', groupId).execute();
  const items = new Map(input.items.map((item) => [item.recordId, item.version]));
  const records = await loadStandings(inside.db, [...items.keys()], actor.name);
  let position = 0;
  for (const [id, version] of items) {
    const record = records.get(id);
    if (record === undefined) throw new AppError('not-found', { what: id });
    requireOwnAgency(actor, record.agencyId, record.title);
    if (kept.get(id)?.version !== version) requireFresh(record, version);
    if (record.isGrouped || record.isScheduled)
      throw new AppError('workflow.grouped', { what: record.title });
    await holdVersion(inside, record);
    position += 1;
    await inside.db
      .insertInto('release_group_items')
      .values({ group_id: groupId, record_id: id, version, position })
      .execute();
  }
}

function requireFresh(
  { title, version: newest, updatedBy, ...record }: StandingRecord,
  version: number,
): void {
  if (version !== newest) {
    throw new AppError('store.conflict', { what: title, title, version: newest, who: updatedBy });
  }
  if (record.fate !== null) throw new AppError('workflow.archived', { what: title });
  if (record.publishedVersion === version) throw new AppError('workflow.already-public', { what: title });
  if (record.open?.state === 'follow-up') throw new AppError('workflow.follow-up-open', { what: title });
}

async function requireOpen(inside: Desk, id: string): Promise<GroupRow> {
  const group = await loadGroupRow(inside.db, id);
  if (group.released_at !== null) throw new AppError('workflow.group-closed', { title: group.title });
  return group;
}

function note(
  inside: Desk,
  action: 'group.create' | 'group.update' | 'group.remove',
  { id, title }: Pick<GroupRow, 'id' | 'title'>,
  { name }: Actor,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(inside, { who: name, action, subject: title, details: { id, ...details } });
}
