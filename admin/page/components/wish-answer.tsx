// Says what becomes of a group of wishes: noted, given to an agency with a matter, or public already.
import { useState } from 'preact/hooks';
import { type WishAnswer, type WishGroup, type WishState, wishStates } from '#shared/protocol/voice-api.ts';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useSaving } from '../state/saving.ts';
import { answerWish } from '../state/voice.ts';
import { SelectField, TextField } from './fields.tsx';
import { MatterField } from './matter-field.tsx';
import { ProblemNotice } from './problem.tsx';
import { RecordField } from './record-field.tsx';

type Draft = Omit<WishAnswer, 'key'>;

function draftOf({ state, agencyId, matterId, dueOn, recordId, note }: WishGroup): Draft {
  return { state: state === 'open' ? 'noted' : state, agencyId, matterId, dueOn, recordId, note };
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function TaskFields({ draft, onChange }: PartProps) {
  const agencies = useAgencies();
  return (
    <>
      <SelectField
        label={t('voice.taskAgency')}
        value={draft.agencyId ?? ''}
        none={t('voice.choose')}
        isRequired
        options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
        onChange={(agencyId) => onChange({ agencyId: agencyId || null })}
      />
      <TextField
        label={t('voice.dueOn')}
        type="date"
        value={draft.dueOn ?? ''}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      <MatterField value={draft.matterId} onChange={(matterId) => onChange({ matterId })} />
    </>
  );
}

interface WishAnswerFormProps {
  readonly wish: WishGroup;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function WishAnswerForm({ wish, onDone, onClose }: WishAnswerFormProps) {
  const [draft, setDraft] = useState(() => draftOf(wish));
  const saving = useSaving();
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const isReady =
    (draft.state !== 'tasked' || draft.agencyId !== null) &&
    (draft.state !== 'disclosed' || draft.recordId !== null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isReady && (await saving.save(() => answerWish({ ...draft, key: wish.key })))) onDone();
  };
  return (
    <form class="wish-form stack" onSubmit={submit}>
      <fieldset class="segments" aria-label={t('voice.answerTo', { title: wish.title })}>
        {wishStates
          .filter((state) => state !== 'open' || wish.state !== 'open')
          .map((state: WishState) => (
            <button
              key={state}
              type="button"
              class="segment"
              aria-pressed={draft.state === state}
              onClick={() => change({ state })}
            >
              {t(`voice.do.${state}`)}
            </button>
          ))}
      </fieldset>
      <p class="secondary">{t(`voice.does.${draft.state}`)}</p>
      <div class="form-grid">
        {draft.state === 'tasked' && <TaskFields draft={draft} onChange={change} />}
        {draft.state === 'disclosed' && (
          <RecordField
            label={t('voice.disclosedAs')}
            hint={t('voice.disclosedHint')}
            none={t('voice.recordNone')}
            remove={t('voice.recordRemove')}
            value={draft.recordId}
            onChange={(recordId) => change({ recordId })}
          />
        )}
        {draft.state !== 'open' && (
          <TextField
            label={t('voice.note')}
            isLong
            rows={2}
            maxLength={500}
            value={draft.note}
            onChange={(note) => change({ note: note ?? '' })}
          />
        )}
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={!isReady || saving.isBusy}>
          {t('app.save')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  );
}
