// How the whole of this year's figures compares with last year's, in a sentence a total.
import type { RegisterColumn, RegisterNote } from '../catalogue/register.ts';
import { levelsOf } from './item-levels.ts';
import { decimalsOf, formatValue, storedNumber } from './parse-amount.ts';
import type { StoredCells } from './project-entry.ts';
import { columnOf, type RegisterDefinition, titleColumn } from './register-definition.ts';
import { totalOf } from './sum-rows.ts';
import { templateOf } from './templates.ts';

/** More totals than these are subtotals nobody wants told. */
const mostCompared = 3;

/** A figure of both years. */
interface Pair {
  /** 合计, 收入合计. */
  readonly name: string;
  readonly before: number;
  readonly now: number;
}

/** The items of an earlier period, for a table that has no column of its own for them. */
export interface EarlierFigures {
  readonly period: string;
  readonly rows: readonly StoredCells[];
}

/** A note for each total on its change since the year before; none where either year has no figures. */
export function compareYears(
  definition: RegisterDefinition,
  rows: readonly StoredCells[],
  earlier: EarlierFigures | null = null,
): RegisterNote[] {
  const years = templateOf(definition.template)?.years ?? differenceColumns(definition);
  if (years === null) return [];
  const [before, now] = [columnOf(definition, years.previous), columnOf(definition, years.current)];
  if (before === undefined || now === undefined || before.unit !== now.unit) return [];
  const hasBefore = rows.some((row) => (row[before.key] ?? '') !== '');
  if (!hasBefore) return earlier === null ? [] : compareEarlier(definition, rows, now, earlier);
  const all = rows.flatMap((row) => [row[before.key] ?? '', row[now.key] ?? '']);
  const decimals = Math.max(0, ...all.map(decimalsOf));
  const pairs = comparedPairs(definition, rows, before.key, now.key);
  return pairs
    .filter((pair) => pair.before > 0)
    .slice(0, mostCompared)
    .map((pair) => noteOf(pair, before.title, now, decimals));
}

/** The one total of a table held against what the items of the earlier period come to. */
function compareEarlier(
  definition: RegisterDefinition,
  rows: readonly StoredCells[],
  column: RegisterColumn,
  { period, rows: earlier }: EarlierFigures,
): RegisterNote[] {
  const figures = (of: readonly StoredCells[]) => ({
    rows: of,
    levels: levelsOf(of.map((row) => row[titleColumn(definition).key] ?? '')),
  });
  const [then, current] = [figures(earlier), figures(rows)];
  // 收入 and 支出 have totals of their own, and none together.
  const isOne = current.levels.filter(({ isTotal }) => isTotal).length <= 1 && !hasKinds(definition, rows);
  const [before, now] = [totalOf(then, column.key), totalOf(current, column.key)];
  if (!isOne || before === null || now === null || before <= 0) return [];
  const decimals = Math.max(0, ...[...rows, ...earlier].map((row) => decimalsOf(row[column.key] ?? '')));
  return [noteOf({ name: '合计', before, now }, period, column, decimals)];
}

function hasKinds({ columns }: RegisterDefinition, rows: readonly StoredCells[]): boolean {
  return columns
    .filter(({ type, roles }) => type === 'choice' && roles.includes('identity'))
    .some(({ key }) => new Set(rows.flatMap((row) => row[key] ?? [])).size > 1);
}

/** The totals the table states; where it states none, what its items come to. */
function comparedPairs(
  definition: RegisterDefinition,
  rows: readonly StoredCells[],
  before: string,
  now: string,
): Pair[] {
  const levels = levelsOf(rows.map((row) => row[titleColumn(definition).key] ?? ''));
  const totals = rows.flatMap((row, at) => {
    const [then, current] = [storedNumber(row[before]), storedNumber(row[now])];
    const name = levels[at]?.isTotal ? (levels[at]?.name ?? '').replace(/\s/gu, '') : '';
    const isWhole = name !== '' && name !== '小计';
    return isWhole && then !== null && current !== null ? [{ name, before: then, now: current }] : [];
  });
  if (totals.length > 0) return totals;
  const [then, current] = [totalOf({ rows, levels }, before), totalOf({ rows, levels }, now)];
  return then === null || current === null ? [] : [{ name: '合计', before: then, now: current }];
}

function noteOf(
  { name, before, now }: Pair,
  beforeTitle: string,
  column: RegisterColumn,
  decimals: number,
): RegisterNote {
  const unit = column.unit ?? '';
  const change = now - before;
  const [total, amount] = [formatValue(now, decimals), formatValue(Math.abs(change), decimals)];
  if (Math.abs(change) < 1e-6)
    return {
      text: `${column.title}${name}${total}${unit}，与${beforeTitle}持平。`,
      textEn: `${name}, ${column.title}: ${total} ${unit}, the same as ${beforeTitle}.`,
    };
  const rate = `${formatValue(Math.abs(change / before) * 100, 2)}%`;
  const isMore = change > 0;
  return {
    text: `${column.title}${name}${total}${unit}，比${beforeTitle}${isMore ? '增加' : '减少'}${amount}${unit}，${isMore ? '增长' : '下降'}${rate}。`,
    textEn: `${name}, ${column.title}: ${total} ${unit}, ${amount} ${unit} (${rate}) ${isMore ? 'more' : 'less'} than ${beforeTitle}.`,
  };
}

function differenceColumns({ checks }: RegisterDefinition): { previous: string; current: string } | null {
  const check = checks.find((one) => one.check === 'difference');
  return check === undefined ? null : { previous: check.from, current: check.to };
}
