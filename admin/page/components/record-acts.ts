// Every act on one record on its way to the public: how it asks, what it does, and how it is taken back.
import { instantOfLocalTime, localTimeOf } from '#shared/catalogue/shown-span.ts';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import type { RecordAct, RecordReview } from '#shared/protocol/workflow-api.ts';
import { formatTime, t } from '../i18n/index.ts';
import type { RecordReviewState } from '../state/record-review.ts';
import * as calls from '../state/review-calls.ts';
import type { Confirm } from './confirm.tsx';
import type { WordsDialog } from './words-dialog.tsx';

/** What an act needs to be done. */
export interface ActContext {
  readonly record: RecordDetail;
  readonly review: RecordReview;
  readonly state: RecordReviewState;
  readonly confirm: Confirm;
  readonly words: WordsDialog;
}

type Perform = (context: ActContext) => Promise<unknown>;

/** Reasons shorter than this say nothing to whoever reviews an emergency afterwards. */
const leastReason = 10;
const hourMs = 3_600_000;

const itemOf = ({ id, version }: RecordDetail) => ({ recordId: id, version });

/** The version under review; the newest one may be another. */
function reviewedItem({ record, review }: ActContext) {
  const open = review.reviews[0];
  return { recordId: record.id, version: open?.version ?? record.version };
}

/** The next full hour, by the clock of the hall. */
const nextHour = () => localTimeOf(new Date(Math.ceil((Date.now() + 1) / hourMs) * hourMs).toISOString());

async function submit({ record, review, words, state }: ActContext) {
  const steps = review.procedure.steps.map((step) => t(`stage.${step}`)).join(' → ');
  const answer = await words.ask({
    title: t('act.submit'),
    lead: t('act.submitLead', { steps }),
    label: t('act.note'),
    act: t('act.submit'),
  });
  if (answer === null) return;
  const items = [itemOf(record)];
  const undo = () => calls.recallVersions(items);
  return state.run(() => calls.submitVersions(items, answer.words), { said: 'act.submitDone', undo });
}

async function recall({ record, confirm, state, ...rest }: ActContext) {
  if (!(await confirm.ask(t('act.recallAsk'), t('act.recall')))) return;
  const item = reviewedItem({ record, confirm, state, ...rest });
  const undo = () => calls.submitVersions([item], '');
  const canSubmitAgain = item.version === record.version;
  return state.run(() => calls.recallVersions([item]), {
    said: 'act.recallDone',
    undo: canSubmitAgain ? undo : null,
  });
}

async function decide(decision: 'pass' | 'return', context: ActContext) {
  const { review, words, state } = context;
  const step = review.reviews[0]?.step ?? 'approval';
  const isApproval = step === 'approval';
  const act = decision === 'return' ? t('act.return') : t(isApproval ? 'act.passLast' : 'act.pass');
  const answer = await words.ask({
    title: `${act} · ${t(`stage.${step}`)}`,
    lead: t(decision === 'return' ? 'act.returnLead' : isApproval ? 'act.passLastLead' : 'act.passLead'),
    label: t('act.opinion'),
    least: decision === 'return' ? 1 : 0,
    act,
  });
  if (answer === null) return;
  const items = [reviewedItem(context)];
  return state.run(() => calls.decideVersions(items, decision, answer.words, step), {
    said: decision === 'return' ? 'act.returnDone' : 'act.passDone',
    undo: null,
  });
}

async function schedule({ record, words, state }: ActContext) {
  const answer = await words.ask({
    title: t('act.schedule'),
    lead: t('act.scheduleLead', { version: record.version }),
    timeLabel: t('act.scheduleAt'),
    time: nextHour(),
    act: t('act.schedule'),
  });
  const at = answer === null ? null : instantOfLocalTime(answer.time);
  if (at === null) return;
  return state.run(() => calls.scheduleVersion(record.id, record.version, at), {
    said: 'act.scheduleDone',
    undo: () => calls.unscheduleVersion(record.id),
  });
}

async function unschedule({ record, review, confirm, state }: ActContext) {
  const { scheduled } = review;
  const at = scheduled === null ? '' : formatTime(scheduled.at);
  if (!(await confirm.ask(t('act.unscheduleAsk', { at }), t('act.unschedule')))) return;
  const undo =
    scheduled === null ? null : () => calls.scheduleVersion(record.id, scheduled.version, scheduled.at);
  return state.run(() => calls.unscheduleVersion(record.id), { said: 'act.unscheduleDone', undo });
}

async function emergency({ record, words, state }: ActContext) {
  const answer = await words.ask({
    title: t('act.emergency'),
    lead: t('act.emergencyLead'),
    label: t('act.emergencyReason'),
    least: leastReason,
    act: t('act.emergencyAct'),
    isGrave: true,
  });
  if (answer === null) return;
  return state.run(() => calls.publishInEmergency(record.id, record.version, answer.words), {
    said: 'act.emergencyDone',
    undo: null,
  });
}

async function archive({ record, words, state }: ActContext) {
  const answer = await words.ask({
    title: t('act.archive'),
    lead: t('act.archiveLead'),
    label: t('act.reason'),
    act: t('act.archive'),
  });
  if (answer === null) return;
  return state.run(() => calls.archiveRecord(record.id, answer.words), {
    said: 'act.archiveDone',
    undo: () => calls.restoreRecord(record.id),
  });
}

async function supersede({ record, words, state }: ActContext) {
  const answer = await words.ask({
    title: t('act.supersede'),
    lead: t('act.supersedeLead'),
    recordLabel: t('act.successor'),
    butRecord: record.id,
    label: t('act.reason'),
    act: t('act.supersede'),
  });
  if (answer === null) return;
  return state.run(() => calls.supersedeRecord(record.id, answer.recordId, answer.words), {
    said: 'act.supersedeDone',
    undo: () => calls.restoreRecord(record.id),
  });
}

async function restore({ record, confirm, state }: ActContext) {
  if (!(await confirm.ask(t('act.restoreAsk'), t('act.restore')))) return;
  return state.run(() => calls.restoreRecord(record.id), { said: 'act.restoreDone', undo: null });
}

const onIds =
  (what: 'approve' | 'withdraw'): Perform =>
  async ({ record, confirm, state }) => {
    const question = t(`records.${what}Ask`, { count: 1 });
    if (!(await confirm.ask(question, t(`records.${what}`)))) return;
    return state.run(() => calls.actOnIds(what, [record.id]), null);
  };

/** `comment` has its own place beside the comments. */
export type ButtonAct = Exclude<RecordAct, 'comment'>;

export const performs: Readonly<Record<ButtonAct, Perform>> = {
  submit,
  recall,
  pass: (context) => decide('pass', context),
  return: (context) => decide('return', context),
  approve: onIds('approve'),
  schedule,
  unschedule,
  emergency,
  withdraw: onIds('withdraw'),
  archive,
  supersede,
  restore,
};
