// The door of the desk.
import { useEffect, useState } from 'preact/hooks';
import { LanguageButton } from '../components/language-button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { t } from '../i18n/index.ts';
import { hasSessionEnded, signIn } from '../state/session.ts';

export function SignIn() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    document.title = t('app.titleOf', { place: t('signIn.submit') });
  });

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await signIn(name.trim(), password);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <main class="sign-in">
      <form class="card stack" onSubmit={submit}>
        <header>
          <img src="/icon.svg" alt="" />
          <h1>{t('signIn.title')}</h1>
          <p class="secondary">{t('signIn.lead')}</p>
        </header>
        {hasSessionEnded.value && error === null && (
          <p class="notice notice-warn" role="status">
            {t('signIn.ended')}
          </p>
        )}
        {error !== null && <ProblemNotice error={error} />}
        <div class="field">
          <label for="sign-in-name">{t('signIn.name')}</label>
          <input
            id="sign-in-name"
            class="input"
            autocomplete="username"
            required
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="sign-in-password">{t('signIn.password')}</label>
          <input
            id="sign-in-password"
            class="input"
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button button-primary" disabled={isBusy}>
          {isBusy ? t('signIn.submitting') : t('signIn.submit')}
        </button>
        <p class="secondary">{t('signIn.firstTime')}</p>
        <div class="sign-in-foot">
          <LanguageButton look="button-quiet" />
        </div>
      </form>
    </main>
  );
}
