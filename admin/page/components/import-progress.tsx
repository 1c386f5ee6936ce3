// How far the hub has come with reading or storing an import, and a way to stop it.
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { sumOf } from '../state/import-figures.ts';
import { useConfirm } from './confirm.tsx';

interface ImportProgressProps {
  readonly job: ImportJob;
  readonly onStop: () => void;
}

/** How much of the work is done, 0 to 1; null when nobody can say. */
function shareOf({ state, progress, files }: ImportJob): number | null {
  // The preview counted the rows, so storing them has an end to measure against.
  const known = sumOf(files, 'rows');
  if (state === 'running' && known > 0) return Math.min(1, progress.rows / known);
  return progress.totalFiles > 1 ? progress.files / progress.totalFiles : null;
}

export function ImportProgress({ job, onStop }: ImportProgressProps) {
  const confirm = useConfirm();
  const { rows, files, totalFiles } = job.progress;
  const share = shareOf(job);
  const words = t(job.state === 'running' ? 'import.storing' : 'import.reading');
  const stop = async () => {
    if (await confirm.ask(t('import.stopAsk'), t('import.stop'))) onStop();
  };
  return (
    <section class="card stack">
      <p role="status">
        {words} {t('import.progress', { rows: formatCount(rows), files, totalFiles })}
      </p>
      <progress max={1} {...(share === null ? {} : { value: share })} aria-label={words} />
      {job.state === 'running' && (
        <div class="row">
          <button type="button" class="button" onClick={stop}>
            {t('import.stop')}
          </button>
        </div>
      )}
      {confirm.dialog}
    </section>
  );
}
