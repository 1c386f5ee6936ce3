// The import wizard: drop files, see what was recognised and what would change, correct it, import.
import { useState } from 'preact/hooks';
import type { ImportJob } from '#shared/protocol/hub-api.ts';
import { DropZone } from '../components/drop-zone.tsx';
import { ImportProgress } from '../components/import-progress.tsx';
import { ImportResult } from '../components/import-result.tsx';
import { ImportedFileCard } from '../components/imported-file-card.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { type FileChoice, type ImportJobState, useImportJob } from '../state/import-job.ts';

const steps = ['choose', 'check', 'done'] as const;

function StepLine({ at }: { readonly at: (typeof steps)[number] }) {
  return (
    <ol class="step-line" aria-label={t('import.steps')}>
      {steps.map((step, index) => (
        <li key={step} {...(step === at ? { 'aria-current': 'step' as const } : {})}>
          <span class="step-number">{index + 1}</span> {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function sumOf(
  files: ImportJob['files'],
  key: 'created' | 'updated' | 'unchanged' | 'rejectedCount',
): number {
  return files.reduce((total, file) => total + file[key], 0);
}

function CheckSummary({ files }: { readonly files: ImportJob['files'] }) {
  return (
    <p class="import-summary" role="status">
      {t('import.summary', {
        created: formatCount(sumOf(files, 'created')),
        updated: formatCount(sumOf(files, 'updated')),
        unchanged: formatCount(sumOf(files, 'unchanged')),
        rejected: formatCount(sumOf(files, 'rejectedCount')),
      })}
    </p>
  );
}

function AgencyField(props: {
  readonly value: string;
  readonly isBusy: boolean;
  readonly onCommit: (name: string) => void;
}) {
  const [text, setText] = useState(props.value);
  return (
    <div class="field">
      <label for="import-agency">{t('import.agency')}</label>
      <div class="row">
        <input
          id="import-agency"
          class="input import-agency"
          value={text}
          aria-describedby="import-agency-hint"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="button" class="button" disabled={props.isBusy} onClick={() => props.onCommit(text)}>
          {t('import.again')}
        </button>
      </div>
      <p class="hint" id="import-agency-hint">
        {t('import.agencyHint')}
      </p>
    </div>
  );
}

function CheckStep({ job, state }: { readonly job: ImportJob; readonly state: ImportJobState }) {
  const [choices, setChoices] = useState<Readonly<Record<string, FileChoice>>>({});
  const [agency, setAgency] = useState('');
  const [isApproved, setApproved] = useState(false);
  const choose = (file: string, choice: FileChoice) => {
    const next = { ...choices, [file]: choice };
    setChoices(next);
    state.preview(next, agency);
  };
  const changeAgency = (name: string) => {
    setAgency(name);
    state.preview(choices, name);
  };
  const toImport = sumOf(job.files, 'created') + sumOf(job.files, 'updated');
  return (
    <div class="stack">
      <div class="card stack">
        <CheckSummary files={job.files} />
        <AgencyField value={agency} isBusy={state.isBusy} onCommit={changeAgency} />
        <label class="row">
          <input
            type="checkbox"
            class="check"
            checked={isApproved}
            onChange={(event) => setApproved(event.currentTarget.checked)}
          />
          {t('import.approve')}
        </label>
        <div class="row">
          <button
            type="button"
            class="button button-primary"
            disabled={state.isBusy || toImport === 0}
            onClick={() => state.run(isApproved)}
          >
            {t('import.run', { count: formatCount(toImport) })}
          </button>
          <button type="button" class="button" disabled={state.isBusy} onClick={state.discard}>
            {t('import.discard')}
          </button>
          {toImport === 0 && !state.isBusy && <span class="secondary">{t('import.nothingToDo')}</span>}
        </div>
      </div>
      {job.files.map((file) => (
        <ImportedFileCard
          key={file.file}
          file={file}
          fields={job.fields}
          choice={choices[file.file] ?? { as: file.as, columns: {} }}
          isBusy={state.isBusy}
          onChoose={(choice) => choose(file.file, choice)}
        />
      ))}
    </div>
  );
}

function stepOf(job: ImportJob | null): (typeof steps)[number] {
  if (!job) return 'choose';
  return job.state === 'done' ? 'done' : 'check';
}

export function ImportWizard() {
  const state = useImportJob();
  const { job } = state;
  const isWorking = job?.state === 'previewing' || job?.state === 'running';
  return (
    <div class="stack">
      <header class="work-head">
        <div>
          <h1>{t('place.import')}</h1>
          <p>{t('import.lead')}</p>
        </div>
      </header>
      <StepLine at={stepOf(job)} />
      {state.error !== null && <ProblemNotice error={state.error} />}
      {!job && <DropZone isBusy={state.isBusy} onFiles={state.upload} />}
      {job && isWorking && <ImportProgress job={job} />}
      {job?.state === 'failed' && (
        <div class="notice notice-problem" role="alert">
          <p>
            {job.problem?.title ?? t('app.failed')} {job.problem && <code>{job.problem.code}</code>}
          </p>
          <button type="button" class="button" onClick={state.discard}>
            {t('import.another')}
          </button>
        </div>
      )}
      {job && (job.state === 'previewed' || job.state === 'previewing') && (
        <CheckStep job={job} state={state} />
      )}
      {job?.state === 'done' && <ImportResult job={job} onAnother={state.discard} />}
    </div>
  );
}
