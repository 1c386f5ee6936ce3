// How deadlines are counted where the words of a rule leave it open: what staff set, or the product's own.
import { type DeadlinePolicy, defaultPolicy } from '#shared/calendar/rule-due.ts';
import { deadlinePolicySchema } from '#shared/protocol/deadlines-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { touchOwed } from './touched-records.ts';

export async function loadPolicy(db: Database): Promise<DeadlinePolicy> {
  const row = await db
    .selectFrom('deadline_policy')
    .select('policy_json')
    .where('id', '=', 1)
    .executeTakeFirst();
  return row === undefined ? defaultPolicy : deadlinePolicySchema.parse(JSON.parse(row.policy_json));
}

/** Replaces the policy, puts it on record and has all that is owed counted again. */
export function savePolicy(desk: Desk, policy: DeadlinePolicy, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = { policy_json: JSON.stringify(policy), updated_at: instant(desk) };
    await inside.db
      .insertInto('deadline_policy')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    await touchOwed(inside.db);
    await recordAudit(inside, {
      who: actor.name,
      action: 'deadlines.policy',
      subject: `${policy.defaultWorkingDays}/${policy.atOnceWorkingDays}/${policy.periodWorkingDays}`,
      details: { ...policy },
    });
  });
}
