// Takes steps of reviews: passes them on, approves at the last one, or returns them with an opinion.
import { AppError } from '#shared/errors/app-error.ts';
import type { Decision } from '#shared/protocol/workflow-api.ts';
import { type AuditAction, recordAudit, subjectOf } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor, BulkResult } from '../http/hub-services.ts';
import { isHeldByGroup, markVersionApproved, markWithdrawn } from './approve-versions.ts';
import { auditedRecords, guardApproval, handed, type Judged, judge, skip } from './bulk-act.ts';
import { orderPublish } from './publish-orders.ts';
import type { OpenReview, StandingRecord } from './record-standings.ts';
import { stepTaker, writeStep } from './review-store.ts';

/** Each item is judged by itself; those that cannot be decided are skipped, and said. Throws `workflow.opinion-needed`. */
export async function decideReviews(desk: Desk, decision: Decision, actor: Actor): Promise<BulkResult> {
  if (decision.decision === 'return' && decision.opinion === '') {
    throw new AppError('workflow.opinion-needed');
  }
  return withTransaction(desk, async (inside) => {
    const judged = await judgeSteps(inside, decision, actor);
    const taker = await stepTaker(inside, actor);
    const approved: StandingRecord[] = [];
    for (const record of judged.todo) {
      const review = requireReview(record);
      const state = await writeStep(inside, review, decision.decision, taker, decision.opinion);
      if (state === 'approved' && review.state === 'in-review') {
        await release(inside, review, actor);
        approved.push(record);
      }
      if (state === 'returned' && review.state === 'follow-up') await takeBack(inside, record, review, actor);
    }
    await note(inside, decision, judged, approved, actor);
    return { done: judged.todo.length, skipped: judged.skipped };
  });
}

async function judgeSteps(inside: Desk, decision: Decision, actor: Actor): Promise<Judged> {
  const judged = await judge(inside, decision.decision, decision.items, actor);
  const { step } = decision;
  const moved = judged.todo.filter(({ open }) => step !== undefined && open?.step !== step);
  const still: Judged = {
    ...judged,
    todo: judged.todo.filter((record) => !moved.includes(record)),
    skipped: [...judged.skipped, ...moved.map((record) => skip(record, 'workflow.step-moved'))],
  };
  if (decision.decision === 'return') return still;
  const waiting = still.todo.filter(({ open }) => open?.step === 'approval');
  const guarded = await guardApproval(inside, { ...still, todo: waiting }, actor);
  const refused = new Set(guarded.skipped.map(({ id }) => id));
  return { ...guarded, todo: still.todo.filter(({ id }) => !refused.has(id)) };
}

async function release(inside: Desk, review: OpenReview, actor: Actor): Promise<void> {
  if (await isHeldByGroup(inside.db, review)) return;
  await markVersionApproved(inside, { id: review.recordId, version: review.version }, actor.name);
}

/** What was published in an emergency and then refused: the version before is public again, or none is. */
async function takeBack(
  inside: Desk,
  record: StandingRecord,
  { version, baseVersion, recordId: id }: OpenReview,
  actor: Actor,
): Promise<void> {
  if (record.approvedVersion !== version) return;
  if (baseVersion > 0) await markVersionApproved(inside, { id, version: baseVersion }, actor.name);
  else await markWithdrawn(inside, [id]);
  await orderPublish(inside, { at: instant(inside), who: actor.name, note: record.title });
}

const actionOf = { pass: 'review.pass', return: 'review.return' } as const;

async function note(
  inside: Desk,
  { decision, opinion }: Decision,
  { todo, isAlone }: Judged,
  approved: readonly StandingRecord[],
  actor: Actor,
): Promise<void> {
  const add = (action: AuditAction, records: readonly StandingRecord[], details: Record<string, unknown>) =>
    recordAudit(inside, {
      who: actor.name,
      action,
      subject: subjectOf(records.map(({ title }) => title)),
      details: { records: auditedRecords(records), ...details, ...handed(isAlone) },
    });
  if (todo.length > 0) {
    const steps = [...new Set(todo.map(({ open }) => open?.step))];
    await add(actionOf[decision], todo, { steps, ...(opinion === '' ? {} : { opinion }) });
  }
  if (approved.length > 0) await add('record.approve', approved, {});
}

function requireReview({ openReview }: StandingRecord): OpenReview {
  if (openReview === null) throw new AppError('internal');
  return openReview;
}
