// Where a link of invitation leads: whose it is, a password, and the offer of a second factor.
import { useEffect, useState } from 'preact/hooks';
import { acceptedSchema, type Invitation, invitationSchema } from '#shared/protocol/accounts-api.ts';
import { request } from '../api/client.ts';
import { TextField } from '../components/fields.tsx';
import { LanguageButton } from '../components/language-button.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { RoleTags } from '../components/role-tags.tsx';
import { SecondFactorSetUp } from '../components/second-factor-set-up.tsx';
import { formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { openSession, session } from '../state/session.ts';

const shortestPassword = 10;

/** The secret of the link: behind the #, so that it reaches no server's log. */
const tokenInAddress = () => location.hash.slice(1, 101);

/** The desk starts anew: it is another screen than this doorway. */
const toDesk = () => location.assign('/admin/');

function Head({ title }: { readonly title: string }) {
  useEffect(() => {
    document.title = t('app.titleOf', { place: title });
  }, [title]);
  return (
    <header>
      <img src="/icon.svg" alt="" />
      <h1>{title}</h1>
    </header>
  );
}

interface PasswordFormProps {
  readonly token: string;
  readonly invitation: Invitation;
  /** The password that was set, and whether it opened a session. */
  readonly onSet: (password: string, isSignedIn: boolean) => void;
}

function PasswordForm({ token, invitation, onSet }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const saving = useSaving();
  const { kind, name, displayName, roles, agencyName, expiresAt } = invitation;
  const isDifferent = again !== '' && again !== password;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { token, password };
    await saving.save(async () => {
      const opened = (await request('POST', '/invitations/accept', acceptedSchema, { body })).session;
      if (opened !== null) openSession(opened);
      onSet(password, opened !== null);
    });
  };
  const words = { person: displayName, name };
  return (
    <form class="card stack" onSubmit={submit}>
      <Head title={t(kind === 'invite' ? 'invite.titleInvite' : 'invite.titleReset')} />
      <p>{t(kind === 'invite' ? 'invite.leadInvite' : 'invite.leadReset', words)}</p>
      {kind === 'invite' && (
        <p class="row">
          <RoleTags roles={roles} />
          <span class="secondary">
            {t('invite.scope', { agency: agencyName ?? t('accounts.allAgencies') })}
          </span>
        </p>
      )}
      {/* Password managers keep the password under this name. */}
      <input
        class="visually-hidden"
        tabIndex={-1}
        autocomplete="username"
        readOnly
        value={name}
        aria-hidden="true"
      />
      <TextField
        label={t('invite.password')}
        type="password"
        autocomplete="new-password"
        isRequired
        maxLength={500}
        hint={t('invite.passwordHint')}
        value={password}
        onChange={(text) => setPassword(text ?? '')}
      />
      <TextField
        label={t('invite.again')}
        type="password"
        autocomplete="new-password"
        isRequired
        maxLength={500}
        value={again}
        onChange={(text) => setAgain(text ?? '')}
      />
      {isDifferent && <p class="fault-line">{t('invite.differs')}</p>}
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <button
        type="submit"
        class="button button-primary"
        disabled={saving.isBusy || password.length < shortestPassword || again !== password}
      >
        {t('invite.accept')}
      </button>
      <p class="secondary">{t('invite.until', { until: formatTime(expiresAt) })}</p>
      <div class="sign-in-foot">
        <LanguageButton look="button-quiet" />
      </div>
    </form>
  );
}

function Welcome({ password }: { readonly password: string }) {
  const [stage, setStage] = useState<'offer' | 'codes' | 'done'>('offer');
  const isRequired = session.value?.needsSecondFactor === true;
  return (
    <div class="card stack sign-in-card">
      <Head title={t('invite.done')} />
      {stage === 'offer' && <p>{t(isRequired ? 'factor.doorLead' : 'invite.factorOffer')}</p>}
      {stage !== 'done' && (
        <SecondFactorSetUp
          password={password}
          onConfirmed={() => setStage('codes')}
          onDone={() => setStage('done')}
        />
      )}
      {stage === 'done' && (
        <button type="button" class="button button-primary" onClick={toDesk}>
          {t('invite.start')}
        </button>
      )}
      {stage === 'offer' && !isRequired && (
        <button type="button" class="button button-quiet" onClick={toDesk}>
          {t('invite.later')}
        </button>
      )}
    </div>
  );
}

function ToDoor() {
  return (
    <div class="card stack sign-in-card">
      <Head title={t('invite.titleReset')} />
      <p>{t('invite.noSession')}</p>
      <button type="button" class="button button-primary" onClick={toDesk}>
        {t('invite.toDoor')}
      </button>
    </div>
  );
}

function NoInvitation({ error }: { readonly error: unknown }) {
  return (
    <div class="card stack sign-in-card">
      <Head title={t('app.name')} />
      {error === null ? <p>{t('invite.none')}</p> : <ProblemNotice error={error} />}
      <button type="button" class="button" onClick={toDesk}>
        {t('invite.toDoor')}
      </button>
    </div>
  );
}

export function Invite() {
  const [token] = useState(tokenInAddress);
  const [set, setSet] = useState<{ password: string; isSignedIn: boolean } | null>(null);
  const { value, error } = useLoaded(
    async (signal) => {
      const body = { token };
      return token === '' ? null : request('POST', '/invitations/look', invitationSchema, { body, signal });
    },
    [token],
  );
  const keep = (password: string, isSignedIn: boolean) => {
    // The link is spent: going back to this address should not show it again.
    history.replaceState(null, '', location.pathname);
    setSet({ password, isSignedIn });
  };
  return (
    <main class="sign-in">
      {set !== null && (set.isSignedIn ? <Welcome password={set.password} /> : <ToDoor />)}
      {set === null && value !== null && <PasswordForm token={token} invitation={value} onSet={keep} />}
      {set === null && value === null && (error !== null || token === '') && <NoInvitation error={error} />}
      {set === null && value === null && error === null && token !== '' && <Loading />}
    </main>
  );
}
