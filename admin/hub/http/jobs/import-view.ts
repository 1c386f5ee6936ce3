// An import job as the admin page sees it, with its messages in the asked language.
import type { Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type { ImportJob } from '#shared/protocol/import-api.ts';
import type { RowProblem } from '../../ingest/draft.ts';
import type { HubServices, ImportedFileReport, ImportSource } from '../hub-services.ts';
import { describeProblem } from '../problem.ts';
import type { DeepReadonly } from '../route.ts';
import type { ImportJobRecord } from './import-jobs.ts';

const maxListedProblems = 500;
const maxSampleRows = 200;

/** Files not previewed yet appear with zeros. */
export function viewImportJob(
  job: ImportJobRecord,
  fields: HubServices['imports']['fields'],
  language: Language,
): DeepReadonly<ImportJob> {
  const reports = job.reports.length > 0 ? job.reports : job.sources.map(emptyReport);
  return {
    id: job.id,
    state: job.state,
    progress: job.progress,
    files: reports.map(({ table, ...report }) => ({
      ...report,
      ...(table === undefined ? {} : { table: { ...table, definition: { ...table.definition } } }),
      rejected: report.rejected.slice(0, maxListedProblems).map((problem) => viewProblem(problem, language)),
      warnings: report.warnings.slice(0, maxListedProblems).map((problem) => viewProblem(problem, language)),
      sample: report.sample.slice(0, maxSampleRows),
    })),
    problem: job.problem === null ? null : describeProblem(job.problem, language),
    fields,
  };
}

function viewProblem({ row, column, code, details }: RowProblem, language: Language) {
  return { row, column, code, message: describeError(code, details, language) };
}

function emptyReport(source: ImportSource): ImportedFileReport {
  return {
    file: source.name,
    as: source.as,
    columns: [],
    rows: 0,
    accepted: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejectedCount: 0,
    warningCount: 0,
    rejected: [],
    warnings: [],
    sample: [],
  };
}
