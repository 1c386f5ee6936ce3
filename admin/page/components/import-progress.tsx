// How far the hub has come with reading or storing an import.
import type { ImportJob } from '#shared/protocol/hub-api.ts';
import { formatCount, t } from '../i18n/index.ts';

export function ImportProgress({ job }: { readonly job: ImportJob }) {
  const { rows, files, totalFiles } = job.progress;
  return (
    <section class="card stack" role="status">
      <p>
        {t(job.state === 'running' ? 'import.storing' : 'import.reading')}{' '}
        {t('import.progress', { rows: formatCount(rows), files, totalFiles })}
      </p>
      <progress max={Math.max(totalFiles, 1)} value={files} aria-label={t('import.reading')} />
    </section>
  );
}
