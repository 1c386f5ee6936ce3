// Tells the total rows of a table (合计, 小计) from its entries, wherever in the row the word stands.
import type { CellProblem } from './cell-problem.ts';
import { isPlainTotalName, isTotalName } from './item-levels.ts';
import { parseAmount } from './parse-amount.ts';
import { isTotalRow, type StoredCells } from './project-entry.ts';
import { readRow } from './read-row.ts';
import { type RegisterDefinition, titleColumn } from './register-definition.ts';

/** A row that only adds others up. */
export interface ReadTotal {
  /** Without the cells that cannot be read. */
  readonly cells: StoredCells;
  /** Cells that cannot be read. */
  readonly problems: readonly CellProblem[];
  /** What staff should look at. */
  readonly warnings: readonly CellProblem[];
}

/** What an entry has to have and a total has not. */
const onlyOfEntries = new Set([
  'register.title-missing',
  'register.identity-missing',
  'register.value-missing',
]);

/**
 * The total a row states; null when it is an entry. `raw` holds its texts by column key, `cells` all texts of the
 * sheet's row: the word may stand in a column of its own, such as the one of row numbers, beside an empty name.
 */
export function readTotal(
  definition: RegisterDefinition,
  raw: ReadonlyMap<string, string>,
  cells: readonly string[],
  today?: string,
): ReadTotal | null {
  const title = titleColumn(definition).key;
  const name = totalName(raw.get(title) ?? '', cells);
  if (name === null) return null;
  const named = new Map(raw).set(title, name);
  for (const [key, text] of named) if (key !== title && text.trim() === name) named.delete(key);
  const read = readRow(definition, named, today);
  const problems = read.problems.filter(({ code }) => !onlyOfEntries.has(code));
  const broken = new Set(problems.map(({ key }) => key));
  const sound = Object.fromEntries(Object.entries(read.cells).filter(([key]) => !broken.has(key)));
  return isTotalRow(definition, sound) ? { cells: sound, problems, warnings: read.warnings } : null;
}

/** Whether a line of a sheet nobody has set up yet adds others up: the word for it, and behind it figures alone. */
export function isTotalLine(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (isPlainTotalName(filled[0] ?? '')) return true;
  const at = filled.findIndex(isTotalName);
  return at >= 0 && at <= 2 && filled.slice(at + 1).every((cell) => parseAmount(cell).isReadable);
}

function totalName(title: string, cells: readonly string[]): string | null {
  if (title.trim() !== '') return isTotalName(title) ? title.trim() : null;
  const first = cells.map((cell) => cell.trim()).find((cell) => cell !== '') ?? '';
  return isPlainTotalName(first) ? first : null;
}
