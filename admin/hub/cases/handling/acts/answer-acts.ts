// Replies to applications (Art. 36–40), answers to voices, what was put right after them, and disputes about them.
import { decidedReplies, openReplies } from '#shared/cases/case-acts.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { isSingleHanded } from '../../../editorial/single-handed.ts';
import {
  type ActContext,
  type ActOf,
  type Handlers,
  requireClockDay,
  requireFrom,
  requireOther,
  requirePast,
} from '../act-context.ts';

export const answerActs: Handlers<'reply' | 'deliver' | 'answer' | 'rectify' | 'dispute'> = {
  async reply(context, act) {
    const { on, kind, ground, text, leftOut, recordIds, files } = act;
    requireClockDay(context, on);
    refuseUnfit(context, act);
    await requireRecords(context, recordIds);
    await requireFiles(context, files);
    const decided = decidedReplies.includes(kind) ? await requireDecision(context) : {};
    const facts = { kind, ground, recordIds: recordIds.join(','), files: files.join(',') };
    return {
      events: [{ kind: 'replied', on, facts, note: text }],
      words: { answer: text, leftOut },
      details: { kind, ground, ...decided },
    };
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

function refuseUnfit({ opened }: ActContext, { on, kind, ground, leftOut }: ActOf<'reply'>): void {
  if (!openReplies(opened, on)(kind)) throw new AppError('cases.reply-not-open');
  if (kind === 'refused' && ground === null) throw new AppError('cases.ground-missing');
  if (kind === 'partial' && leftOut === '') throw new AppError('cases.left-out-missing');
}

/** Who decides is not who handles; so somebody must handle. */
async function requireDecision(context: ActContext) {
  const { caseDesk, opened } = context;
  if (opened.row.handler_id === null && !(await isSingleHanded(caseDesk.desk.db)))
    throw new AppError('cases.no-handler');
  return requireOther(context, []);
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
