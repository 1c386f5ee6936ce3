// One row as it arrives: every cell brought into its stored form, the row's identity, and what is wrong or suspicious.
import { foldText } from '../catalogue/clean-text.ts';
import type { RegisterColumn } from '../catalogue/register.ts';
import type { CellProblem } from './cell-problem.ts';
import { checkRow } from './check-row.ts';
import { readCell } from './read-cell.ts';
import { type RegisterDefinition, titleColumn } from './register-definition.ts';

export type { CellProblem };

/** A row in its stored form, and what was found about it. */
export interface ReadRow {
  /** The stored form by column key; empty cells are left out. */
  readonly cells: Readonly<Record<string, string>>;
  /** Equal for two rows that speak of the same entry, however they are spelt; `''` when nothing tells it apart. */
  readonly identity: string;
  /** Why the row cannot be taken. */
  readonly problems: readonly CellProblem[];
  /** What staff should look at; the row is taken. */
  readonly warnings: readonly CellProblem[];
}

/** Two digits of a year mean the one of 1950 to 2049. */
const latestYear = '2048-12-31';

/** Reads a row of raw texts by column key. `today` settles years written with two digits. */
export function readRow(
  definition: RegisterDefinition,
  raw: ReadonlyMap<string, string>,
  today: string = latestYear,
): ReadRow {
  const problems: CellProblem[] = [];
  const warnings: CellProblem[] = [];
  const cells: Record<string, string> = {};
  const title = titleColumn(definition).key;
  for (const column of definition.columns) {
    const text = raw.get(column.key);
    if (text === undefined || text === '') continue;
    const read = readCell(column, text, { today, isTitle: column.key === title });
    if (read.text !== '') cells[column.key] = read.text;
    if (read.problem !== null) problems.push({ key: column.key, ...read.problem });
    if (read.warning !== null) warnings.push({ key: column.key, ...read.warning });
  }
  const checked = checkRow(definition, cells, problems);
  const identity = identityOf(definition, cells);
  if (identity === '') checked.problems.push(withoutIdentity(definition, title));
  return {
    cells,
    identity,
    problems: [...problems, ...checked.problems],
    warnings: [...warnings, ...checked.warnings],
  };
}

function withoutIdentity(definition: RegisterDefinition, title: string): CellProblem {
  const titles = identityColumns(definition)
    .map((column) => column.title)
    .join('、');
  return { key: title, code: 'register.identity-missing', details: { titles } };
}

/** The columns that tell one entry from another: those staff named, or else the one that names the entry. */
export function identityColumns(definition: Pick<RegisterDefinition, 'columns'>): readonly RegisterColumn[] {
  const named = definition.columns.filter(({ roles }) => roles.includes('identity'));
  return named.length > 0 ? named : [titleColumn(definition)];
}

/** The identity of a stored row: width, case, blanks and the shape of brackets make no difference. */
export function identityOf(
  definition: Pick<RegisterDefinition, 'columns'>,
  cells: Readonly<Record<string, string>>,
): string {
  const parts = identityColumns(definition).map(({ key }) => foldIdentity(cells[key] ?? ''));
  return parts.every((part) => part === '') ? '' : parts.join(' ');
}

function foldIdentity(text: string): string {
  return foldText(text)
    .toLowerCase()
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')');
}
