// Settings: this account's password and sessions, and the venue every terminal shows.
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { sessionListSchema, venueSchema } from '#shared/protocol/hub-api.ts';
import { nothing, request } from '../api/client.ts';
import { TextField } from '../components/fields.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { formatTime, type MessageKey, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

type Venue = z.infer<typeof venueSchema>;

/** Runs a save and keeps what came of it, for a line under the form. */
function useSaving() {
  const [outcome, setOutcome] = useState<{ error: unknown; isSaved: boolean }>({
    error: null,
    isSaved: false,
  });
  const save = async (act: () => Promise<unknown>) => {
    try {
      await act();
      setOutcome({ error: null, isSaved: true });
      return true;
    } catch (error) {
      setOutcome({ error, isSaved: false });
      return false;
    }
  };
  return { ...outcome, save };
}

function Outcome({ error, isSaved }: { readonly error: unknown; readonly isSaved: boolean }) {
  if (error !== null) return <ProblemNotice error={error} />;
  return isSaved ? (
    <p class="notice notice-good" role="status">
      {t('app.saved')}
    </p>
  ) : null;
}

function PasswordCard() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { current, next };
    if (await saving.save(() => request('POST', '/account/password', nothing, { body }))) {
      setCurrent('');
      setNext('');
    }
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('settings.password')}</h2>
      <TextField
        label={t('settings.currentPassword')}
        type="password"
        isRequired
        value={current}
        onChange={(text) => setCurrent(text ?? '')}
      />
      <TextField
        label={t('settings.nextPassword')}
        type="password"
        isRequired
        hint={t('settings.passwordHint')}
        value={next}
        onChange={(text) => setNext(text ?? '')}
      />
      <Outcome {...saving} />
      <div class="row">
        <button type="submit" class="button button-primary" disabled={next.length < 10 || current === ''}>
          {t('settings.changePassword')}
        </button>
      </div>
    </form>
  );
}

function SessionsCard() {
  const list = useLoaded((signal) => request('GET', '/sessions', sessionListSchema, { signal }), []);
  const saving = useSaving();
  const revoke = async (id: string) => {
    await saving.save(() => request('DELETE', `/sessions/${id}`, nothing));
    list.reload();
  };
  return (
    <section class="card stack" aria-labelledby="settings-sessions">
      <h2 id="settings-sessions">{t('settings.sessions')}</h2>
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      <ul class="stack">
        {list.value?.sessions.map((each) => (
          <li key={each.id} class="row session-line">
            <span class="grow-text">
              {each.userAgent}
              <br />
              <span class="secondary numeric">{formatTime(each.lastSeenAt)}</span>
            </span>
            {each.isCurrent ? (
              <span class="tag tag-good">{t('settings.thisSession')}</span>
            ) : (
              <button type="button" class="button button-danger" onClick={() => revoke(each.id)}>
                {t('settings.revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const venueFields = ['name', 'region', 'address', 'phone', 'hours', 'supervisionPhone'] as const;

function VenueForm({ stored }: { readonly stored: Venue }) {
  const [venue, setVenue] = useState(stored);
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await saving.save(() => request('PUT', '/venue', nothing, { body: venue }));
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('settings.venue')}</h2>
      <p class="secondary">{t('settings.venueHint')}</p>
      {venueFields.map((key) => (
        <TextField
          key={key}
          label={t(`settings.venue.${key}` as MessageKey)}
          isRequired={key === 'name'}
          value={venue[key] ?? ''}
          onChange={(text) =>
            setVenue({ ...venue, [key]: text ?? (key === 'name' || key === 'region' ? '' : null) })
          }
        />
      ))}
      <Outcome {...saving} />
      <div class="row">
        <button type="submit" class="button button-primary">
          {t('app.save')}
        </button>
      </div>
    </form>
  );
}

export function Settings() {
  const venue = useLoaded((signal) => request('GET', '/venue', venueSchema, { signal }), []);
  return (
    <div class="stack">
      <header class="work-head">
        <h1>{t('place.settings')}</h1>
      </header>
      {venue.error !== null && <ProblemNotice error={venue.error} retry={venue.reload} />}
      <div class="columns">
        {venue.value && <VenueForm stored={venue.value} />}
        <PasswordCard />
        <SessionsCard />
      </div>
    </div>
  );
}
