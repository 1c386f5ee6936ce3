// Asks for the own password before an act that would help whoever sits at a desk left open.
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { Saving } from '../state/saving.ts';
import { TextField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';

interface PasswordQuestionProps {
  /** What the button does. */
  readonly act: string;
  readonly onAnswer: (password: string) => unknown;
  readonly saving: Saving;
  readonly onCancel?: () => void;
}

export function PasswordQuestion({ act, onAnswer, saving, onCancel }: PasswordQuestionProps) {
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onAnswer(password);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={t('factor.password')}
        type="password"
        autocomplete="current-password"
        isRequired
        maxLength={500}
        value={password}
        onChange={(text) => setPassword(text ?? '')}
      />
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy || password === ''}>
          {act}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t('app.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
