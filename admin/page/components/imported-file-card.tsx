// One file of an import: what it was taken for, what would happen to its rows, and what is wrong with them.
import { useId } from 'preact/hooks';
import { type ImportJob, importKindSchema } from '#shared/protocol/hub-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import type { FileChoice } from '../state/import-job.ts';
import { ColumnPicker } from './column-picker.tsx';
import { ProblemTable } from './problem-table.tsx';

type ImportedFile = ImportJob['files'][number];

interface FileCardProps {
  readonly file: ImportedFile;
  readonly fields: ImportJob['fields'];
  readonly choice: FileChoice;
  readonly isBusy: boolean;
  readonly onChoose: (choice: FileChoice) => void;
}

const actionLooks = { create: 'tag-good', update: 'tag-warn', unchanged: '', reject: 'tag-bad' } as const;

function KindChoice({ file, choice, isBusy, onChoose }: Omit<FileCardProps, 'fields'>) {
  const id = useId();
  const kind = choice.as ?? file.as;
  return (
    <div class="field">
      <label for={id}>{t('import.readAs')}</label>
      <select
        id={id}
        class="input"
        disabled={isBusy}
        value={kind ?? ''}
        onChange={(event) => {
          const parsed = importKindSchema.safeParse(event.currentTarget.value);
          onChoose({ as: parsed.success ? parsed.data : null, columns: {} });
        }}
      >
        <option value="">{t('import.recognise')}</option>
        {importKindSchema.options.map((option) => (
          <option key={option} value={option}>
            {t(`importKind.${option}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function SampleTable({ sample }: { readonly sample: ImportedFile['sample'] }) {
  return (
    <div class="table-wrap change-list">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('import.row')}</th>
            <th scope="col">{t('import.what')}</th>
            <th scope="col">{t('records.title')}</th>
            <th scope="col">{t('records.kind')}</th>
            <th scope="col">{t('records.agency')}</th>
          </tr>
        </thead>
        <tbody>
          {sample.map((line) => (
            <tr key={line.row}>
              <td class="numeric">{line.row}</td>
              <td>
                <span class={`tag ${actionLooks[line.action]}`}>{t(`import.action.${line.action}`)}</span>
              </td>
              <td class="grow">{line.title}</td>
              <td>{line.kind === null ? '—' : t(`kind.${line.kind}`)}</td>
              <td>{line.agency}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ImportedFileCard(props: FileCardProps) {
  const { file, fields, choice, isBusy, onChoose } = props;
  const kind = choice.as ?? file.as;
  return (
    <section class="card stack" aria-label={file.file}>
      <div class="work-head file-head">
        <div>
          <h2>{file.file}</h2>
          <p class="numeric">
            {t('import.fileFacts', {
              rows: formatCount(file.rows),
              accepted: formatCount(file.accepted),
              rejected: formatCount(file.rejectedCount),
              warnings: formatCount(file.warningCount),
            })}
          </p>
        </div>
        <KindChoice file={file} choice={choice} isBusy={isBusy} onChoose={onChoose} />
      </div>
      {file.rejectedCount > 0 && (
        <ProblemTable
          title={t('import.rejected')}
          isRefusal
          problems={file.rejected}
          total={file.rejectedCount}
        />
      )}
      {file.columns.length > 0 && kind !== null && (
        <ColumnPicker
          columns={file.columns}
          fields={fields[kind] ?? []}
          chosen={choice.columns}
          isBusy={isBusy}
          onChange={(columns) => onChoose({ as: kind, columns })}
        />
      )}
      {file.accepted > 0 && (
        <details open>
          <summary>{t('import.sample', { count: file.sample.length })}</summary>
          <SampleTable sample={file.sample} />
        </details>
      )}
      {file.warningCount > 0 && (
        <ProblemTable title={t('import.warnings')} problems={file.warnings} total={file.warningCount} />
      )}
    </section>
  );
}
