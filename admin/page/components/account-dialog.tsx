// Invites somebody, or changes one account: what it is called, its roles, its agency, and the acts on it.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type AccountInvite,
  type IssuedLink,
  issuedLinkSchema,
  type ListedAccount,
  listedAccountSchema,
} from '#shared/protocol/accounts-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useSaving } from '../state/saving.ts';
import { session } from '../state/session.ts';
import { AccountActs } from './account-acts.tsx';
import { DialogFoot } from './dialog-foot.tsx';
import { SelectField, TextField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';
import { RoleChoice } from './role-choice.tsx';

interface AccountDialogProps {
  /** The account to change, or null to invite somebody. */
  readonly account: ListedAccount | null;
  /** Closed; with a link when there is one to hand over. */
  readonly onClose: (link: IssuedLink | null) => void;
}

function inputOf(account: ListedAccount | null): AccountInvite {
  if (account !== null) return account;
  return { name: '', displayName: '', roles: [], agencyId: session.value?.account.agencyId ?? null };
}

interface ScopeFieldProps {
  readonly value: string | null;
  readonly onChange: (agencyId: string | null) => void;
}

/** Whoever is bound to an agency gives out no wider scope than their own. */
function ScopeField({ value, onChange }: ScopeFieldProps) {
  const agencies = useAgencies();
  const own = session.value?.account.agencyId ?? null;
  const options = (agencies.value ?? []).filter(({ id }) => own === null || id === own);
  return (
    <div>
      <SelectField
        label={t('accounts.agency')}
        value={value ?? ''}
        options={options.map(({ id, name }) => [id, name] as const)}
        {...(own === null ? { none: t('accounts.allAgencies') } : {})}
        onChange={(id) => onChange(id === '' ? null : id)}
      />
      <p class="account-aside secondary">{t('accounts.agencyHint')}</p>
    </div>
  );
}

export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const [input, setInput] = useState(() => inputOf(account));
  const saving = useSaving();
  const link = useRef<IssuedLink | null>(null);
  useEffect(() => element.current?.showModal(), []);
  const isOwn = account !== null && account.id === session.value?.account.id;
  const change = (part: Partial<AccountInvite>) => {
    setInput({ ...input, ...part });
    saving.reset();
  };
  const save = async () => {
    const body = { ...input, name: input.name.trim(), displayName: input.displayName.trim() };
    if (account !== null) await request('PUT', `/accounts/${account.id}`, listedAccountSchema, { body });
    else link.current = await request('POST', '/accounts', issuedLinkSchema, { body });
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await saving.save(save)) element.current?.close();
  };
  const isReady = input.roles.length > 0 && input.displayName.trim() !== '' && input.name.trim() !== '';
  return (
    <dialog
      ref={element}
      class="dialog dialog-wide"
      aria-labelledby="account-title"
      onClose={() => onClose(link.current)}
    >
      <form class="stack" onSubmit={submit}>
        <h2 id="account-title">
          {account === null ? t('accounts.invite') : t('accounts.editTitle', { name: account.name })}
        </h2>
        {isOwn && <p class="notice">{t('accounts.ownHint')}</p>}
        <div class="form-grid">
          <TextField
            label={t('accounts.displayName')}
            hint={t('accounts.displayNameHint')}
            isRequired
            maxLength={60}
            value={input.displayName}
            onChange={(text) => change({ displayName: text ?? '' })}
          />
          {account === null && (
            <TextField
              label={t('accounts.name')}
              hint={t('accounts.nameHint')}
              autocomplete="off"
              isRequired
              maxLength={60}
              value={input.name}
              onChange={(text) => change({ name: text ?? '' })}
            />
          )}
        </div>
        <RoleChoice
          legend={t('accounts.roles')}
          hint={t('accounts.rolesHint')}
          value={input.roles}
          isFixed={isOwn}
          onChange={(roles) => change({ roles })}
        />
        {!isOwn && <ScopeField value={input.agencyId} onChange={(agencyId) => change({ agencyId })} />}
        {saving.error !== null && <ProblemNotice error={saving.error} />}
        <DialogFoot
          act={t(account === null ? 'accounts.invite' : 'app.save')}
          isDisabled={saving.isBusy || !isReady}
          onCancel={() => element.current?.close()}
        >
          {!isReady && input.roles.length === 0 && <span class="secondary">{t('accounts.noRole')}</span>}
        </DialogFoot>
      </form>
      {account !== null && !isOwn && (
        <AccountActs
          account={account}
          onDone={(issued) => {
            link.current = issued;
            element.current?.close();
          }}
        />
      )}
    </dialog>
  );
}
