// The second factor of this account: off with a way to set it up, or on with its recovery codes and a way out.
import { ShieldCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { recoveryCodesSchema, type SecondFactor, secondFactorSchema } from '#shared/protocol/accounts-api.ts';
import { nothing, request } from '../api/client.ts';
import { formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { Icon } from './icon.tsx';
import { PasswordQuestion } from './password-question.tsx';
import { ProblemNotice } from './problem.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorSetUp } from './second-factor-set-up.tsx';

/** Below this many recovery codes it is time for new ones. */
const few = 3;

type Step = 'none' | 'set-up' | 'renew' | 'off';

function Off({ factor, onBegin }: { readonly factor: SecondFactor; readonly onBegin: () => void }) {
  return (
    <>
      <p>{t('factor.off')}</p>
      {factor.isRequired && <p class="notice notice-warn">{t('factor.required')}</p>}
      <div class="row">
        <button type="button" class="button" onClick={onBegin}>
          {t('factor.begin')}
        </button>
      </div>
    </>
  );
}

function On({ factor, onStep }: { readonly factor: SecondFactor; readonly onStep: (step: Step) => void }) {
  const { since, recoveryCodesLeft: left, isRequired } = factor;
  return (
    <>
      <p class="row">
        <Icon node={ShieldCheck} /> {t('factor.on', { since: formatTime(since ?? ''), left })}
      </p>
      {left < few && <p class="notice notice-warn">{t('factor.fewLeft')}</p>}
      <div class="row">
        <button type="button" class="button" onClick={() => onStep('renew')}>
          {t('factor.renew')}
        </button>
        {isRequired ? (
          <span class="secondary">{t('factor.required')}</span>
        ) : (
          <button type="button" class="button button-danger" onClick={() => onStep('off')}>
            {t('factor.turnOff')}
          </button>
        )}
      </div>
    </>
  );
}

export function SecondFactorCard() {
  const { value, error, reload } = useLoaded(
    (signal) => request('GET', '/account/second-factor', secondFactorSchema, { signal }),
    [],
  );
  const [step, setStep] = useState<Step>('none');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const saving = useSaving();
  const finish = () => {
    setStep('none');
    setCodes(null);
    saving.reset();
    reload();
  };
  const renew = (password: string) =>
    saving.save(async () => {
      const body = { password };
      setCodes(
        (await request('POST', '/account/second-factor/recovery', recoveryCodesSchema, { body })).codes,
      );
    });
  const turnOff = async (password: string) => {
    const body = { password };
    if (await saving.save(() => request('POST', '/account/second-factor/off', nothing, { body }))) finish();
  };
  return (
    <section class="card stack" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('factor.title')}</h2>
      {error !== null && <ProblemNotice error={error} retry={reload} />}
      {codes !== null && <RecoveryCodes codes={codes} onDone={finish} />}
      {value !== null && codes === null && (
        <>
          {step === 'none' && !value.isOn && <Off factor={value} onBegin={() => setStep('set-up')} />}
          {step === 'none' && value.isOn && <On factor={value} onStep={setStep} />}
          {step === 'set-up' && <SecondFactorSetUp onDone={finish} />}
          {step === 'renew' && (
            <PasswordQuestion act={t('factor.renew')} saving={saving} onAnswer={renew} onCancel={finish} />
          )}
          {step === 'off' && (
            <PasswordQuestion
              act={t('factor.turnOffAct')}
              saving={saving}
              onAnswer={turnOff}
              onCancel={finish}
            />
          )}
        </>
      )}
    </section>
  );
}
