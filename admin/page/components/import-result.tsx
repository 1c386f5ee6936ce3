// What an import has done, and where to go from here.
import { CircleCheck } from 'lucide';
import type { ImportJob } from '#shared/protocol/hub-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';
import { ProblemTable } from './problem-table.tsx';

export function ImportResult({
  job,
  onAnother,
}: {
  readonly job: ImportJob;
  readonly onAnother: () => void;
}) {
  const total = (key: 'created' | 'updated' | 'unchanged' | 'rejectedCount') =>
    formatCount(job.files.reduce((sum, file) => sum + file[key], 0));
  return (
    <section class="card stack">
      <p class="notice notice-good" role="status">
        <Icon node={CircleCheck} />
        {t('import.result', {
          created: total('created'),
          updated: total('updated'),
          unchanged: total('unchanged'),
          rejected: total('rejectedCount'),
        })}
      </p>
      {job.files
        .filter((file) => file.rejectedCount > 0)
        .map((file) => (
          <ProblemTable
            key={file.file}
            title={file.file}
            isRefusal
            problems={file.rejected}
            total={file.rejectedCount}
          />
        ))}
      <div class="row">
        <a class="button button-primary" href="/admin/records?state=draft">
          {t('import.toReview')}
        </a>
        <a class="button" href="/admin/publish">
          {t('today.pendingAct')}
        </a>
        <button type="button" class="button" onClick={onAnother}>
          {t('import.another')}
        </button>
      </div>
    </section>
  );
}
