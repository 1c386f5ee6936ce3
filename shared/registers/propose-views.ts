// Proposes how a sheet is shown and checked, from what its columns are.
import type { ChartType } from '../catalogue/chart-model.ts';
import { mostSeries } from '../catalogue/chart-model.ts';
import type { RegisterColumn } from '../catalogue/register.ts';
import { foldHeading, yearOfHeading } from './headings.ts';
import { levelsOf } from './item-levels.ts';
import { inUnit, parseAmount } from './parse-amount.ts';
import type { ProposedColumn } from './propose-columns.ts';
import type { RegisterCheck, ViewChoice } from './register-definition.ts';
import type { TableSample } from './table-sample.ts';

const isCounted = ({ type }: RegisterColumn) => type === 'number' || type === 'money';
const isShare = ({ title, unit }: RegisterColumn) => unit === '%' && /占|比/u.test(title);
const isChange = ({ title }: RegisterColumn) => /增减|增长|同比|环比|变动/u.test(title);

/** The checks a table asks for: its sums, its shares, its changes. Those the sample itself fails everywhere are not. */
export function proposeChecks(proposed: readonly ProposedColumn[], table: TableSample): RegisterCheck[] {
  const columns = proposed.map(({ column }) => column);
  const title = columns.find(({ roles }) => roles.includes('title'));
  if (title === undefined) return [];
  const at = proposed.find(({ column }) => column === title)?.index ?? 0;
  const labels = table.sample.map((row) => row[at] ?? '');
  const amounts = columns.filter((column) => isCounted(column) && column.unit !== '%');
  const checks: RegisterCheck[] = [];
  if (amounts.length > 0 && levelsOf(labels).some(({ isTotal, level }) => isTotal || level > 0))
    checks.push({ check: 'sums', label: title.key, columns: amounts.map(({ key }) => key) });
  const share = columns.find(isShare);
  if (share !== undefined && amounts[0] !== undefined)
    checks.push({ check: 'share', value: amounts[0].key, share: share.key });
  return [...checks, ...proposeRowTotal(proposed, table), ...proposeDifference(proposed)];
}

/** 合计 beside its parts, where at least half of the rows add up that way. */
function proposeRowTotal(proposed: readonly ProposedColumn[], { sample }: TableSample): RegisterCheck[] {
  const counted = proposed.filter(({ column }) => isCounted(column) && column.unit !== '%');
  const total = counted.find(({ column }) => /^(?:合计|总计|小计|共计)/u.test(foldHeading(column.title)));
  const parts = counted.filter(
    ({ column }) => column !== total?.column && column.unit === total?.column.unit && !isChange(column),
  );
  if (total === undefined || parts.length < 2) return [];
  const value = (row: readonly string[], one: ProposedColumn) =>
    numberIn(row[one.index] ?? '', one.column.unit);
  const fitting = sample.filter((row) => {
    const sum = parts.reduce((all, part) => all + value(row, part), 0);
    return Math.abs(sum - value(row, total)) < 1e-6 * Math.max(1, Math.abs(sum));
  });
  if (fitting.length * 2 < sample.length) return [];
  return [{ check: 'row-total', total: total.column.key, parts: parts.map(({ column }) => column.key) }];
}

function numberIn(cell: string, unit: string | null): number {
  const { amount } = parseAmount(cell);
  if (amount === null) return 0;
  return Number(unit === null ? amount.digits : (inUnit(amount, unit) ?? amount.digits));
}

/** 增减 behind two years. */
function proposeDifference(proposed: readonly ProposedColumn[]): RegisterCheck[] {
  const counted = proposed
    .map(({ column }) => column)
    .filter((column) => isCounted(column) && column.unit !== '%');
  const result = counted.find(isChange);
  const years = counted
    .filter((column) => column !== result && yearOfHeading(column.title) !== null)
    .sort((a, b) => (yearOfHeading(a.title) ?? 0) - (yearOfHeading(b.title) ?? 0));
  const [from, to] = [years.at(-2), years.at(-1)];
  if (result === undefined || from === undefined || to === undefined) return [];
  return [{ check: 'difference', from: from.key, to: to.key, result: result.key }];
}

/** A table of figures is shown as one, with a drawing; long lists are looked up. */
export function proposeViews(
  proposed: readonly ProposedColumn[],
  checks: readonly RegisterCheck[],
  table: TableSample,
): ViewChoice[] {
  const columns = proposed.map(({ column }) => column);
  const title = columns.find(({ roles }) => roles.includes('title'));
  const amounts = columns.filter((column) => isCounted(column) && !isChange(column) && column.unit !== '%');
  const series = amounts.filter(({ unit }) => unit === amounts[0]?.unit).slice(0, mostSeries);
  const isFigures = series.length > 0 && table.sample.length <= 60 && columns.length - amounts.length <= 5;
  if (!isFigures || title === undefined)
    return [{ view: 'look-up' }, ...(columns.length <= 8 ? [{ view: 'table' } as const] : [])];
  const category = title.key;
  const values = series.map(({ key }) => key);
  const views: ViewChoice[] = [
    { view: 'table' },
    { view: 'chart', chart: chartOf(proposed, table), category, values },
  ];
  const hasParts = checks.some(({ check }) => check === 'sums' || check === 'share');
  const [first] = values;
  if (hasParts && first !== undefined)
    views.push({ view: 'chart', chart: 'composition', category, values: [first] });
  return views;
}

const timeTitle = /年份|年度|月份|季度|时期|^年$|^月$|周次/u;
const timeCell = /^(?:(?:19|20)\d{2}年?|\d{1,2}月份?|第?[一二三四\d]{1,2}(?:季度|周))/u;

/** Times run along a line; things stand side by side. */
function chartOf(proposed: readonly ProposedColumn[], { sample }: TableSample): ChartType {
  const title = proposed.find(({ column }) => column.roles.includes('title'));
  if (title === undefined || sample.length < 3) return 'bar';
  const isTime = timeTitle.test(title.column.title) || title.column.type === 'date';
  return isTime || sample.every((row) => timeCell.test(row[title.index] ?? '')) ? 'line' : 'bar';
}
