// The accounts: who, with which roles, for which agency, in which state.
import { Lock, Pencil, ShieldCheck } from 'lucide';
import type { AccountState, ListedAccount } from '#shared/protocol/accounts-api.ts';
import { formatTime, t } from '../i18n/index.ts';
import { session } from '../state/session.ts';
import { Icon } from './icon.tsx';
import { RoleTags } from './role-tags.tsx';
import { ScrollArea } from './scroll-area.tsx';

const looks: Readonly<Record<AccountState, string>> = {
  active: 'tag-good',
  invited: 'tag-warn',
  disabled: 'tag-bad',
};

function State({ account }: { readonly account: ListedAccount }) {
  const { state, link, lockedUntil } = account;
  return (
    <>
      <span class={`tag ${looks[state]}`}>{t(`accounts.state.${state}`)}</span>
      {link !== null && (
        <span class="account-aside secondary">
          {link.isExpired
            ? t('accounts.linkExpired')
            : t('accounts.linkOpen', { until: formatTime(link.expiresAt) })}
        </span>
      )}
      {lockedUntil !== null && (
        <span class="account-aside account-locked">
          <Icon node={Lock} /> {t('accounts.locked', { until: formatTime(lockedUntil) })}
        </span>
      )}
    </>
  );
}

function AccountRow({ account, onEdit }: { readonly account: ListedAccount; readonly onEdit: () => void }) {
  const { id, name, displayName, roles, agencyName, lastSeenAt, hasSecondFactor } = account;
  return (
    <tr>
      <td>
        {displayName} {id === session.value?.account.id && <span class="tag">{t('accounts.self')}</span>}
        <span class="account-aside secondary">{name}</span>
      </td>
      <td class="grow">
        <RoleTags roles={roles} />
      </td>
      <td class="wide" title={agencyName ?? ''}>
        {agencyName ?? <span class="secondary">{t('accounts.allAgencies')}</span>}
      </td>
      <td>
        <State account={account} />
      </td>
      <td class="wide numeric secondary">
        {lastSeenAt === null ? t('accounts.never') : formatTime(lastSeenAt)}
      </td>
      <td class="wide">
        {hasSecondFactor ? (
          <span class="row account-factor">
            <Icon node={ShieldCheck} /> {t('accounts.secondFactorOn')}
          </span>
        ) : (
          <span class="secondary">{t('accounts.secondFactorOff')}</span>
        )}
      </td>
      <td>
        <button
          type="button"
          class="button button-quiet button-small"
          aria-label={t('accounts.editOne', { name: displayName })}
          onClick={onEdit}
        >
          <Icon node={Pencil} /> {t('accounts.edit')}
        </button>
      </td>
    </tr>
  );
}

interface AccountTableProps {
  readonly accounts: readonly ListedAccount[];
  readonly onEdit: (account: ListedAccount) => void;
}

export function AccountTable({ accounts, onEdit }: AccountTableProps) {
  return (
    <section class="card" aria-label={t('accounts.list')}>
      <ScrollArea label={t('accounts.title')}>
        <table class="table account-table">
          <thead>
            <tr>
              <th scope="col">{t('accounts.person')}</th>
              <th scope="col">{t('accounts.roles')}</th>
              <th scope="col" class="wide">
                {t('accounts.agency')}
              </th>
              <th scope="col">{t('accounts.state')}</th>
              <th scope="col" class="wide">
                {t('accounts.lastSeen')}
              </th>
              <th scope="col" class="wide">
                {t('accounts.secondFactor')}
              </th>
              <th scope="col">
                <span class="visually-hidden">{t('accounts.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} onEdit={() => onEdit(account)} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}
