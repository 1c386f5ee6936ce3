// Hands versions in for review, and takes them back.
import type { VersionItem } from '#shared/protocol/workflow-api.ts';
import { recordAudit, subjectOf } from '../editorial/audit.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import type { Actor, BulkResult } from '../http/hub-services.ts';
import { auditedRecords, judge } from './bulk-act.ts';
import { loadProcedureFinder } from './procedures.ts';
import { openReview, recallReviews } from './review-store.ts';

/** Every version begins at the first step of its procedure; those that cannot are skipped, and said. */
export function submitReviews(
  desk: Desk,
  items: readonly VersionItem[],
  note: string,
  actor: Actor,
): Promise<BulkResult> {
  return withTransaction(desk, async (inside) => {
    const { todo, skipped } = await judge(inside, 'submit', items, actor);
    const procedureOf = await loadProcedureFinder(inside.db);
    for (const record of todo) {
      await openReview(inside, {
        recordId: record.id,
        version: record.version,
        baseVersion: record.approvedVersion ?? 0,
        steps: procedureOf(record.nodeId).steps,
        state: 'in-review',
        who: actor.name,
        note,
      });
    }
    if (todo.length > 0) {
      await recordAudit(inside, {
        who: actor.name,
        action: 'review.submit',
        subject: subjectOf(todo.map(({ title }) => title)),
        details: { records: auditedRecords(todo), ...(note === '' ? {} : { note }) },
      });
    }
    return { done: todo.length, skipped };
  });
}

/** Takes versions out of review again; what was decided until then stays on record. */
export function recallSubmitted(
  desk: Desk,
  items: readonly VersionItem[],
  actor: Actor,
): Promise<BulkResult> {
  return withTransaction(desk, async (inside) => {
    const { todo, skipped } = await judge(inside, 'recall', items, actor);
    await recallReviews(
      inside,
      todo.map(({ id }) => id),
    );
    if (todo.length > 0) {
      await recordAudit(inside, {
        who: actor.name,
        action: 'review.recall',
        subject: subjectOf(todo.map(({ title }) => title)),
        details: { records: auditedRecords(todo) },
      });
    }
    return { done: todo.length, skipped };
  });
}
