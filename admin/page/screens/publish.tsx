// Publishing: what every terminal will gain, change and lose, then the act itself with its progress.
import { publishPreviewSchema, releaseListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { PublishForm } from '../components/publish-form.tsx';
import { PublishProgress } from '../components/publish-progress.tsx';
import { PublishTabs } from '../components/publish-tabs.tsx';
import { ReleaseTable } from '../components/release-table.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { usePublishJob } from '../state/publish-job.ts';

export function Publish() {
  const preview = useLoaded(
    (signal) => request('GET', '/publish/preview', publishPreviewSchema, { signal }),
    [],
  );
  const releases = useLoaded((signal) => request('GET', '/releases', releaseListSchema, { signal }), []);
  const job = usePublishJob(() => {
    preview.reload();
    releases.reload();
  });
  const error = job.error ?? preview.error ?? releases.error;
  const retry = () => {
    preview.reload();
    releases.reload();
  };
  return (
    <div class="stack">
      <WorkHead title={t('place.publish')} lead={t('publish.lead')} />
      <PublishTabs />
      {job.job?.state === 'done' && <PublishProgress job={job.job} />}
      {error !== null && <ProblemNotice error={error} retry={retry} />}
      {preview.value && <PublishForm preview={preview.value} job={job.job} publish={job.publish} />}
      {!preview.value && preview.isLoading && <Loading />}
      {releases.value && <ReleaseTable releases={releases.value.releases} />}
    </div>
  );
}
