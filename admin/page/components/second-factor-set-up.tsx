// Setting up an authenticator: the own password, the code to scan, six digits to prove it, the recovery codes.
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { recoveryCodesSchema, totpSetUpSchema } from '#shared/protocol/accounts-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { TextField } from './fields.tsx';
import { PasswordQuestion } from './password-question.tsx';
import { ProblemNotice } from './problem.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type SetUp = z.infer<typeof totpSetUpSchema>;

interface SecondFactorSetUpProps {
  /** The password where it was typed a moment ago; else it is asked for. */
  readonly password?: string;
  /** It is on, and the recovery codes are on the screen. */
  readonly onConfirmed?: () => void;
  readonly onDone: () => void;
}

const begin = (password: string) =>
  request('POST', '/account/second-factor', totpSetUpSchema, { body: { password } });

function Scan({
  setUp,
  onConfirmed,
}: {
  readonly setUp: SetUp;
  readonly onConfirmed: (c: string[]) => void;
}) {
  const [code, setCode] = useState('');
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { code: code.trim() };
    let codes: string[] = [];
    const isOn = await saving.save(async () => {
      ({ codes } = await request('POST', '/account/second-factor/confirm', recoveryCodesSchema, { body }));
    });
    if (isOn) onConfirmed(codes);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p>{t('factor.scan')}</p>
      <div class="scan">
        <QrCode text={setUp.uri} name={t('factor.qr')} />
        <p>
          <span class="secondary">{t('factor.secret')}</span>
          <br />
          <code class="secret-key">{setUp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </div>
      <TextField
        label={t('factor.code')}
        autocomplete="one-time-code"
        isRequired
        maxLength={8}
        value={code}
        onChange={(text) => setCode(text ?? '')}
      />
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button
          type="submit"
          class="button button-primary"
          disabled={saving.isBusy || code.replace(/\s/g, '').length !== 6}
        >
          {t('factor.confirm')}
        </button>
      </div>
    </form>
  );
}

export function SecondFactorSetUp({ password, onConfirmed, onDone }: SecondFactorSetUpProps) {
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const saving = useSaving();
  const start = (typed: string) => saving.save(async () => setSetUp(await begin(typed)));
  const show = (made: readonly string[]) => {
    setCodes(made);
    onConfirmed?.();
  };
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (setUp !== null) return <Scan setUp={setUp} onConfirmed={show} />;
  if (password === undefined)
    return <PasswordQuestion act={t('factor.continue')} onAnswer={start} saving={saving} />;
  return (
    <div class="stack">
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button
          type="button"
          class="button button-primary"
          disabled={saving.isBusy}
          onClick={() => start(password)}
        >
          {t('factor.begin')}
        </button>
      </div>
    </div>
  );
}
