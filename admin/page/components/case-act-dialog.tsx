// One act on a case in its own dialog: what it does, its form, and how it went; what was typed is not lost.
import type { FunctionComponent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { CaseAct, CaseActName, CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { type CaseWordKey, t } from '../i18n/case-words.ts';
import { type ActOf, draftOf, isTyped } from '../state/case-act-drafts.ts';
import type { CaseWork } from '../state/case-detail.ts';
import { keepAct, keptAct } from '../state/case-drafts.ts';
import { today } from '../state/day.ts';
import { useSaving } from '../state/saving.ts';
import { DecideDraftForm, SendDraftForm } from './case-form-draft.tsx';
import type { ActFormProps } from './case-form-parts.tsx';
import { DraftReplyForm, ReplyForm } from './case-form-reply.tsx';
import { AnswerForm, DeliverForm, MakeContentForm, PublishForm, RectifyForm } from './case-forms-answer.tsx';
import {
  CorrectForm,
  DayForm,
  DisputeForm,
  FeeForm,
  MergeForm,
  MoveForm,
  NoteForm,
  ReasonForm,
  WithdrawForm,
} from './case-forms-course.tsx';
import {
  AskCompletionForm,
  AskExtensionForm,
  AssignForm,
  CompleteForm,
  ConfirmForm,
  ConsultedForm,
  ConsultForm,
  DecideExtensionForm,
} from './case-forms-procedure.tsx';
import { ProblemNotice } from './problem.tsx';

type Forms = { readonly [N in CaseActName]: FunctionComponent<ActFormProps<ActOf<N>>> };

const forms: Forms = {
  confirm: ConfirmForm,
  assign: AssignForm,
  'ask-completion': AskCompletionForm,
  complete: CompleteForm,
  consult: ConsultForm,
  consulted: ConsultedForm,
  'ask-extension': AskExtensionForm,
  'decide-extension': DecideExtensionForm,
  fee: FeeForm,
  'fee-paid': DayForm as FunctionComponent<ActFormProps<ActOf<'fee-paid'>>>,
  move: MoveForm,
  merge: MergeForm,
  reply: ReplyForm,
  'draft-reply': DraftReplyForm,
  'decide-draft': DecideDraftForm,
  'send-draft': SendDraftForm,
  deliver: DeliverForm,
  answer: AnswerForm,
  rectify: RectifyForm,
  publish: PublishForm,
  unpublish: ReasonForm as FunctionComponent<ActFormProps<ActOf<'unpublish'>>>,
  'make-content': MakeContentForm,
  dispute: DisputeForm,
  correct: CorrectForm,
  note: NoteForm,
  withdraw: WithdrawForm,
  close: DayForm as FunctionComponent<ActFormProps<ActOf<'close'>>>,
  reopen: ReasonForm as FunctionComponent<ActFormProps<ActOf<'reopen'>>>,
};

/** Acts whose forms need room. */
const wide: readonly CaseActName[] = [
  'fee',
  'reply',
  'draft-reply',
  'decide-draft',
  'send-draft',
  'answer',
  'publish',
  'make-content',
  'correct',
  'consult',
];

const hints: Readonly<Partial<Record<CaseActName, CaseWordKey>>> = {
  confirm: 'act.confirm.hint',
  assign: 'act.assign.hint',
  'ask-completion': 'act.ask-completion.hint',
  complete: 'act.complete.hint',
  consult: 'act.consult.hint',
  consulted: 'act.consulted.hint',
  'ask-extension': 'act.ask-extension.hint',
  'decide-extension': 'act.decide-extension.own',
  fee: 'act.fee.hint',
  move: 'act.move.hint',
  merge: 'act.merge.hint',
  reply: 'act.reply.hint',
  'draft-reply': 'act.draft-reply.hint',
  'decide-draft': 'act.decide-draft.hint',
  'send-draft': 'act.send-draft.hint',
  answer: 'act.answer.hint',
  rectify: 'act.rectify.hint',
  publish: 'act.publish.hint',
  'make-content': 'act.make-content.hint',
  correct: 'act.correct.hint',
  note: 'act.note.hint',
  withdraw: 'act.withdraw.hint',
  close: 'act.close.hint',
  reopen: 'act.reopen.hint',
};

/** Somebody was faster: who, with what, and whether this can still be done. */
function Overtaken({ work, act }: { readonly work: CaseWork; readonly act: CaseActName }) {
  const latest = work.overtakenBy.at(-1);
  if (latest === undefined) return null;
  const isStillOpen = work.detail?.acts.includes(act) ?? false;
  return (
    <div class="notice notice-warn" role="alert">
      <p>
        {t('act.overtaken', { who: latest.who, what: t(`case.event.${latest.kind}`) })}{' '}
        {!isStillOpen && t('act.overtakenClosed')}
      </p>
    </div>
  );
}

interface CaseActDialogProps {
  readonly name: CaseActName;
  readonly detail: CaseDetail;
  readonly work: CaseWork;
  /** What the form opens with, where it was chosen outside it. */
  readonly preset?: CaseAct | undefined;
  readonly onDone: (name: CaseActName) => void;
  readonly onClose: () => void;
}

export function CaseActDialog({ name, detail, work, preset, onDone, onClose }: CaseActDialogProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const opened = useRef(detail);
  const saving = useSaving();
  const kept = keptAct(detail.id, name);
  const wasKept = useRef(kept !== null && preset === undefined);
  const draft = kept ?? preset ?? draftOf(name, detail, today());
  useEffect(() => element.current?.showModal(), []);
  const set = (change: Partial<CaseAct>) => {
    const before = keptAct(detail.id, name) ?? draft;
    const next = { ...before, ...change } as CaseAct;
    keepAct(detail.id, name, isTyped(next, opened.current, today()) ? next : null);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await saving.save(async () => {
      if ((await work.act(keptAct(detail.id, name) ?? draft)) === 'overtaken') return;
      keepAct(detail.id, name, null);
      onDone(name);
    });
  };
  const close = () => {
    work.dismissOvertaken();
    onClose();
  };
  const Form = forms[name] as FunctionComponent<ActFormProps<CaseAct>>;
  const hint = hints[name];
  const isGone = work.overtakenBy.length > 0 && !detail.acts.includes(name);
  return (
    <dialog
      ref={element}
      class={`dialog case-dialog${wide.includes(name) ? ' dialog-wide' : ''}`}
      aria-labelledby={id}
      onClose={close}
    >
      <form class="stack" onSubmit={submit}>
        <h2 id={id}>{t(`act.${name}`)}</h2>
        {hint !== undefined && <p class="secondary">{t(hint)}</p>}
        {wasKept.current && kept !== null && (
          <p class="notice row">
            <span>{t('act.kept')}</span>
            <button type="button" class="button button-small" onClick={() => keepAct(detail.id, name, null)}>
              {t('act.forget')}
            </button>
          </p>
        )}
        <Overtaken work={work} act={name} />
        <div class="case-form">
          <Form draft={draft} set={set} detail={detail} refresh={work.refresh} />
        </div>
        <div class="case-dialog-foot">
          {saving.error !== null && <ProblemNotice error={saving.error} />}
          <div class="dialog-acts">
            <button type="button" class="button" onClick={() => element.current?.close()}>
              {t('act.cancel')}
            </button>
            <button type="submit" class="button button-primary" disabled={saving.isBusy || isGone}>
              {t(`act.${name}`)}
            </button>
          </div>
        </div>
      </form>
    </dialog>
  );
}
