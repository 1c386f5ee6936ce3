// The settings of accounts: who must use a second factor, and single sign-on.
import { useState } from 'preact/hooks';
import {
  type AccountSettings,
  accountSettingsSchema,
  isIssuerAddress,
  type SingleSignOn,
  triedIssuerSchema,
} from '#shared/protocol/accounts-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { FlagField, TextField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';
import { RoleChoice } from './role-choice.tsx';
import { SaveOutcome } from './save-outcome.tsx';

const blank = (): SingleSignOn => ({
  isOn: false,
  issuer: '',
  clientId: '',
  claim: 'preferred_username',
  label: t('accounts.ssoLabelDefault'),
});

const isUntouched = ({ isOn, issuer, clientId }: SingleSignOn) => !isOn && issuer === '' && clientId === '';

const isComplete = ({ issuer, clientId, claim, label }: SingleSignOn) =>
  isIssuerAddress(issuer.trim()) && [clientId, claim, label].every((text) => text.trim() !== '');

/** Asks the issuer before anybody depends on it. */
function TryIssuer({ issuer }: { readonly issuer: string }) {
  const [page, setPage] = useState<string | null>(null);
  const saving = useSaving();
  const attempt = () => {
    setPage(null);
    return saving.save(async () => {
      const body = { issuer: issuer.trim() };
      setPage((await request('POST', '/account-settings/try', triedIssuerSchema, { body })).signInPage);
    });
  };
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={saving.isBusy || !isIssuerAddress(issuer.trim())}
          onClick={attempt}
        >
          {t('accounts.ssoTry')}
        </button>
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      {page !== null && (
        <p class="notice notice-good account-link" role="status">
          {t('accounts.ssoTried', { page })}
        </p>
      )}
    </>
  );
}

interface SingleSignOnFieldsProps {
  readonly value: SingleSignOn;
  readonly hasSecret: boolean;
  readonly secret: string;
  readonly onChange: (part: Partial<SingleSignOn>) => void;
  readonly onSecret: (secret: string) => void;
}

const fields = [
  { key: 'clientId', words: 'accounts.ssoClientId', max: 300 },
  { key: 'claim', words: 'accounts.ssoClaim', max: 100, hint: 'accounts.ssoClaimHint' },
  { key: 'label', words: 'accounts.ssoLabel', max: 40 },
] as const;

function SingleSignOnFields({ value, hasSecret, secret, onChange, onSecret }: SingleSignOnFieldsProps) {
  return (
    <>
      <FlagField label={t('accounts.ssoOn')} isOn={value.isOn} onChange={(isOn) => onChange({ isOn })} />
      <TextField
        label={t('accounts.ssoIssuer')}
        hint={t('accounts.ssoIssuerHint')}
        maxLength={500}
        value={value.issuer}
        onChange={(text) => onChange({ issuer: text ?? '' })}
      />
      <TryIssuer issuer={value.issuer} />
      {fields.map(({ key, words, max, ...more }) => (
        <TextField
          key={key}
          label={t(words)}
          maxLength={max}
          {...('hint' in more ? { hint: t(more.hint) } : {})}
          value={value[key]}
          onChange={(text) => onChange({ [key]: text ?? '' })}
        />
      ))}
      <TextField
        label={t('accounts.ssoSecret')}
        hint={t(hasSecret ? 'accounts.ssoSecretKept' : 'accounts.ssoSecretHint')}
        type="password"
        autocomplete="off"
        maxLength={500}
        value={secret}
        onChange={(text) => onSecret(text ?? '')}
      />
      <p class="secondary">
        {t('accounts.ssoReturn')}
        <br />
        <code class="account-link">{`${location.origin}/api/single-sign-on/return`}</code>
      </p>
    </>
  );
}

export function AccountSettingsForm({ stored }: { readonly stored: AccountSettings }) {
  const [settings, setSettings] = useState(stored);
  const [secret, setSecret] = useState('');
  const saving = useSaving();
  const singleSignOn = settings.singleSignOn ?? blank();
  const isReady = isUntouched(singleSignOn) || isComplete(singleSignOn);
  const change = (part: Partial<AccountSettings>) => {
    setSettings({ ...settings, ...part });
    saving.reset();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = {
      secondFactorRoles: settings.secondFactorRoles,
      singleSignOn: isUntouched(singleSignOn) ? null : singleSignOn,
      ...(secret === '' ? {} : { clientSecret: secret }),
    };
    await saving.save(async () => {
      setSettings(await request('PUT', '/account-settings', accountSettingsSchema, { body }));
      setSecret('');
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <div class="columns columns-two">
        <section class="card stack">
          <RoleChoice
            legend={t('accounts.factorSettings')}
            hint={t('accounts.factorSettingsLead')}
            value={settings.secondFactorRoles}
            onChange={(secondFactorRoles) => change({ secondFactorRoles })}
          />
        </section>
        <section class="card stack" aria-labelledby="single-sign-on">
          <h2 id="single-sign-on">{t('accounts.sso')}</h2>
          <p class="secondary">{t('accounts.ssoLead')}</p>
          <SingleSignOnFields
            value={singleSignOn}
            hasSecret={settings.hasClientSecret}
            secret={secret}
            onChange={(part) => change({ singleSignOn: { ...singleSignOn, ...part } })}
            onSecret={(text) => {
              setSecret(text);
              saving.reset();
            }}
          />
          {!isReady && <p class="secondary">{t('accounts.ssoIncomplete')}</p>}
        </section>
      </div>
      <SaveOutcome saving={saving} />
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy || !isReady}>
          {t('accounts.saveSettings')}
        </button>
      </div>
    </form>
  );
}
