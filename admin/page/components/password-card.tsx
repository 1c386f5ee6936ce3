// Changes this account's password.
import { useState } from 'preact/hooks';
import { nothing, request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { TextField } from './fields.tsx';
import { SaveOutcome } from './save-outcome.tsx';

/** The shortest password the hub takes. */
const minLength = 10;

export function PasswordCard() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { current, next };
    if (await saving.save(() => request('POST', '/account/password', nothing, { body }))) {
      setCurrent('');
      setNext('');
    }
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('settings.password')}</h2>
      <TextField
        label={t('settings.currentPassword')}
        type="password"
        autocomplete="current-password"
        isRequired
        maxLength={500}
        value={current}
        onChange={(text) => setCurrent(text ?? '')}
      />
      <TextField
        label={t('settings.nextPassword')}
        type="password"
        autocomplete="new-password"
        isRequired
        maxLength={500}
        hint={t('settings.passwordHint')}
        value={next}
        onChange={(text) => setNext(text ?? '')}
      />
      <SaveOutcome saving={saving} />
      <div class="row">
        <button
          type="submit"
          class="button"
          disabled={saving.isBusy || next.length < minLength || current === ''}
        >
          {t('settings.changePassword')}
        </button>
      </div>
    </form>
  );
}
