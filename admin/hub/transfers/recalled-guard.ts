// Keeps what agencies transferred to the rule of letters: nothing is withdrawn without one, nothing recalled is approved again.
import type { ApprovalGuard } from '../editorial/approval-guards.ts';
import type { Database } from '../store/tables.ts';

/** Ids looked up in one statement. */
const chunk = 400;

/** Records that came with a transfer, each with whether a letter took its last one back. */
async function loadRecalls(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const recalls = new Map<string, boolean>();
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = await db
      .selectFrom('transfer_items as item')
      .innerJoin('transfers as transfer', 'transfer.id', 'item.transfer_id')
      .select(['item.record_id', 'item.withdrawal_id'])
      .where('item.record_id', 'in', ids.slice(from, from + chunk))
      .orderBy('transfer.decided_at')
      .orderBy('transfer.number_seq')
      .execute();
    for (const { record_id, withdrawal_id } of rows) {
      if (record_id !== null) recalls.set(record_id, withdrawal_id !== null);
    }
  }
  return recalls;
}

/** Of these records those an agency transferred and has not taken back: only its letter withdraws them. */
export async function needLetter(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const recalls = await loadRecalls(db, ids);
  return new Set(ids.filter((id) => recalls.get(id) === false));
}

/** What a letter took back is not approved again, until the agency transfers it anew. */
export const refuseRecalled: ApprovalGuard = async (desk, candidates) => {
  const recalls = await loadRecalls(
    desk.db,
    candidates.map(({ id }) => id),
  );
  const recalled = candidates.filter(({ id }) => recalls.get(id) === true);
  return new Map(recalled.map(({ id }) => [id, 'transfers.recalled' as const]));
};
