// Comments at their place in a version: written by whoever works on a record, and resolved.
import { AppError } from '#shared/errors/app-error.ts';
import type { CommentInput } from '#shared/protocol/workflow-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { requireOne } from './bulk-act.ts';

/** Throws `not-found` for a version the record never had. */
export function addComment(desk: Desk, recordId: string, input: CommentInput, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const { id, title, version: newest } = await requireOne(inside, 'comment', { recordId }, actor);
    const { version } = input;
    if (version < 1 || version > newest) throw new AppError('not-found', { what: `${title} ${version}` });
    const comment = inside.newId('k');
    await inside.db
      .insertInto('review_comments')
      .values({
        id: comment,
        record_id: id,
        ...input,
        who: actor.name,
        at: instant(inside),
        resolved_at: null,
        resolved_by: null,
      })
      .execute();
    const details = { id, version, comment };
    await recordAudit(inside, { who: actor.name, action: 'record.comment', subject: title, details });
  });
}

/** Throws `not-found` or `workflow.comment-resolved`. */
export function resolveComment(desk: Desk, recordId: string, commentId: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const { id, title } = await requireOne(inside, 'comment', { recordId }, actor);
    const comment = await inside.db
      .selectFrom('review_comments')
      .select('resolved_at')
      .where('record_id', '=', id)
      .where('id', '=', commentId)
      .executeTakeFirst();
    if (comment === undefined) throw new AppError('not-found', { what: commentId });
    if (comment.resolved_at !== null) throw new AppError('workflow.comment-resolved');
    await inside.db
      .updateTable('review_comments')
      .set({ resolved_at: instant(inside), resolved_by: actor.name })
      .where('id', '=', commentId)
      .execute();
    const details = { id, comment: commentId };
    await recordAudit(inside, { who: actor.name, action: 'record.resolve', subject: title, details });
  });
}
