// Does one act on a case: right, revision and state are checked, and event, row and trail are written together.

import { chinaDate } from '#shared/calendar/civil-day.ts';
import { isActOpen, rightFor } from '#shared/cases/case-acts.ts';
import { AppError, type ErrorCode } from '#shared/errors/app-error.ts';
import type { CaseAct, CaseActName } from '#shared/protocol/case-desk-api.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { instant } from '../../editorial/desk.ts';
import type { Actor } from '../../http/actor.ts';
import { type CaseDesk, withCaseTransaction } from '../case-desk.ts';
import { addEvent, loadClockSource, loadEvents, standingColumns, standingOf } from '../case-events.ts';
import { sealWords } from '../case-words.ts';
import type { ActContext, Effect, Handlers } from './act-context.ts';
import { answerActs } from './acts/answer-acts.ts';
import { correctActs } from './acts/correct-act.ts';
import { courseActs } from './acts/course-acts.ts';
import { draftActs } from './acts/draft-acts.ts';
import { procedureActs } from './acts/procedure-acts.ts';
import { publicActs } from './acts/public-acts.ts';
import { actFactsOf, type OpenedCase, openCase, requireRight } from './opened-case.ts';

const handlers: Handlers<CaseActName> = {
  ...procedureActs,
  ...answerActs,
  ...draftActs,
  ...courseActs,
  ...publicActs,
  ...correctActs,
};

/** Throws `http.not-permitted`, `not-found`, `store.conflict` for a revision that is not the newest, or `cases.…`. */
export async function performAct(
  caseDesk: CaseDesk,
  id: string,
  revision: number,
  act: CaseAct,
  actor: Actor,
): Promise<void> {
  requireRight(actor, rightFor(act));
  await withCaseTransaction(caseDesk, async (inside) => {
    const opened = await openCase(inside, id, actor);
    refuseConflict(opened, revision);
    refuseClosed(opened, act.act);
    const context = { caseDesk: inside, opened, actor, today: chinaDate(inside.desk.now()) };
    await commit(context, act, await effectOf(context, act));
  });
}

function effectOf(context: ActContext, act: CaseAct): Effect | Promise<Effect> {
  // Each handler takes its own act; the table is typed so, but a lookup by a union is not.
  const handle = handlers[act.act] as (context: ActContext, act: CaseAct) => Effect | Promise<Effect>;
  return handle(context, act);
}

function refuseConflict({ row, events }: OpenedCase, revision: number): void {
  if (row.revision === revision) return;
  const details = { title: row.number, version: row.revision, who: events.at(-1)?.who ?? '' };
  throw new AppError('store.conflict', details);
}

function refuseClosed(opened: OpenedCase, name: CaseActName): void {
  const facts = actFactsOf(opened);
  if (isActOpen(name, facts)) return;
  throw new AppError(facts.isErased ? 'cases.erased' : whyClosed(opened, name));
}

const afterConfirmation: readonly CaseActName[] = ['ask-completion', 'consult', 'ask-extension'];

/** The reason people can do something about, where there is one. */
function whyClosed({ course, row }: OpenedCase, name: CaseActName): ErrorCode {
  const isOpen = ['received', 'accepted', 'consulting'].includes(course.state);
  if (isOpen && !course.isConfirmed && afterConfirmation.includes(name)) return 'cases.unconfirmed';
  if (isOpen && name === 'ask-completion') return 'cases.completion-once';
  if (isOpen && name === 'ask-extension')
    return course.extension === 'asked' ? 'cases.extension-waits' : 'cases.extension-once';
  if (name === 'publish' && course.reply !== null && row.may_publish === 0) return 'cases.no-consent';
  return 'cases.act-closed';
}

async function commit(context: ActContext, act: CaseAct, effect: Effect): Promise<void> {
  const { caseDesk, opened, actor } = context;
  const { desk, vault } = caseDesk;
  const { id, number } = opened.row;
  for (const event of effect.events) await addEvent(desk, vault, { id, key: opened.key }, event, actor.name);
  const standing = standingOf(await loadClockSource(desk.db), opened.row, await loadEvents(desk.db, id));
  await desk.db
    .updateTable('cases')
    .set({
      ...standingColumns(standing),
      ...effect.columns,
      ...sealedWords(context, effect),
      revision: opened.row.revision + 1,
      updated_at: instant(desk),
    })
    .where('id', '=', id)
    .execute();
  const details = { id, act: act.act, ...effect.details };
  await recordAudit(desk, { who: actor.name, action: 'case.act', subject: number, details });
}

function sealedWords({ caseDesk, opened }: ActContext, { words }: Effect) {
  if (words === undefined || opened.key === null || opened.words === null) return {};
  const all = { ...opened.words, ...words };
  return { sealed: sealWords(caseDesk.vault, opened.key, opened.row.id, all) };
}
