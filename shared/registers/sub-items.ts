// Which items of a short register are part of which: what a card of one leads to, worked out when it is published.
import type { RegisterDetails } from '../catalogue/register.ts';
import { openLevels } from './item-levels.ts';
import type { StoredCells } from './project-entry.ts';
import { type RegisterDefinition, titleColumn } from './register-definition.ts';

/** A row by the id of its record. */
export interface NamedRow {
  readonly id: string;
  readonly cells: StoredCells;
}

/** Sub-items with the item right above them in rank, where their marks leave no doubt; rows in the order of the table. */
export function subItemsOf(
  definition: RegisterDefinition,
  rows: readonly NamedRow[],
): RegisterDetails['subItems'] {
  const title = titleColumn(definition).key;
  const levelOf = openLevels();
  const open: string[] = [];
  return rows.flatMap(({ id, cells }) => {
    const { level, isTotal, isCertain } = levelOf(cells[title] ?? '');
    if (isTotal) return [];
    open.length = Math.min(open.length, level);
    const parent = open[level - 1];
    open[level] = id;
    return parent === undefined || !isCertain ? [] : [[id, parent] as const];
  });
}

/** The id of the item an entry is part of; null where it stands by itself. */
export function parentOf({ subItems = [] }: RegisterDetails, id: string): string | null {
  return subItems.find(([child]) => child === id)?.[1] ?? null;
}
