// The guide to the hall: its plan, special days and contacts, as terminals show them.
import { hallSchema } from '#shared/protocol/hall-schema.ts';
import { request } from '../api/client.ts';
import { HallEditor } from '../components/hall-editor.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useLoaded } from '../state/loaded.ts';

export default function Hall() {
  const hall = useLoaded((signal) => request('GET', '/hall', hallSchema, { signal }), []);
  const agencies = useAgencies();
  return (
    <div class="stack">
      <WorkHead title={t('hall.title')} lead={t('hall.lead')} />
      <SettingsTabs />
      {hall.error !== null && <ProblemNotice error={hall.error} retry={hall.reload} />}
      {agencies.error !== null && <ProblemNotice error={agencies.error} retry={agencies.reload} />}
      {hall.value && agencies.value ? (
        <HallEditor stored={hall.value} agencies={agencies.value} />
      ) : (
        (hall.isLoading || agencies.isLoading) && <Loading />
      )}
    </div>
  );
}
