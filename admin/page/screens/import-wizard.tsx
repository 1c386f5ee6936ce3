// The import wizard: drop files, see what was recognised and what would change, correct it, import.
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { DropZone } from '../components/drop-zone.tsx';
import { ImportFiles } from '../components/import-files.tsx';
import { ImportOptions } from '../components/import-options.tsx';
import { ImportProgress } from '../components/import-progress.tsx';
import { ImportResult } from '../components/import-result.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { type ImportStep, StepLine } from '../components/step-line.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { type ImportJobState, useImportJob } from '../state/import-job.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';

function stepOf(job: ImportJob | null): ImportStep {
  if (!job) return 'choose';
  return job.state === 'done' ? 'done' : 'check';
}

/** Uploading is lost by leaving; what was checked and not imported is easily forgotten. */
function leaveWords({ job, isUploading }: ImportJobState): string | null {
  if (isUploading) return t('import.leaveUpload');
  return job?.state === 'previewed' || job?.state === 'previewing' ? t('import.leaveCheck') : null;
}

function FailedJob({ job, onAnother }: { readonly job: ImportJob; readonly onAnother: () => void }) {
  return (
    <div class="notice notice-problem" role="alert">
      <div class="stack">
        <p>
          {job.problem?.title ?? t('app.failed')} {job.problem && <code>{job.problem.code}</code>}
        </p>
        <button type="button" class="button" onClick={onAnother}>
          {t('import.another')}
        </button>
      </div>
    </div>
  );
}

/** The hub has looked into the files at least once, so there is something to show while it looks again. */
const hasReports = (job: ImportJob) => job.files.some((file) => file.rows > 0 || file.columns.length > 0);

function JobView({ job, state }: { readonly job: ImportJob; readonly state: ImportJobState }) {
  if (job.state === 'done') return <ImportResult job={job} onAnother={state.discard} />;
  if (job.state === 'failed') return <FailedJob job={job} onAnother={state.discard} />;
  if (job.state === 'running') return <ImportProgress job={job} onStop={state.discard} />;
  const isFirstLook = job.state !== 'previewed' && !hasReports(job);
  return (
    <div class="stack">
      <ImportOptions job={job} state={state} />
      {isFirstLook ? (
        <ImportProgress job={job} onStop={state.discard} />
      ) : (
        <ImportFiles job={job} state={state} />
      )}
    </div>
  );
}

export function ImportWizard() {
  const state = useImportJob();
  const { job } = state;
  useLeaveGuard(leaveWords(state));
  const isResuming = !job && state.isBusy && !state.isUploading;
  return (
    <div class="stack">
      <WorkHead title={t('place.import')} lead={t('import.lead')} />
      <StepLine at={stepOf(job)} />
      {state.isGone && (
        <p class="notice notice-warn" role="alert">
          {t('import.gone')}
        </p>
      )}
      {state.error !== null && <ProblemNotice error={state.error} />}
      {isResuming && <Loading />}
      {!job && !isResuming && <DropZone isBusy={state.isUploading} onFiles={state.upload} />}
      {job && <JobView job={job} state={state} />}
    </div>
  );
}
