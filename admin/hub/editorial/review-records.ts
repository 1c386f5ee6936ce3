// Approving directly and withdrawing: what decides, without a step of review, which version the next release carries.
import type { Actor, BulkResult } from '../http/hub-services.ts';
import { needLetter } from '../transfers/recalled-guard.ts';
import { markApproved, markWithdrawn } from '../workflow/approve-versions.ts';
import { auditedRecords, guardApproval, handed, type Judged, judge, skip } from '../workflow/bulk-act.ts';
import { recallReviews } from '../workflow/review-store.ts';
import { recordAudit, subjectOf } from './audit.ts';
import { type Desk, withTransaction } from './desk.ts';

/**
 * Approves the newest version of these records where no step but that is open. What the rules refuse and what is
 * unknown is skipped, and said.
 */
export function approveRecords(desk: Desk, ids: readonly string[], actor: Actor): Promise<BulkResult> {
  return withTransaction(desk, async (inside) => {
    const judged = await judge(
      inside,
      'approve',
      ids.map((recordId) => ({ recordId })),
      actor,
    );
    const allowed = await guardApproval(inside, judged, actor);
    await markApproved(inside, idsOf(allowed), actor.name);
    return conclude(inside, 'record.approve', allowed, actor);
  });
}

/** Takes these records out of the next release. Drafts were never public and are skipped, and said. */
export function withdrawRecords(desk: Desk, ids: readonly string[], actor: Actor): Promise<BulkResult> {
  return withTransaction(desk, async (inside) => {
    const items = ids.map((recordId) => ({ recordId }));
    const judged = await keepTransferred(inside, await judge(inside, 'withdraw', items, actor));
    await recallReviews(inside, idsOf(judged));
    await markWithdrawn(inside, idsOf(judged));
    return conclude(inside, 'record.withdraw', judged, actor);
  });
}

/** What an agency transferred is withdrawn on its letter, where the transfer is, and left alone here. */
async function keepTransferred(inside: Desk, judged: Judged): Promise<Judged> {
  const kept = await needLetter(inside.db, idsOf(judged));
  const refused = judged.todo
    .filter(({ id }) => kept.has(id))
    .map((record) => skip(record, 'transfers.needs-letter'));
  const todo = judged.todo.filter(({ id }) => !kept.has(id));
  return { ...judged, todo, skipped: [...judged.skipped, ...refused] };
}

const idsOf = ({ todo }: Judged) => todo.map(({ id }) => id);

async function conclude(
  desk: Desk,
  action: 'record.approve' | 'record.withdraw',
  { todo, skipped, isAlone }: Judged,
  actor: Actor,
): Promise<BulkResult> {
  if (todo.length > 0) {
    await recordAudit(desk, {
      who: actor.name,
      action,
      subject: subjectOf(todo.map(({ title }) => title)),
      details: { records: auditedRecords(todo), ...(action === 'record.approve' ? handed(isAlone) : {}) },
    });
  }
  return { done: todo.length, skipped };
}
