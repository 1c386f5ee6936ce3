// What an entry or a register says of itself in lines of text, where no screen can draw it: on paper and in a symbol.
import type { EntryDetails, RegisterDetails, ShownColumn } from '../catalogue/register.ts';
import { figureText } from '../charts/figure-text.ts';
import { parseSteps } from './steps.ts';

/** A cell in words. */
export interface NamedCell {
  /** Its column's heading; null where the register is not at hand. */
  readonly name: string | null;
  readonly value: string;
  /** The steps it holds in order; empty for every other cell. */
  readonly steps: readonly string[];
}

/** The cells of an entry in order, in one line each, without the one that only repeats `title`. */
export function namedCells(
  { cells }: EntryDetails,
  columns: readonly ShownColumn[],
  title: string,
): NamedCell[] {
  return cells.flatMap(([key, text]): NamedCell[] => {
    const value = text.replace(/\s*\n\s*/gu, ' ').trim();
    if (value === '' || value === title) return [];
    const column = columns.find((one) => one.key === key);
    if (column === undefined) return [{ name: null, value, steps: [] }];
    const steps = column.type === 'steps' ? parseSteps(text) : [];
    const isFlow = steps.length > 1;
    return [
      {
        name: column.title,
        value: withUnit(isFlow ? steps.join(' → ') : value, column.unit),
        steps: isFlow ? steps : [],
      },
    ];
  });
}

/** The first places of a register's ranking: `甲店 33 件`; empty where it has none. */
export function rankingLines({ views }: RegisterDetails, most: number): string[] {
  const ranking = views.find((view) => view.view === 'ranking');
  if (ranking === undefined) return [];
  return ranking.rows
    .slice(0, most)
    .map(({ label, value }) => `${label} ${withUnit(figureText(value), ranking.unit)}`);
}

const withUnit = (value: string, unit: string | null) => (unit === null ? value : `${value} ${unit}`);
