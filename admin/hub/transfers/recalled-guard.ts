// Keeps what an agency's letter took back from being approved again.
import type { ApprovalGuard } from '../editorial/approval-guards.ts';

/** What a letter took back is not approved again, until the agency transfers it anew. */
export const refuseRecalled: ApprovalGuard = async (desk, candidates) => {
  if (candidates.length === 0) return new Map();
  const rows = await desk.db
    .selectFrom('transfer_items as item')
    .innerJoin('transfers as transfer', 'transfer.id', 'item.transfer_id')
    .select(['item.record_id', 'item.withdrawal_id', 'transfer.decided_at'])
    .where(
      'item.record_id',
      'in',
      candidates.map(({ id }) => id),
    )
    .orderBy('transfer.decided_at')
    .execute();
  const standing = new Map(rows.map((row) => [row.record_id, row.withdrawal_id !== null]));
  const recalled = candidates.filter(({ id }) => standing.get(id) === true);
  return new Map(recalled.map(({ id }) => [id, 'transfers.recalled' as const]));
};
