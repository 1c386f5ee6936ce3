// Procedures: which steps content passes before it is public, for the whole tree or for parts of it.
import { proceduresSchema } from '#shared/protocol/workflow-api.ts';
import { request } from '../api/client.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ProcedureForm } from '../components/procedure-form.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useTree } from '../state/agencies.ts';
import { useLoaded } from '../state/loaded.ts';

export function Procedures() {
  const list = useLoaded((signal) => request('GET', '/procedures', proceduresSchema, { signal }), []);
  const tree = useTree();
  const error = list.error ?? tree.error;
  const retry = () => {
    list.reload();
    tree.reload();
  };
  return (
    <div class="stack">
      <WorkHead title={t('procedures.name')} lead={t('procedures.lead')} />
      <SettingsTabs />
      {error !== null && <ProblemNotice error={error} retry={retry} />}
      {list.value && tree.value ? (
        <ProcedureForm stored={list.value.procedures} nodes={tree.value} />
      ) : (
        error === null && <Loading />
      )}
    </div>
  );
}
