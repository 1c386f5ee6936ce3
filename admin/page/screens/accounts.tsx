// Accounts: who may sign in and do what, who is signed in, and what signing in demands.
import { UserPlus } from 'lucide';
import { useState } from 'preact/hooks';
import {
  accountListSchema,
  accountSettingsSchema,
  type IssuedLink,
  type ListedAccount,
} from '#shared/protocol/accounts-api.ts';
import { request } from '../api/client.ts';
import { AccountDialog } from '../components/account-dialog.tsx';
import { AccountLinkDialog } from '../components/account-link-dialog.tsx';
import { AccountSettingsForm } from '../components/account-settings-form.tsx';
import { AccountTable } from '../components/account-table.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { StaffSessionsCard } from '../components/staff-sessions-card.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { may, session } from '../state/session.ts';

/** For administrators of all agencies. */
function Settings() {
  const { value, error, reload } = useLoaded(
    (signal) => request('GET', '/account-settings', accountSettingsSchema, { signal }),
    [],
  );
  if (error !== null) return <ProblemNotice error={error} retry={reload} />;
  return value === null ? <Loading /> : <AccountSettingsForm stored={value} />;
}

/** The menu does not lead here without the right; an address typed by hand does. */
function NotAllowed() {
  return (
    <div class="stack">
      <WorkHead title={t('accounts.title')} />
      <SettingsTabs />
      <p class="notice notice-warn">{t('accounts.notAllowed')}</p>
    </div>
  );
}

export function Accounts() {
  return may('accounts.manage') ? <AccountDesk /> : <NotAllowed />;
}

function AccountDesk() {
  const list = useLoaded((signal) => request('GET', '/accounts', accountListSchema, { signal }), []);
  const [edited, setEdited] = useState<ListedAccount | 'new' | null>(null);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const close = (issued: IssuedLink | null) => {
    setEdited(null);
    setLink(issued);
    list.reload();
  };
  return (
    <div class="stack">
      <WorkHead title={t('accounts.title')} lead={t('accounts.lead')}>
        <button type="button" class="button button-primary" onClick={() => setEdited('new')}>
          <Icon node={UserPlus} /> {t('accounts.invite')}
        </button>
      </WorkHead>
      <SettingsTabs />
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.value === null && list.isLoading && <Loading />}
      {list.value !== null && <AccountTable accounts={list.value.accounts} onEdit={setEdited} />}
      <StaffSessionsCard />
      {session.value?.account.agencyId === null && <Settings />}
      {edited !== null && <AccountDialog account={edited === 'new' ? null : edited} onClose={close} />}
      {link !== null && <AccountLinkDialog issued={link} onClose={() => setLink(null)} />}
    </div>
  );
}
