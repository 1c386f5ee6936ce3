// Release groups as staff see them: what is in each, what of it is ready, and how its publish went.
import { AppError, type ErrorCode } from '#shared/errors/app-error.ts';
import type { ReleaseGroup } from '#shared/protocol/workflow-api.ts';
import type { Database } from '../store/tables.ts';

/** Groups listed; the newest of those that went out long ago suffice. */
const listedGroups = 200;

/** A group whose problem is still a code: words come with the language of whoever asks. */
export type GroupView = Omit<ReleaseGroup, 'problem'> & { readonly problem: ErrorCode | null };

/** Those still open first, then the newest. */
export async function listGroups(db: Database, nowMs: number): Promise<GroupView[]> {
  const rows = await groupRows(db)
    .orderBy('released', 'asc')
    .orderBy('group.id', 'desc')
    .limit(listedGroups)
    .execute();
  const items = await loadGroupItems(
    db,
    rows.map(({ id }) => id),
  );
  const byGroup = Map.groupBy(items, ({ group_id }) => group_id);
  return rows.map((row) => viewGroup(row, byGroup.get(row.id) ?? [], nowMs));
}

/** Throws `not-found`. */
export async function loadGroup(db: Database, id: string, nowMs: number): Promise<GroupView> {
  return viewGroup(await loadGroupRow(db, id), await loadGroupItems(db, [id]), nowMs);
}

export type GroupRow = Awaited<ReturnType<ReturnType<typeof groupRows>['executeTakeFirstOrThrow']>>;

/** Throws `not-found`. */
export async function loadGroupRow(db: Database, id: string): Promise<GroupRow> {
  const row = await groupRows(db).where('group.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  return row;
}

function groupRows(db: Database) {
  return db
    .selectFrom('release_groups as group')
    .leftJoin('publish_orders as order', 'order.id', 'group.order_id')
    .selectAll('group')
    .select('order.problem')
    .select((table) => table('group.released_at', 'is not', null).as('released'));
}

export type GroupItem = Awaited<ReturnType<typeof loadGroupItems>>[number];

/** What is in these groups, with what tells whether it is ready. */
export function loadGroupItems(db: Database, groupIds: readonly string[]) {
  return db
    .selectFrom('release_group_items as item')
    .innerJoin('records as record', 'record.id', 'item.record_id')
    .select(['item.group_id', 'item.record_id', 'item.version', 'record.title', 'record.agency_id'])
    .select(['record.approved_version'])
    .select((table) =>
      table
        .exists(
          table
            .selectFrom('reviews')
            .select('reviews.id')
            .whereRef('reviews.record_id', '=', 'item.record_id')
            .whereRef('reviews.version', '=', 'item.version')
            .where('reviews.state', '=', 'approved'),
        )
        .as('is_reviewed'),
    )
    .where('item.group_id', 'in', groupIds)
    .orderBy('item.group_id')
    .orderBy('item.position')
    .execute();
}

/** Every step passed, or approved already. */
export const isReady = (item: GroupItem) =>
  Boolean(item.is_reviewed) || item.approved_version === item.version;

function viewGroup(row: GroupRow, items: readonly GroupItem[], nowMs: number): GroupView {
  const isOut = row.released_at !== null;
  const hasFailed = isOut && row.problem !== null;
  return {
    id: row.id,
    title: row.title,
    at: row.at,
    state: hasFailed ? 'failed' : isOut ? 'released' : 'open',
    problem: hasFailed ? (row.problem as ErrorCode) : lateProblem(row, items, nowMs),
    releasedAt: row.released_at,
    items: items.map((item) => ({
      recordId: item.record_id,
      version: item.version,
      title: item.title,
      isReady: isOut || isReady(item),
    })),
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

/** Its time has come and something in it is not ready: it goes out as soon as everything is. */
function lateProblem(
  { at, released_at }: GroupRow,
  items: readonly GroupItem[],
  nowMs: number,
): ErrorCode | null {
  if (released_at !== null || at === null || Date.parse(at) > nowMs) return null;
  return items.some((item) => !isReady(item)) ? 'workflow.group-not-ready' : null;
}
