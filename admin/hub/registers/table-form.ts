// What the table of a file makes of its register: whose it is, which time it is about, and whether it may be changed.
import { comparePeriods } from '#shared/registers/periods.ts';
import type { AgencyIndex } from '../editorial/agencies.ts';
import type { ReportBuilder } from '../editorial/import/import-report.ts';
import type { ChosenRegister } from './choose-register.ts';
import type { TableImport, TableSource } from './import-table.ts';
import type { RegisterForm, StoredRegister } from './stored-register.ts';

/** Under whom a register is filed that names nobody. */
const nobody = '未注明发布机构';

/** A table of an earlier time takes a register back: right where one was put in by mistake, and rarely else. */
export function warnOfOlder(
  report: ReportBuilder,
  register: StoredRegister | null,
  { period }: RegisterForm,
): void {
  const before = register?.period ?? null;
  if (before === null || period === null || (comparePeriods(period, before) ?? 0) >= 0) return;
  report.warned({ row: null, column: null, code: 'register.older-period', details: { period, before } });
}

/** Whether the register belongs, or would belong, to another agency than the one the importer is bound to. */
export function isForeign({ register }: ChosenRegister, form: RegisterForm, { scope }: TableImport): boolean {
  if (scope === null) return false;
  return form.agencyId !== scope || (register !== null && register.agencyId !== scope);
}

/** Tells that the register is another agency's. */
export function refuseTable({ report, fileName }: TableSource, { definition }: ChosenRegister): void {
  const problem = {
    row: null,
    column: null,
    code: 'workflow.foreign-agency' as const,
    details: { what: definition.title },
  };
  report.rejected({ row: 0, title: fileName, agency: '', kind: null }, [problem]);
}

/** The register's form once the table is in it; an agency the desk does not know is made with the first row. */
export function formOf(
  { register, definition, period }: ChosenRegister,
  agencies: AgencyIndex,
  report: ReportBuilder,
  options: TableImport,
): RegisterForm {
  const isNobodys = options.agencyName === null && register === null;
  if (isNobodys) {
    report.warned({ row: null, column: null, code: 'store.import-no-agency', details: { agency: nobody } });
  }
  const agencyId =
    options.agencyName === null && register !== null
      ? register.agencyId
      : agencies.ensure(options.agencyName ?? nobody);
  const named = options.period === undefined ? period : options.period;
  return {
    definition,
    period: named ?? register?.period ?? null,
    agencyId,
    nodeId: register?.nodeId ?? null,
    totals: register?.totals ?? [],
  };
}
