// Replies to applications (Art. 36–40), answers to voices, what was put right after them, and disputes about them.
import { isPermitted } from '#shared/accounts/acts.ts';
import { approvedRepliesOf } from '#shared/cases/case-acts.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { loadCaseSettings } from '../../case-settings.ts';
import { type Handlers, requireClockDay, requireFrom, requirePast } from '../act-context.ts';
import { replied, requireDecision, requireFit } from '../fit-reply.ts';

export const answerActs: Handlers<'reply' | 'deliver' | 'answer' | 'rectify' | 'dispute'> = {
  async reply(context, act) {
    requireClockDay(context, act.on);
    await requireFit(context, act, act.on);
    const needsHead = approvedRepliesOf((await loadCaseSettings(context.caseDesk.desk.db)).approvedReplies);
    if (!needsHead.includes(act.kind)) return replied(act.on, act, {});
    if (!isPermitted(context.actor.roles, 'cases.decide')) throw new AppError('cases.needs-approval');
    return replied(act.on, act, await requireDecision(context));
  },
  // How it was delivered may name who signed for it: it goes into the sealed note.
  deliver({ opened, today }, { on, route }) {
    requirePast(on, today);
    requireFrom(on, opened.course.reply?.on ?? opened.course.receivedOn);
    return { events: [{ kind: 'delivered', on, note: route }] };
  },
  answer({ opened, today }, { on, text, outcome }) {
    requirePast(on, today);
    requireFrom(on, opened.course.arrivedOn);
    return {
      events: [{ kind: 'answered', on, facts: { outcome }, note: text }],
      columns: { outcome },
      words: { answer: text },
      details: { outcome },
    };
  },
  rectify({ opened, today }, { on, text, outcome }) {
    requirePast(on, today);
    requireFrom(on, opened.course.reply?.on ?? opened.course.arrivedOn);
    return {
      events: [{ kind: 'rectified', on, facts: { outcome }, note: text }],
      columns: { outcome },
      details: { outcome },
    };
  },
  dispute({ opened, today }, { on, dispute, outcome, note }) {
    requirePast(on, today);
    requireFrom(on, opened.course.arrivedOn);
    return {
      events: [{ kind: 'dispute', on, facts: { dispute, outcome }, note }],
      details: { dispute, outcome },
    };
  },
};
