// The order of a ranking: greatest first, equal values sharing a place, and how far each moved since last time.
import type { RankingRow } from '../catalogue/register.ts';
import { levelsOf } from './item-levels.ts';
import { storedNumber } from './parse-amount.ts';
import { type StoredCells, shownCell } from './project-entry.ts';
import { identityOf } from './read-row.ts';
import { type RegisterDefinition, titleColumn } from './register-definition.ts';

/** Places beyond this are found by looking up. */
export const mostPlaces = 100;

/** A row with its place. */
export interface PlacedRow {
  /** Position among the rows given. */
  readonly at: number;
  readonly place: number;
  readonly value: number;
  readonly identity: string;
}

/** Every row with a figure, in the order of the ranking; totals and sub-items are left out. */
export function placeRows(
  definition: RegisterDefinition,
  value: string,
  rows: readonly StoredCells[],
): PlacedRow[] {
  const label = titleColumn(definition).key;
  const levels = levelsOf(rows.map((row) => row[label] ?? ''));
  const counted = rows.flatMap((row, at) => {
    const amount = storedNumber(row[value]);
    const isRanked = amount !== null && !levels[at]?.isTotal && levels[at]?.level === 0;
    return isRanked ? [{ at, value: amount, identity: identityOf(definition, row) }] : [];
  });
  counted.sort((a, b) => b.value - a.value || a.at - b.at);
  let place = 0;
  return counted.map((row, index) => {
    if (index === 0 || counted[index - 1]?.value !== row.value) place = index + 1;
    return { ...row, place };
  });
}

/** The ranking by a column, with movement against the rows of the period before. */
export function projectRanking(
  definition: RegisterDefinition,
  value: string,
  rows: readonly StoredCells[],
  previous: readonly StoredCells[] | null,
): RankingRow[] {
  const before = new Map<string, number>();
  for (const { identity, place } of previous === null ? [] : placeRows(definition, value, previous)) {
    if (!before.has(identity)) before.set(identity, place);
  }
  const title = titleColumn(definition);
  return placeRows(definition, value, rows)
    .slice(0, mostPlaces)
    .map((row) => {
      const last = before.get(row.identity);
      const label = shownCell(title, rows[row.at] ?? {});
      return {
        place: row.place,
        label,
        value: row.value,
        movement: last === undefined ? null : last - row.place,
      };
    });
}
