// One file of an import: what it was taken for, what would happen to its rows, and what is wrong with them.
import { useState } from 'preact/hooks';
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { parseDefinition } from '#shared/registers/register-definition.ts';
import { formatCount, t } from '../i18n/index.ts';
import { type ImportedFile, isRefusedWhole } from '../state/import-figures.ts';
import type { FileChoice } from '../state/kept-import.ts';
import { ColumnPicker } from './column-picker.tsx';
import { KindChoice } from './kind-choice.tsx';
import { ProblemTable } from './problem-table.tsx';
import { SampleTable } from './sample-table.tsx';
import { Segments } from './segments.tsx';
import { TableTarget } from './table-target.tsx';

interface FileCardProps {
  readonly job: string;
  readonly isAlone: boolean;
  readonly file: ImportedFile;
  readonly fields: ImportJob['fields'];
  readonly choice: FileChoice | undefined;
  readonly isBusy: boolean;
  readonly isOpen: boolean;
  readonly onChoose: (choice: FileChoice) => void;
}

type RowView = 'all' | 'refused' | 'warned';

function Rows({ file }: { readonly file: ImportedFile }) {
  const [wanted, setWanted] = useState<RowView>('all');
  const counts = { all: file.sample.length, refused: file.rejectedCount, warned: file.warningCount };
  const view: RowView = counts[wanted] === 0 && wanted !== 'all' ? 'all' : wanted;
  const segments = [
    { value: 'all', label: t('import.view.all'), count: file.rows },
    { value: 'refused', label: t('import.view.refused'), count: file.rejectedCount },
    { value: 'warned', label: t('import.view.warned'), count: file.warningCount },
  ] as const;
  return (
    <div class="stack">
      <Segments label={t('import.view')} segments={segments} value={view} onChange={setWanted} />
      {view === 'all' && <SampleTable file={file} />}
      {view === 'refused' && (
        <ProblemTable label={t('import.rejected')} problems={file.rejected} total={file.rejectedCount} />
      )}
      {view === 'warned' && (
        <ProblemTable label={t('import.warnings')} problems={file.warnings} total={file.warningCount} />
      )}
    </div>
  );
}

function FileFacts({ file }: { readonly file: ImportedFile }) {
  if (isRefusedWhole(file)) return <span class="tag tag-bad">{t('import.refusedWhole')}</span>;
  return (
    <>
      {file.as !== null && <span class="tag">{t(`importKind.${file.as}`)}</span>}
      <span class="numeric secondary">
        {t('import.fileFacts', {
          rows: formatCount(file.rows),
          accepted: formatCount(file.accepted),
        })}
      </span>
      {file.rejectedCount > 0 && (
        <span class="tag tag-bad">
          {t('import.view.refused')} {formatCount(file.rejectedCount)}
        </span>
      )}
      {file.warningCount > 0 && (
        <span class="tag tag-warn">
          {t('import.view.warned')} {formatCount(file.warningCount)}
        </span>
      )}
    </>
  );
}

/** The columns of a register are its own; they have one name in every language. */
function columnFields({ definition }: NonNullable<ImportedFile['table']>) {
  return parseDefinition(definition).columns.map(({ key, title }) => ({ field: key, zh: title, en: title }));
}

/** A table nobody knows the headings of can still be a register of its own. */
function AsRegister({ isBusy, onChoose }: Pick<FileCardProps, 'isBusy' | 'onChoose'>) {
  return (
    <div class="row">
      <button
        type="button"
        class="button button-primary"
        disabled={isBusy}
        onClick={() => onChoose({ as: 'register', columns: {} })}
      >
        {t('regimport.asRegister')}
      </button>
      <span class="secondary">{t('regimport.asRegisterHint')}</span>
    </div>
  );
}

export function ImportedFileCard(props: FileCardProps) {
  const { job, file, fields, choice, isBusy, isAlone, isOpen, onChoose } = props;
  const kind = choice?.as ?? file.as;
  const isRefused = isRefusedWhole(file);
  return (
    <details class="card file-card" open={isOpen}>
      <summary>
        <span class="file-name">{file.file}</span>
        <span class="row file-facts">
          <FileFacts file={file} />
        </span>
      </summary>
      <div class="stack file-inside">
        <div class="file-options">
          <KindChoice file={file} choice={choice} isBusy={isBusy} onChoose={onChoose} />
        </div>
        {file.table !== undefined && (
          <TableTarget file={file} job={job} isAlone={isAlone} isBusy={isBusy} onChoose={onChoose} />
        )}
        {isRefused && kind === null && /\.(?:xlsx|csv|tsv|html?)(?:\.gz)?$/iu.test(file.file) && (
          <AsRegister isBusy={isBusy} onChoose={onChoose} />
        )}
        {file.columns.length > 0 && kind !== null && (
          <ColumnPicker
            columns={file.columns}
            fields={file.table ? columnFields(file.table) : (fields[kind] ?? [])}
            chosen={choice?.columns ?? {}}
            isBusy={isBusy}
            onChange={(columns) => onChoose({ ...choice, as: kind, columns })}
          />
        )}
        {isRefused ? (
          <ProblemTable label={t('import.rejected')} problems={file.rejected} total={file.rejectedCount} />
        ) : (
          <Rows file={file} />
        )}
      </div>
    </details>
  );
}
