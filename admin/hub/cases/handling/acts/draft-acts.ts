// Drafts of replies: the handler's, what the head of the office says to each, and the approved one given as it stands.
import { AppError } from '#shared/errors/app-error.ts';
import { type Handlers, requireClockDay } from '../act-context.ts';
import { draftOfCase } from '../drafted-reply.ts';
import { replied, replyFacts, requireDecision, requireFit } from '../fit-reply.ts';

export const draftActs: Handlers<'draft-reply' | 'decide-draft' | 'send-draft'> = {
  // A draft that is changed is another draft: what was said to the one before no longer holds.
  async 'draft-reply'(context, { act: _act, ...reply }) {
    await requireFit(context, reply, context.today);
    const { text, leftOut, kind, ground } = reply;
    return {
      events: [{ kind: 'reply-drafted', on: context.today, facts: replyFacts(reply), note: text }],
      words: { draft: { text, leftOut } },
      details: { kind, ground },
    };
  },
  async 'decide-draft'(context, { isApproved, note }) {
    if (!isApproved && note === '') throw new AppError('cases.opinion-missing');
    const drafted = draftOfCase(context.opened);
    const decided = await requireDecision(context, drafted === null ? [] : [drafted.by]);
    const kind = isApproved ? 'draft-approved' : 'draft-returned';
    return { events: [{ kind, on: context.today, note }], details: { isApproved, ...decided } };
  },
  async 'send-draft'(context, { on }) {
    requireClockDay(context, on);
    const draft = draftOfCase(context.opened);
    if (draft === null) throw new AppError('cases.act-closed');
    await requireFit(context, draft, on);
    const approved = context.opened.events.findLast(({ kind }) => kind === 'draft-approved');
    return replied(on, draft, { approvedBy: approved?.who ?? '' });
  },
};
