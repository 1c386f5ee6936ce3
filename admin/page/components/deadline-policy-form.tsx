// How many working days count where the words of a rule leave it open.
import { useState } from 'preact/hooks';
import { type DeadlinePolicy, mostPolicyDays } from '#shared/calendar/rule-due.ts';
import { nothing, request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { TextField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

const fields = [
  ['defaultWorkingDays', 1],
  ['atOnceWorkingDays', 0],
  ['periodWorkingDays', 0],
  ['soonWorkingDays', 1],
] as const;

export function DeadlinePolicyForm({ stored }: { readonly stored: DeadlinePolicy }) {
  const [saved, setSaved] = useState(stored);
  const [policy, setPolicy] = useState(stored);
  const saving = useSaving();
  const isSound = fields.every(([key, least]) => {
    const days = policy[key];
    return Number.isInteger(days) && days >= least && days <= mostPolicyDays;
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = policy;
    if (await saving.save(() => request('PUT', '/deadlines/policy', nothing, { body }))) setSaved(body);
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('policy.title')}</h2>
      {fields.map(([key]) => (
        <TextField
          key={key}
          label={t(`policy.${key}`)}
          type="number"
          hint={t('policy.unit')}
          value={Number.isNaN(policy[key]) ? '' : String(policy[key])}
          onChange={(text) => {
            setPolicy({ ...policy, [key]: Number.parseInt(text ?? '', 10) });
            saving.reset();
          }}
        />
      ))}
      <SaveOutcome saving={saving} />
      <div class="row">
        <button
          type="submit"
          class="button button-primary"
          disabled={!isSound || saving.isBusy || isSameValue(policy, saved) || !may('deadlines.write')}
        >
          {t('app.save')}
        </button>
      </div>
    </form>
  );
}
