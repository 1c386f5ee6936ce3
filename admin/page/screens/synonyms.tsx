// Words that are also searched for by other names: what residents say, and what documents call it.
import { synonymListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { SynonymForm } from '../components/synonym-form.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

export function Synonyms() {
  const list = useLoaded((signal) => request('GET', '/synonyms', synonymListSchema, { signal }), []);
  return (
    <div class="stack">
      <WorkHead title={t('synonyms.title')} lead={t('synonyms.lead')} />
      <SettingsTabs />
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {!list.value && list.isLoading && <Loading />}
      {list.value && <SynonymForm stored={list.value.rules} />}
    </div>
  );
}
