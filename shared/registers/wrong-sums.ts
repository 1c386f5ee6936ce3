// Sums of a table that differ from what its rows come to: totals, subtotals, and items with their sub-items.
import { levelsOf } from './item-levels.ts';
import { decimalsOf, formatValue, storedNumber } from './parse-amount.ts';
import { isFigureColumn, type StoredCells, shownCell } from './project-entry.ts';
import { columnOf, type RegisterDefinition, titleColumn } from './register-definition.ts';
import { addedUp, isWrong, itemSums, type Sum, totalSums } from './sum-rows.ts';

/** A sum that is stated otherwise than its parts come to; figures as people read them. */
export interface WrongSum {
  /** Position of the row that states it. */
  readonly at: number;
  readonly name: string;
  readonly stated: string;
  readonly added: string;
  readonly gap: string;
  /** No more than rounding each part can make. */
  readonly isRounding: boolean;
}

/** The wrong sums of one column in the order of the rows; sub-items are added up unless only totals are asked for. */
export function findWrongSums(
  definition: RegisterDefinition,
  rows: readonly StoredCells[],
  key: string,
  { onlyTotals = false } = {},
): WrongSum[] {
  const title = titleColumn(definition);
  const levels = levelsOf(rows.map((row) => row[title.key] ?? ''));
  const isMoney = columnOf(definition, key)?.type === 'money';
  const sums = [...totalSums(levels, rows, key), ...(onlyTotals ? [] : itemSums(levels))];
  return sums
    .filter((sum) => isWrong(sum, rows, key))
    .sort((a, b) => a.at - b.at)
    .map((sum) => ({
      ...figuresOf(sum, rows, key, isMoney),
      at: sum.at,
      name: levels[sum.at]?.name ?? shownCell(title, rows[sum.at] ?? {}),
    }));
}

function figuresOf(sum: Sum, rows: readonly StoredCells[], key: string, isMoney: boolean) {
  const cell = rows[sum.at]?.[key] ?? '';
  const difference = Math.abs((addedUp(sum, rows, key) ?? 0) - (storedNumber(cell) ?? 0));
  const decimals = Math.max(decimalsOf(cell), ...sum.parts.map((at) => decimalsOf(rows[at]?.[key] ?? '')));
  // Households and cases are counted, not rounded.
  const canRound = isMoney || decimals > 0;
  return {
    stated: formatValue(storedNumber(cell) ?? 0, decimals),
    added: formatValue(addedUp(sum, rows, key) ?? 0, decimals),
    gap: formatValue(difference, decimals),
    isRounding: canRound && difference <= (sum.parts.length / 2) * 10 ** -decimals + 1e-9,
  };
}

/** The columns whose sums are looked at: those a check names, and every other one a total can be stated in. */
export function summedColumns({
  columns,
  checks,
}: RegisterDefinition): readonly { readonly key: string; readonly onlyTotals: boolean }[] {
  const checked = new Set(checks.flatMap((check) => (check.check === 'sums' ? check.columns : [])));
  return columns
    .filter((column) => checked.has(column.key) || (isFigureColumn(column) && !isRate(column)))
    .map(({ key }) => ({ key, onlyTotals: !checked.has(key) }));
}

/** Shares, rates and averages do not add up. */
const rateTitle = /率|比例|占比|比重|平均|均价|单价|人均|年龄|年份|名次|排名|序号|幅度|增长|%/u;

function isRate({ title, unit }: RegisterDefinition['columns'][number]): boolean {
  return unit === '%' || unit === '‰' || rateTitle.test(title);
}
