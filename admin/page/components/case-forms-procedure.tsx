// Forms of the steps of Art. 30–34: receipt, assignment, completion, consultation, extension.
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { useAgencies } from '../state/agencies.ts';
import type { ActOf } from '../state/case-act-drafts.ts';
import { useHandlers } from '../state/case-detail.ts';
import { today } from '../state/day.ts';
import { session } from '../state/session.ts';
import { ActDay, type ActFormProps, ActLine, ActPick, ActWords } from './case-form-parts.tsx';
import { SelectField } from './fields.tsx';
import { NumberField } from './number-field.tsx';
import { ProblemNotice } from './problem.tsx';

export function ConfirmForm({ draft, set, detail }: ActFormProps<ActOf<'confirm'>>) {
  return (
    <>
      <ActDay value={draft.on} min={detail.receivedOn} max={today()} onChange={(on) => set({ on })} />
      <ActWords label={t('act.remark')} value={draft.note} longest={500} onChange={(note) => set({ note })} />
    </>
  );
}

export function AssignForm({ draft, set }: ActFormProps<ActOf<'assign'>>) {
  const agencies = useAgencies();
  const own = session.value?.account.agencyId ?? null;
  const handlers = useHandlers(draft.agencyId);
  const known = (agencies.value ?? []).filter(({ id }) => own === null || id === own);
  return (
    <>
      {agencies.error !== null && <ProblemNotice error={agencies.error} retry={agencies.reload} />}
      <SelectField
        label={t('act.assign.agency')}
        value={draft.agencyId ?? ''}
        none={t('act.assign.noAgency')}
        options={known.map(({ id, name }) => [id, name] as const)}
        onChange={(id) => set({ agencyId: id === '' ? null : id, handler: null })}
      />
      <SelectField
        label={t('act.assign.handler')}
        value={draft.handler ?? ''}
        none={t('act.assign.noHandler')}
        options={(handlers.value ?? []).map(({ id, displayName }) => [id, displayName] as const)}
        onChange={(id) => set({ handler: id === '' ? null : id })}
      />
      {handlers.error !== null && <ProblemNotice error={handlers.error} retry={handlers.reload} />}
      {handlers.value?.length === 0 && <p class="secondary">{t('act.assign.handlersNone')}</p>}
      <ActWords label={t('act.remark')} value={draft.note} longest={500} onChange={(note) => set({ note })} />
    </>
  );
}

/** Asking late is possible, and said: it stays on record as a fault. */
function LateWarning({ detail, on }: { readonly detail: CaseDetail; readonly on: string }) {
  const { completionDue } = detail;
  if (completionDue === null || on <= completionDue) return null;
  return (
    <p class="notice notice-warn field-wide" role="alert">
      {t('act.ask-completion.late', { date: completionDue })}
    </p>
  );
}

export function AskCompletionForm({ draft, set, detail }: ActFormProps<ActOf<'ask-completion'>>) {
  return (
    <>
      <LateWarning detail={detail} on={draft.on} />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActDay
        label={t('act.ask-completion.until')}
        value={draft.until}
        min={draft.on}
        onChange={(until) => set({ until })}
      />
      <ActWords
        label={t('act.ask-completion.wanted')}
        value={draft.wanted}
        longest={2000}
        rows={5}
        isNeeded
        onChange={(wanted) => set({ wanted })}
      />
    </>
  );
}

export function CompleteForm({ draft, set }: ActFormProps<ActOf<'complete'>>) {
  return (
    <>
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActWords
        label={t('act.complete.content')}
        value={draft.content}
        longest={5000}
        rows={6}
        onChange={(content) => set({ content })}
      />
    </>
  );
}

const parties = ['third-party', 'joint-agency'] as const;

export function ConsultForm({ draft, set }: ActFormProps<ActOf<'consult'>>) {
  return (
    <>
      <ActPick
        label={t('act.consult.with')}
        value={draft.with}
        options={parties.map((one) => [one, t(`case.consult.${one}`)] as const)}
        onChange={(party) => set({ with: party })}
      />
      <ActLine
        label={t('act.consult.party')}
        value={draft.party}
        longest={120}
        isNeeded
        onChange={(party) => set({ party })}
      />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <div class="field">
        <label for="consult-reached">{t('act.consult.reachedOn')}</label>
        <input
          id="consult-reached"
          class="input"
          type="date"
          min={draft.on}
          value={draft.reachedOn ?? ''}
          onInput={(event) => set({ reachedOn: event.currentTarget.value || null })}
        />
      </div>
      <ActWords
        label={t('act.consult.question')}
        value={draft.question}
        longest={2000}
        rows={4}
        onChange={(question) => set({ question })}
      />
    </>
  );
}

const opinions = ['agrees', 'objects', 'silent'] as const;

export function ConsultedForm({ draft, set, detail }: ActFormProps<ActOf<'consulted'>>) {
  const open = detail.consultations.filter(({ answeredOn }) => answeredOn === null);
  return (
    <>
      <SelectField
        label={t('act.consult.party')}
        value={draft.party}
        isRequired
        options={open.map(({ party }) => [party, party] as const)}
        onChange={(party) => set({ party })}
      />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActPick
        label={t('act.consulted.opinion')}
        value={draft.opinion}
        options={opinions.map((one) => [one, t(`case.opinion.${one}`)] as const)}
        onChange={(opinion) => set({ opinion })}
      />
      <ActWords
        label={t('act.remark')}
        value={draft.note}
        longest={2000}
        onChange={(note) => set({ note })}
      />
    </>
  );
}

/** The most the law allows (Art. 33). */
const mostDays = 20;

export function AskExtensionForm({ draft, set }: ActFormProps<ActOf<'ask-extension'>>) {
  return (
    <>
      <NumberField
        label={t('act.ask-extension.days')}
        value={draft.workingDays}
        min={1}
        max={mostDays}
        onChange={(workingDays) => set({ workingDays })}
      />
      <ActWords
        label={t('act.reason')}
        value={draft.reason}
        longest={1000}
        rows={4}
        isNeeded
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}

export function DecideExtensionForm({ draft, set, detail }: ActFormProps<ActOf<'decide-extension'>>) {
  const asked = detail.events.findLast(({ kind }) => kind === 'extension-asked');
  const days = asked?.facts.workingDays ?? '';
  return (
    <>
      {asked !== undefined && (
        <p class="notice field-wide">
          {t('act.decide-extension.hint', { days: String(days), reason: asked.note })}
        </p>
      )}
      <ActPick
        label={t('act.decide-extension')}
        value={draft.isApproved ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((one) => [one, t(`act.decide-extension.${one}`)] as const)}
        onChange={(one) => set({ isApproved: one === 'yes' })}
      />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActWords label={t('act.remark')} value={draft.note} longest={500} onChange={(note) => set({ note })} />
    </>
  );
}
