// What an import has done, file by file, and where to go from here.
import { CircleCheck } from 'lucide';
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { sumOf, writesOf } from '../state/import-figures.ts';
import { Icon } from './icon.tsx';
import { ProblemDownload } from './problem-download.tsx';
import { ProblemTable } from './problem-table.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface ImportResultProps {
  readonly job: ImportJob;
  readonly onAnother: () => void;
}

const counts = ['rows', 'created', 'updated', 'unchanged', 'rejectedCount'] as const;

function ResultTable({ files }: { readonly files: ImportJob['files'] }) {
  return (
    <ScrollArea label={t('import.files')} isLow>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('import.file')}</th>
            {counts.map((count) => (
              <th key={count} scope="col">
                {t(`import.count.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.file}>
              <td class="grow">{file.file}</td>
              {counts.map((count) => (
                <td key={count} class="numeric">
                  {formatCount(file[count])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

export function ImportResult({ job, onAnother }: ImportResultProps) {
  const { files } = job;
  const isNothing = writesOf(files) === 0;
  return (
    <section class="card stack">
      <p class={`notice ${isNothing ? 'notice-warn' : 'notice-good'}`} role="status">
        <Icon node={CircleCheck} />
        {t('import.result', {
          created: formatCount(sumOf(files, 'created')),
          updated: formatCount(sumOf(files, 'updated')),
          unchanged: formatCount(sumOf(files, 'unchanged')),
          rejected: formatCount(sumOf(files, 'rejectedCount')),
        })}
      </p>
      <div class="row">
        <a class="button button-primary" href="/admin/records?state=awaiting">
          {t('import.toReview')}
        </a>
        <a class="button" href="/admin/publish">
          {t('today.pendingAct')}
        </a>
        <button type="button" class="button" onClick={onAnother}>
          {t('import.another')}
        </button>
        <ProblemDownload files={files} />
      </div>
      <ResultTable files={files} />
      {files
        .filter((file) => file.rejectedCount > 0)
        .map((file) => (
          <details key={file.file} open={files.length === 1}>
            <summary class="refusal">
              {file.file} · {t('import.rejected')} {formatCount(file.rejectedCount)}
            </summary>
            <ProblemTable label={file.file} problems={file.rejected} total={file.rejectedCount} />
          </details>
        ))}
    </section>
  );
}
