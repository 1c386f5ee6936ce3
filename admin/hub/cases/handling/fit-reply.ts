// Whether a reply fits its case, who may decide it, and what giving it does: the same for a reply and for a draft of one.
import { openReplies } from '#shared/cases/case-acts.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { isSingleHanded } from '../../editorial/single-handed.ts';
import { type ActContext, type ActOf, type Effect, requireOther } from './act-context.ts';

/** What a reply says, without the day it is given. */
export type ReplyWords = Omit<ActOf<'draft-reply'>, 'act'>;

/** Throws `cases.reply-not-open`, `cases.ground-missing`, `cases.left-out-missing`, `cases.record-unknown`, `cases.file-unknown`. */
export async function requireFit(context: ActContext, reply: ReplyWords, on: string): Promise<void> {
  const { kind, ground, leftOut, recordIds, files } = reply;
  if (!openReplies(context.opened, on)(kind)) throw new AppError('cases.reply-not-open');
  if (kind === 'refused' && ground === null) throw new AppError('cases.ground-missing');
  if (kind === 'partial' && leftOut === '') throw new AppError('cases.left-out-missing');
  await requireRecords(context, recordIds);
  await requireFiles(context, files);
}

/** Who decides is not who handles; so somebody must handle. Throws `cases.no-handler` and `cases.own-decision`. */
export async function requireDecision(context: ActContext, others: readonly string[] = []) {
  const { caseDesk, opened } = context;
  if (opened.row.handler_id === null && !(await isSingleHanded(caseDesk.desk.db)))
    throw new AppError('cases.no-handler');
  return requireOther(context, others);
}

/** The facts of a reply or of a draft of one. */
export const replyFacts = ({ kind, ground, recordIds, files }: ReplyWords) => ({
  ...{ kind, ground, recordIds: recordIds.join(','), files: files.join(',') },
});

/** What giving a reply does to its case; `decided` says for the trail how it was decided. */
export function replied(on: string, reply: ReplyWords, decided: Readonly<Record<string, unknown>>): Effect {
  const { kind, ground, text, leftOut } = reply;
  return {
    events: [{ kind: 'replied', on, facts: replyFacts(reply), note: text }],
    words: { answer: text, leftOut, draft: null },
    details: { kind, ground, ...decided },
  };
}

async function requireRecords({ caseDesk }: ActContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await caseDesk.desk.db.selectFrom('records').select('id').where('id', 'in', ids).execute();
  if (found.length !== new Set(ids).size) throw new AppError('cases.record-unknown');
}

async function requireFiles({ caseDesk, opened }: ActContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await caseDesk.desk.db
    .selectFrom('case_files')
    .select('id')
    .where('id', 'in', ids)
    .where('case_id', '=', opened.row.id)
    .where('origin', '=', 'office')
    .where('is_complete', '=', 1)
    .execute();
  if (found.length !== new Set(ids).size) throw new AppError('cases.file-unknown');
}
