// The second step at the door: six digits of the authenticator, or a recovery code.
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { ProblemNotice } from './problem.tsx';

interface CodeStepProps {
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onCode: (code: string) => unknown;
  readonly onBack: () => void;
}

export function CodeStep({ isBusy, error, onCode, onBack }: CodeStepProps) {
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await onCode(code.trim());
    // A code that was refused never works later.
    setCode('');
    field.current?.focus();
  };
  return (
    <main class="sign-in">
      <form class="card stack" onSubmit={submit}>
        <header>
          <img src="/icon.svg" alt="" />
          <h1>{t('factor.title')}</h1>
          <p class="secondary">{t('signIn.codeLead')}</p>
        </header>
        {error !== null && <ProblemNotice error={error} />}
        <div class="field">
          <label for="sign-in-code">{t('signIn.code')}</label>
          <input
            id="sign-in-code"
            ref={field}
            class="input"
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            maxLength={40}
            required
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </div>
        <button type="submit" class="button button-primary" disabled={isBusy}>
          {isBusy ? t('signIn.submitting') : t('signIn.codeSubmit')}
        </button>
        <div class="sign-in-foot">
          <button type="button" class="button button-quiet" onClick={onBack}>
            {t('signIn.back')}
          </button>
        </div>
      </form>
    </main>
  );
}
