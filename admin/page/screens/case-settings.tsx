// Settings of requests and opinions, and what is held of one person.
import { caseSettingsSchema } from '#shared/protocol/case-desk-api.ts';
import { request } from '../api/client.ts';
import { CasePrivacyCard } from '../components/case-privacy-card.tsx';
import { CaseSettingsForm } from '../components/case-settings-form.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/case-words.ts';
import { useLoaded } from '../state/loaded.ts';
import { may } from '../state/session.ts';

export function CaseSettingsScreen() {
  const settings = useLoaded(
    (signal) => request('GET', '/case-settings', caseSettingsSchema, { signal }),
    [],
  );
  return (
    <div class="stack">
      <WorkHead title={t('place.settings')} lead={t('caseSettings.title')} />
      <SettingsTabs />
      {settings.error !== null && <ProblemNotice error={settings.error} retry={settings.reload} />}
      <div class="columns columns-two">
        {settings.value !== null ? <CaseSettingsForm stored={settings.value} /> : <Loading />}
        {may('cases.privacy') && <CasePrivacyCard />}
      </div>
    </div>
  );
}
