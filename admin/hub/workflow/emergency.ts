// The emergency path: a version is public at once, on record, and has to pass its procedure afterwards.
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { markVersionApproved } from './approve-versions.ts';
import { requireOne } from './bulk-act.ts';
import { loadProcedureFinder } from './procedures.ts';
import { orderPublish } from './publish-orders.ts';
import { closeAsRecalled, openReview } from './review-store.ts';

/** Throws what the rules refuse, or `store.conflict` when `version` is not the newest. */
export function publishInEmergency(
  desk: Desk,
  item: { readonly recordId: string; readonly version: number },
  reason: string,
  actor: Actor,
): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const record = await requireOne(inside, 'emergency', item, actor);
    const { id, version, title, openReview: open } = record;
    // An earlier emergency that was never reviewed is reviewed with this one.
    const isSecond = open?.state === 'follow-up';
    if (open !== null) await closeAsRecalled(inside, open);
    const { steps } = (await loadProcedureFinder(inside.db))(record.nodeId);
    const baseVersion = isSecond ? open.baseVersion : (record.approvedVersion ?? 0);
    await openReview(inside, {
      recordId: id,
      version,
      baseVersion,
      steps,
      state: 'follow-up',
      who: actor.name,
      note: reason,
    });
    await markVersionApproved(inside, { id, version }, actor.name);
    await orderPublish(inside, { at: instant(inside), who: actor.name, note: title });
    await recordAudit(inside, {
      who: actor.name,
      action: 'record.emergency',
      subject: title,
      details: { id, version, reason },
    });
  });
}
