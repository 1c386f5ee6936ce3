// Tells the report what a table was taken for, before its rows are read.
import type { ReportBuilder } from '../editorial/import/import-report.ts';
import type { RegisterCandidate } from '../http/import-service.ts';
import type { RegisterTable } from '../ingest/register-sheet.ts';
import type { ChosenRegister } from './choose-register.ts';
import type { RegisterForm } from './stored-register.ts';

interface Told {
  readonly table: RegisterTable;
  readonly report: ReportBuilder;
}

/** Which column each heading was taken for. */
export function tellColumns({ table, report }: Told, { mapping }: ChosenRegister): void {
  const columns = table.headings.map((heading, index) => ({ index, heading, field: mapping[index] ?? null }));
  report.recognised('register', columns);
}

/** Rows staff see beside the columns while they set a register up. */
const shownRows = 30;

/** The register the table goes into, and where else it could go. */
export function tellRegister(
  { table, report }: Told,
  { register, definition }: ChosenRegister,
  form: RegisterForm,
  { replaces, candidates }: { readonly replaces: boolean; readonly candidates: readonly RegisterCandidate[] },
): void {
  report.filedIn({
    register: definition.id,
    isNew: register === null,
    definition,
    candidates,
    template: definition.template,
    period: form.period,
    headerRow: table.headerRow,
    rows: table.sample.slice(0, shownRows),
    replaces,
  });
}
