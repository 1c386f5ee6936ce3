// Who is signed in now, from where, and ending it; below, addresses that have to wait after wrong passwords.
import { lockListSchema, type StaffSession, staffSessionListSchema } from '#shared/protocol/accounts-api.ts';
import { nothing, request } from '../api/client.ts';
import { formatTime, t } from '../i18n/index.ts';
import { browserName } from '../state/browser-name.ts';
import { useLoaded } from '../state/loaded.ts';
import { type Saving, useSaving } from '../state/saving.ts';
import { session as own } from '../state/session.ts';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface SessionRowProps {
  readonly session: StaffSession;
  readonly saving: Saving;
  readonly onEnd: () => void;
}

function SessionRow({ session, saving, onEnd }: SessionRowProps) {
  const { displayName, name, userAgent, address, via, createdAt, lastSeenAt, isCurrent } = session;
  return (
    <tr>
      <td>
        {displayName}
        <span class="account-aside secondary">{name}</span>
      </td>
      <td class="grow" title={userAgent}>
        {browserName(userAgent)}
        <span class="account-aside secondary numeric">
          {address}
          {via === 'single-sign-on' && ` · ${t('accounts.sessionSso')}`}
        </span>
      </td>
      <td class="wide numeric secondary">{formatTime(createdAt)}</td>
      <td class="wide numeric secondary">{formatTime(lastSeenAt)}</td>
      <td>
        {isCurrent ? (
          <span class="tag tag-good">{t('settings.thisSession')}</span>
        ) : (
          <button
            type="button"
            class="button button-danger button-small"
            aria-label={t('accounts.sessionEndOne', { name: displayName })}
            disabled={saving.isBusy}
            onClick={onEnd}
          >
            {t('accounts.sessionEnd')}
          </button>
        )}
      </td>
    </tr>
  );
}

export function StaffSessionsCard() {
  const list = useLoaded(
    (signal) => request('GET', '/accounts/sessions', staffSessionListSchema, { signal }),
    [],
  );
  const saving = useSaving();
  const end = async (id: string) => {
    await saving.save(() => request('DELETE', `/accounts/sessions/${id}`, nothing));
    list.reload();
  };
  const error = saving.error ?? list.error;
  return (
    <section class="card stack" aria-labelledby="staff-sessions">
      <h2 id="staff-sessions">{t('accounts.sessions')}</h2>
      <p class="secondary">{t('accounts.sessionsLead')}</p>
      {error !== null && <ProblemNotice error={error} retry={list.reload} />}
      <ScrollArea label={t('accounts.sessions')} isLow>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('accounts.person')}</th>
              <th scope="col">{t('accounts.sessionWhere')}</th>
              <th scope="col" class="wide">
                {t('accounts.sessionSince')}
              </th>
              <th scope="col" class="wide">
                {t('accounts.lastSeen')}
              </th>
              <th scope="col">
                <span class="visually-hidden">{t('accounts.sessionEnd')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.value?.sessions.map((session) => (
              <SessionRow key={session.id} session={session} saving={saving} onEnd={() => end(session.id)} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {own.value?.account.agencyId === null && <Locks />}
    </section>
  );
}

/** Shown only while there are some. */
function Locks() {
  const list = useLoaded((signal) => request('GET', '/accounts/locks', lockListSchema, { signal }), []);
  const saving = useSaving();
  const lift = async (address: string) => {
    await saving.save(() => request('POST', '/accounts/locks/lift', nothing, { body: { address } }));
    list.reload();
  };
  const locks = list.value?.locks ?? [];
  if (saving.error !== null) return <ProblemNotice error={saving.error} />;
  if (locks.length === 0) return null;
  return (
    <>
      <h3>{t('accounts.locks')}</h3>
      <p class="secondary">{t('accounts.locksLead')}</p>
      <ul class="stack">
        {locks.map(({ address, tries, lockedUntil }) => (
          <li key={address} class="row">
            <span class="grow-text numeric">
              {t('accounts.lockLine', { address, tries, until: formatTime(lockedUntil) })}
            </span>
            <button type="button" class="button" disabled={saving.isBusy} onClick={() => lift(address)}>
              {t('accounts.lift')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
