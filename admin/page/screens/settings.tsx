// Settings: the venue every terminal shows, and this account's password and sessions.
import { venueSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { Loading } from '../components/loading.tsx';
import { PasswordCard } from '../components/password-card.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SecondFactorCard } from '../components/second-factor-card.tsx';
import { SessionsCard } from '../components/sessions-card.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { VenueForm } from '../components/venue-form.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

export function Settings() {
  const venue = useLoaded((signal) => request('GET', '/venue', venueSchema, { signal }), []);
  return (
    <div class="stack">
      <WorkHead title={t('place.settings')} />
      <SettingsTabs />
      {venue.error !== null && <ProblemNotice error={venue.error} retry={venue.reload} />}
      <div class="columns columns-two">
        {venue.value ? <VenueForm stored={venue.value} /> : <Loading />}
        <div class="stack">
          <PasswordCard />
          <SecondFactorCard />
          <SessionsCard />
        </div>
      </div>
    </div>
  );
}
