// The browsers signed in to this account, each of which can be made to leave.
import { sessionListSchema } from '#shared/protocol/hub-api.ts';
import { nothing, request } from '../api/client.ts';
import { formatTime, t } from '../i18n/index.ts';
import { browserName } from '../state/browser-name.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { ProblemNotice } from './problem.tsx';

export function SessionsCard() {
  const list = useLoaded((signal) => request('GET', '/sessions', sessionListSchema, { signal }), []);
  const saving = useSaving();
  const revoke = async (id: string) => {
    await saving.save(() => request('DELETE', `/sessions/${id}`, nothing));
    list.reload();
  };
  const error = saving.error ?? list.error;
  return (
    <section class="card stack" aria-labelledby="settings-sessions">
      <h2 id="settings-sessions">{t('settings.sessions')}</h2>
      {error !== null && <ProblemNotice error={error} retry={list.reload} />}
      <ul class="stack">
        {list.value?.sessions.map((each) => (
          <li key={each.id} class="row session-line">
            <span class="grow-text" title={each.userAgent}>
              {browserName(each.userAgent)}
              <br />
              <span class="secondary numeric">
                {t('settings.lastSeen', { at: formatTime(each.lastSeenAt) })}
              </span>
            </span>
            {each.isCurrent ? (
              <span class="tag tag-good">{t('settings.thisSession')}</span>
            ) : (
              <button
                type="button"
                class="button button-danger"
                disabled={saving.isBusy}
                onClick={() => revoke(each.id)}
              >
                {t('settings.revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
