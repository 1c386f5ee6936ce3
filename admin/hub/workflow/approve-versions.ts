// Makes versions the ones the next release carries, and tidies up what waited for that.
import { type Desk, instant } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import { loadOpenReviews, type OpenReview } from './record-standings.ts';
import { stepTaker, writeAllSteps } from './review-store.ts';

const chunk = 500;

/** Makes the newest version of these records the public one. Call inside a transaction. */
export async function markApproved(desk: Desk, ids: readonly string[], who: string): Promise<void> {
  for (let from = 0; from < ids.length; from += chunk) {
    const part = ids.slice(from, from + chunk);
    await settleReviews(desk, part, who);
    await forgetPlans(desk.db, part);
    await desk.db
      .updateTable('records')
      .set((table) => ({ ...approval(desk, who), approved_version: table.ref('version') }))
      .where('id', 'in', part)
      .execute();
  }
}

/** Makes one version the public one, which need not be the newest. Call inside a transaction. */
export async function markVersionApproved(
  desk: Desk,
  { id, version }: { readonly id: string; readonly version: number },
  who: string,
): Promise<void> {
  await forgetPlans(desk.db, [id]);
  await desk.db
    .updateTable('records')
    .set({ ...approval(desk, who), approved_version: version })
    .where('id', '=', id)
    .execute();
}

function approval(desk: Desk, who: string) {
  return { state: 'approved' as const, approved_at: instant(desk), approved_by: who, withdrawn_at: null };
}

/** Takes these records out of the next release. Call inside a transaction. */
export async function markWithdrawn(desk: Desk, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += chunk) {
    const part = ids.slice(from, from + chunk);
    await forgetPlans(desk.db, part);
    await desk.db
      .updateTable('records')
      .set({
        state: 'withdrawn',
        approved_version: null,
        approved_at: null,
        approved_by: null,
        withdrawn_at: instant(desk),
      })
      .where('id', 'in', part)
      .execute();
  }
}

/** Whoever approves directly takes the steps that are left; it is on record as theirs. */
async function settleReviews(desk: Desk, ids: readonly string[], who: string): Promise<void> {
  const open = (await loadOpenReviews(desk.db, ids)).filter(({ state }) => state === 'in-review');
  if (open.length === 0) return;
  const taker = await stepTaker(desk, { name: who });
  for (const review of open) await writeAllSteps(desk, review, taker);
}

/** What is decided now needs no time of its own any more. */
export async function forgetPlans(db: Database, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('record_schedules').where('record_id', 'in', ids).execute();
  await db
    .deleteFrom('release_group_items')
    .where('record_id', 'in', ids)
    .where('group_id', 'in', (table) =>
      table.selectFrom('release_groups').select('id').where('released_at', 'is', null),
    )
    .execute();
}

/** After the last step: approved at once, unless the version waits in a release group. */
export async function isHeldByGroup(db: Database, review: Pick<OpenReview, 'recordId' | 'version'>) {
  const row = await db
    .selectFrom('release_group_items as item')
    .innerJoin('release_groups as group', 'group.id', 'item.group_id')
    .select('item.group_id')
    .where('item.record_id', '=', review.recordId)
    .where('item.version', '=', review.version)
    .where('group.released_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
