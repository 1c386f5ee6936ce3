// Adds up what an import did with one file, row by row; numbers count everything, lists are bounded.
import type { WrittenKind } from '#shared/catalogue/record.ts';
import type { ImportedFileReport } from '../../http/hub-services.ts';
import type { ReportedTable } from '../../http/import-service.ts';
import type { ImportKind, RecognisedColumn, RowProblem } from '../../ingest/draft.ts';

/** Problems listed one by one unless asked otherwise; beyond these only their number grows. */
const defaultListedProblems = 500;
/** Rows shown as a sample. */
const sampledRows = 200;

const countOf = { create: 'created', update: 'updated', unchanged: 'unchanged' } as const;

type Sample = ImportedFileReport['sample'][number];

export interface ReportBuilder {
  recognised(as: ImportKind, columns: readonly RecognisedColumn[]): void;
  stored(row: SampledRow, action: 'create' | 'update' | 'unchanged', warnings: readonly RowProblem[]): void;
  /** A half-row taken together with the row it carries on. */
  joined(): void;
  /** A total row: read, held against the rows it adds up, and no entry. */
  total(): void;
  rejected(row: SampledRow, problems: readonly RowProblem[]): void;
  warned(problem: RowProblem): void;
  /** Entries of a register that were not in the file and are no longer of it. */
  removed(count: number): void;
  /** The register a table went into. */
  filedIn(table: FiledTable): void;
  build(): ImportedFileReport;
}

/** How a row is named in the sample. */
export interface SampledRow {
  readonly row: number;
  readonly title: string;
  readonly agency: string;
  readonly kind: WrittenKind | null;
}

/** What is known of a register's table before its rows are read. */
type FiledTable = Omit<ReportedTable, 'removed' | 'totals'>;

export function reportOn(file: string, listedProblems = defaultListedProblems): ReportBuilder {
  let kind: ImportKind | null = null;
  let recognisedColumns: readonly RecognisedColumn[] = [];
  const counts = {
    rows: 0,
    accepted: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejectedCount: 0,
    warningCount: 0,
  };
  let removedCount = 0;
  let totals = 0;
  let filed: FiledTable | null = null;
  const rejected: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  const sample: Sample[] = [];
  const show = (row: SampledRow, action: Sample['action']): void => {
    if (sample.length < sampledRows) sample.push({ ...row, action });
  };
  const warn = (problem: RowProblem): void => {
    counts.warningCount++;
    if (warnings.length < listedProblems) warnings.push(problem);
  };
  return {
    recognised: (as, columns) => {
      kind = as;
      recognisedColumns = columns;
    },
    stored: (row, action, problems) => {
      counts.rows++;
      counts.accepted++;
      counts[countOf[action]]++;
      show(row, action);
      for (const problem of problems) warn(problem);
    },
    joined: () => {
      counts.rows++;
      counts.accepted++;
    },
    total: () => {
      counts.rows++;
      counts.accepted++;
      totals++;
    },
    rejected: (row, problems) => {
      counts.rows++;
      counts.rejectedCount++;
      show(row, 'reject');
      // One refusal a row, so that refusals and rows can be counted against each other; the rest is still told.
      const [first, ...others] = problems;
      if (first !== undefined && rejected.length < listedProblems) rejected.push(first);
      for (const problem of others) warn(problem);
    },
    warned: warn,
    removed: (count) => {
      removedCount += count;
    },
    filedIn: (table) => {
      filed = table;
    },
    build: () => ({
      ...{ file, as: kind, columns: recognisedColumns, ...counts, rejected, warnings, sample },
      ...(filed === null ? {} : { table: { ...filed, removed: removedCount, totals } }),
    }),
  };
}
