// The files of an import one by one, or only those with refused rows.
import { useState } from 'preact/hooks';
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { t } from '../i18n/index.ts';
import type { ImportJobState } from '../state/import-job.ts';
import { ImportedFileCard } from './imported-file-card.tsx';
import { ProblemDownload } from './problem-download.tsx';
import { Segments } from './segments.tsx';

/** Up to this many files stand open from the start. */
const openFiles = 3;

export function ImportFiles({ job, state }: { readonly job: ImportJob; readonly state: ImportJobState }) {
  const [view, setView] = useState<'all' | 'refused'>('all');
  const { files } = job;
  const refused = files.filter((file) => file.rejectedCount > 0);
  const shown = view === 'refused' && refused.length > 0 ? refused : files;
  const segments = [
    { value: 'all', label: t('import.files.all'), count: files.length },
    { value: 'refused', label: t('import.files.refused'), count: refused.length },
  ] as const;
  return (
    <div class="stack" aria-busy={state.isBusy}>
      <div class="row files-head">
        {files.length > 1 && (
          <Segments
            label={t('import.files')}
            segments={segments}
            value={shown === files ? 'all' : 'refused'}
            onChange={setView}
          />
        )}
        <ProblemDownload files={files} />
      </div>
      {shown.map((file) => (
        <ImportedFileCard
          key={file.file}
          job={job.id}
          isAlone={files.length === 1}
          file={file}
          fields={job.fields}
          choice={state.choices[file.file]}
          isBusy={state.isBusy}
          isOpen={files.length <= openFiles || view === 'refused'}
          onChoose={(choice) => state.chooseFile(file.file, choice)}
        />
      ))}
    </div>
  );
}
