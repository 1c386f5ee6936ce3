// The topics terminals offer to wish for, and whom visitors may call or go to.
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { VoiceSettingsForm } from '../components/voice-settings-form.tsx';
import { VoiceTabs } from '../components/voice-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useVoiceSettings } from '../state/voice.ts';

/** `/admin/voice/settings` */
export function VoiceSettings() {
  const { value, error, isLoading, reload } = useVoiceSettings();
  return (
    <div class="stack">
      <WorkHead title={t('place.voice')} lead={t('voice.settingsLead')} />
      <VoiceTabs />
      {error !== null && <ProblemNotice error={error} retry={reload} />}
      {!value && isLoading && <Loading />}
      {value && <VoiceSettingsForm stored={value} />}
    </div>
  );
}
