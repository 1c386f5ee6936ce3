// What is done with a consultation beside sorting: changing it, moving its end, and drafting its results.
import { useState } from 'preact/hooks';
import {
  type ConsultationDetail,
  type ConsultationPlan,
  consultationDetailSchema,
  resultDraftSchema,
} from '#shared/protocol/consultations-api.ts';
import { request } from '../api/client.ts';
import { type ConsultationKey, ct } from '../i18n/consultation-words.ts';
import { t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import type { Confirm } from './confirm.tsx';
import { ConsultationForm } from './consultation-form.tsx';
import { TextField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';

interface ActProps {
  readonly detail: ConsultationDetail;
  readonly onChanged: (detail: ConsultationDetail) => void;
}

function ChangeForm({ detail, onChanged, onClose }: ActProps & { readonly onClose: () => void }) {
  const saving = useSaving();
  const submit = async (plan: ConsultationPlan) => {
    const body = { ...plan, revision: detail.revision };
    const path = `/consultations/${detail.row.id}`;
    const isSaved = await saving.save(async () =>
      onChanged(await request('PUT', path, consultationDetailSchema, { body })),
    );
    if (isSaved) onClose();
  };
  return (
    <ConsultationForm
      plan={detail.plan}
      isKindFixed
      act={ct('save')}
      saving={saving}
      onSubmit={submit}
      onCancel={onClose}
    />
  );
}

function EndForm({ detail, onChanged, onClose }: ActProps & { readonly onClose: () => void }) {
  const saving = useSaving();
  const [endsOn, setEnd] = useState(detail.plan.endsOn);
  const [reason, setReason] = useState('');
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { revision: detail.revision, endsOn, reason };
    const path = `/consultations/${detail.row.id}/end`;
    const isSaved = await saving.save(async () =>
      onChanged(await request('POST', path, consultationDetailSchema, { body })),
    );
    if (isSaved) onClose();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p class="secondary">{ct('endLead')}</p>
      <div class="form-grid">
        <TextField
          label={ct('newEnd')}
          type="date"
          isRequired
          value={endsOn}
          onChange={(day) => setEnd(day ?? '')}
        />
        <TextField
          label={ct('reason')}
          isRequired
          value={reason}
          maxLength={500}
          onChange={(words) => setReason(words ?? '')}
        />
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy}>
          {ct('endSave')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  );
}

/** Changing and moving the end: one form at a time, each a new version of the notice. */
export function PlanActs(props: ActProps) {
  const [open, setOpen] = useState<'change' | 'end' | null>(null);
  const offered = (['change', 'end'] as const).filter((act) => props.detail.mayDo.includes(act));
  if (offered.length === 0) return null;
  const onClose = () => setOpen(null);
  if (open === null) {
    return (
      <div class="row">
        {offered.map((act) => (
          <button key={act} type="button" class="button" onClick={() => setOpen(act)}>
            {ct(act)}
          </button>
        ))}
      </div>
    );
  }
  return (
    <section class="card stack" aria-label={ct(open)}>
      <h2>{ct(open)}</h2>
      {open === 'change' ? (
        <ChangeForm {...props} onClose={onClose} />
      ) : (
        <EndForm {...props} onClose={onClose} />
      )}
    </section>
  );
}

interface ResultProps extends ActProps {
  readonly confirm: Confirm;
  readonly which: 'summary' | 'participants';
}

const words = {
  summary: { draft: 'summaryDraft', public: 'summaryPublic', open: 'toSummary' },
  participants: { draft: 'participantsDraft', public: 'participantsPublic', open: 'toParticipants' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ConsultationKey>>>>;

function ResultLine({ detail, which, confirm, onChanged }: ResultProps) {
  const saving = useSaving();
  const { id, state } = detail[which];
  const path = `/consultations/${detail.row.id}`;
  const draft = async () => {
    if (state === 'draft' && !(await confirm.ask(ct('againAsk'), ct('summaryAgain')))) return;
    await saving.save(async () => {
      const address = which === 'summary' ? `${path}/summary` : `${path}/participants-notice`;
      await request('POST', address, resultDraftSchema);
      onChanged(await request('GET', path, consultationDetailSchema));
    });
  };
  const mayDraft = detail.mayDo.includes(which) && state !== 'public';
  return (
    <div class="stack">
      <div class="row">
        {state !== 'none' && <span>{ct(words[which][state])}</span>}
        {state !== 'none' && (
          <a class="button" href={`/admin/records/${id}`}>
            {ct(words[which].open)}
          </a>
        )}
        {mayDraft && (
          <button
            type="button"
            class={`button ${state === 'none' ? 'button-primary' : ''}`}
            disabled={saving.isBusy}
            onClick={draft}
          >
            {ct(state === 'none' ? which : 'summaryAgain')}
          </button>
        )}
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
    </div>
  );
}

export function ResultCard(props: Omit<ResultProps, 'which'>) {
  const { detail } = props;
  const { kind, state } = detail.row;
  const unsorted = kind === 'hearing' ? 0 : detail.byPoint.reduce((sum, one) => sum + one.unsorted, 0);
  if (state === 'draft') return null;
  const isOver = state === 'closed' || state === 'summarised';
  return (
    <section class="card stack" aria-labelledby="consult-result">
      <h2 id="consult-result">{ct('result')}</h2>
      <p class="secondary">{isOver ? ct('resultLead') : ct('resultOpen')}</p>
      {isOver && unsorted > 0 && (
        <p class="notice notice-warn">{ct('resultUnsorted', { count: unsorted })}</p>
      )}
      {isOver && kind === 'hearing' && <ResultLine {...props} which="participants" />}
      {isOver && <ResultLine {...props} which="summary" />}
    </section>
  );
}
