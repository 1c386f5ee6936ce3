// How far a publish has come, and how it ended.
import { CircleAlert, CircleCheck } from 'lucide';
import type { PublishJobView } from '#shared/protocol/hub-api.ts';
import { formatBytes, formatCount, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

export function PublishProgress({ job }: { readonly job: PublishJobView | null }) {
  if (!job || job.state === 'idle') return null;
  if (job.state === 'running') {
    return (
      <div class="stack" role="status">
        <p>{t(`publish.step.${job.step ?? 'reading'}`)}</p>
        <progress max={Math.max(job.total, 1)} value={job.done} aria-label={t('publish.progress')} />
      </div>
    );
  }
  if (job.state === 'failed') {
    return (
      <p class="notice notice-problem" role="alert">
        <Icon node={CircleAlert} />
        <span>
          {t('publish.failed')} {job.problem?.title} {job.problem && <code>{job.problem.code}</code>}
        </span>
      </p>
    );
  }
  const { version = 0, records = 0, newBytes = 0 } = job.result ?? {};
  return (
    <p class="notice notice-good" role="status">
      <Icon node={CircleCheck} />
      <span>
        {t('publish.done', { version, records: formatCount(records), size: formatBytes(newBytes) })}
      </span>
    </p>
  );
}
