// The door of the desk: name and password, the code of a second factor, or single sign-on where it is in use.
import { useEffect, useState } from 'preact/hooks';
import { signInOptionsSchema } from '#shared/protocol/accounts-api.ts';
import { RequestError, request } from '../api/client.ts';
import { CodeStep } from '../components/code-step.tsx';
import { LanguageButton } from '../components/language-button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReturnedProblem } from '../components/returned-problem.tsx';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { hasSessionEnded, signIn } from '../state/session.ts';

/** Where the browser goes to be led to the identity provider. */
const singleSignOnPath = '/api/single-sign-on';

function SingleSignOn() {
  const { value } = useLoaded(
    (signal) => request('GET', '/session/options', signInOptionsSchema, { signal }),
    [],
  );
  if (!value?.singleSignOn) return null;
  return (
    <>
      <p class="sign-in-or secondary">{t('signIn.or')}</p>
      <a class="button" href={singleSignOnPath}>
        {value.singleSignOn.label}
      </a>
    </>
  );
}

const asksForCode = (error: unknown) =>
  error instanceof RequestError && error.problem.code === 'accounts.code-needed';

export function SignIn() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    document.title = t('app.titleOf', { place: t('signIn.submit') });
  });

  const attempt = async (code?: string) => {
    setBusy(true);
    setError(null);
    try {
      await signIn(name.trim(), password, code);
    } catch (failure) {
      if (asksForCode(failure)) setNeedsCode(true);
      else setError(failure);
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    return attempt();
  };
  const startAgain = () => {
    setNeedsCode(false);
    setPassword('');
    setError(null);
  };
  if (needsCode) return <CodeStep isBusy={isBusy} error={error} onCode={attempt} onBack={startAgain} />;
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
        {error !== null ? <ProblemNotice error={error} /> : <ReturnedProblem />}
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
        <SingleSignOn />
        <p class="secondary">{t('signIn.firstTime')}</p>
        <div class="sign-in-foot">
          <LanguageButton look="button-quiet" />
        </div>
      </form>
    </main>
  );
}
