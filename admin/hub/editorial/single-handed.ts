// Whether one person alone runs the desk: then there is nobody else to review, and the record says so.
import type { Database } from '../store/tables.ts';

/**
 * True while the store has no second account that can sign in. From the second one on, nobody may approve what they
 * wrote themselves; until then every approval is on record as made by one hand.
 */
export async function isSingleHanded(db: Database): Promise<boolean> {
  const active = await db
    .selectFrom('accounts')
    .select('id')
    .where('disabled_at', 'is', null)
    .where('invited_at', 'is', null)
    .limit(2)
    .execute();
  return active.length < 2;
}
