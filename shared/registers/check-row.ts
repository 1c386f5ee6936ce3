// The checks of a register that one row alone can pass or fail.
import type { ErrorCode, ErrorDetails } from '../errors/app-error.ts';
import type { CellProblem } from './cell-problem.ts';
import { checkCreditCode } from './credit-code.ts';
import { isIdNumber } from './id-number.ts';
import { decimalsOf, formatValue, storedNumber } from './parse-amount.ts';
import { endless } from './read-cell.ts';
import { columnOf, type RegisterCheck, type RegisterDefinition, titleColumn } from './register-definition.ts';

type Cells = Readonly<Record<string, string>>;

/** What a row's checks found. */
export interface RowFindings {
  readonly problems: CellProblem[];
  readonly warnings: CellProblem[];
}

/** Runs every check that concerns a single row; cells already found wrong are not complained of twice. */
export function checkRow(
  definition: RegisterDefinition,
  cells: Record<string, string>,
  known: readonly CellProblem[],
): RowFindings {
  const findings: RowFindings = { problems: [], warnings: [] };
  const broken = new Set(known.map(({ key }) => key));
  const title = titleColumn(definition);
  if (cells[title.key] === undefined && !broken.has(title.key)) {
    findings.problems.push({
      key: title.key,
      code: 'register.title-missing',
      details: { title: title.title },
    });
    broken.add(title.key);
  }
  for (const check of definition.checks) runCheck({ definition, cells, broken, ...findings }, check);
  return findings;
}

interface Run extends RowFindings {
  readonly definition: RegisterDefinition;
  readonly cells: Record<string, string>;
  /** Columns already complained of. */
  readonly broken: ReadonlySet<string>;
}

function runCheck(run: Run, check: RegisterCheck): void {
  const { cells, broken } = run;
  if (check.check === 'credit-code' && !broken.has(check.column)) checkCode(check.column, cells, run);
  if (check.check === 'required' && !broken.has(check.column)) checkPresence(run, check.column);
  if (check.check === 'date-order') checkOrder(run, check.from, check.until);
  if (check.check === 'difference')
    checkFigure(run, check.result, differenceOf(cells, check.from, check.to), 'register.difference-wrong');
  if (check.check === 'row-total')
    checkFigure(run, check.total, sumOf(cells, check.parts), 'register.total-wrong');
}

function titleOf({ definition }: Run, key: string): string {
  return columnOf(definition, key)?.title ?? key;
}

function checkPresence(run: Run, key: string): void {
  if (run.cells[key] !== undefined) return;
  run.problems.push({ key, code: 'register.value-missing', details: { title: titleOf(run, key) } });
}

function checkOrder(run: Run, from: string, until: string): void {
  if (!areReversed(run.cells[from], run.cells[until])) return;
  const details = { from: titleOf(run, from), until: titleOf(run, until) };
  run.warnings.push({ key: until, code: 'register.dates-reversed', details });
}

function checkFigure(run: Run, key: string, expected: number | null, code: ErrorCode): void {
  const wrong = disagreement(run.cells, key, expected);
  if (wrong !== null) run.warnings.push({ key, code, details: { title: titleOf(run, key), ...wrong } });
}

/** A credit code is kept in capitals; the number of a private person may stand in its place. */
function checkCode(key: string, cells: Record<string, string>, { problems, warnings }: RowFindings): void {
  const given = cells[key];
  if (given === undefined) return;
  const text = given.toUpperCase().replaceAll('-', '');
  if (isIdNumber(text)) return;
  if (/^\d{15}$/u.test(text)) {
    warnings.push({ key, code: 'register.old-registration-number', details: { text } });
    return;
  }
  cells[key] = text;
  const checked = checkCreditCode(text);
  if (checked.state === 'misshapen')
    problems.push({ key, code: 'register.credit-code-shape', details: { text } });
  if (checked.state === 'wrong-check')
    problems.push({ key, code: 'register.credit-code-check', details: { text, expected: checked.expected } });
  if (checked.state === 'wrong-organisation-check')
    problems.push({
      key,
      code: 'register.organisation-code-check',
      details: { text, expected: checked.expected },
    });
}

/** Compares as much of two dates as both say. */
function areReversed(from: string | undefined, until: string | undefined): boolean {
  if (from === undefined || until === undefined || endless.test(from) || endless.test(until)) return false;
  const length = Math.min(from.length, until.length);
  return until.slice(0, length) < from.slice(0, length);
}

function differenceOf(cells: Cells, from: string, to: string): number | null {
  const [before, after] = [storedNumber(cells[from]), storedNumber(cells[to])];
  return before === null || after === null ? null : after - before;
}

function sumOf(cells: Cells, parts: readonly string[]): number | null {
  const values = parts.map((key) => storedNumber(cells[key]));
  return values.some((value) => value !== null)
    ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    : null;
}

/** What a cell says against what it should say, where the two differ by more than calculating does. */
export function disagreement(cells: Cells, key: string, expected: number | null): ErrorDetails | null {
  const text = cells[key];
  const found = storedNumber(text);
  if (text === undefined || found === null || expected === null) return null;
  if (Math.abs(found - expected) < Math.max(1e-6, Math.abs(expected) * 1e-12)) return null;
  const decimals = Math.min(6, Math.max(2, decimalsOf(text)));
  return { found: formatValue(found, decimals), expected: formatValue(expected, decimals) };
}
