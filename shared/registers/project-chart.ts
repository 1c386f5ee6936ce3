// Charts worked out from a register's rows: bounded categories and series, parts of a whole from its smallest items.
import { type ChartModel, type ChartSeries, mostCategories, mostSeries } from '../catalogue/chart-model.ts';
import { levelsOf } from './item-levels.ts';
import { storedNumber } from './parse-amount.ts';
import { isTotalRow, type StoredCells, shownCell } from './project-entry.ts';
import { columnOf, type RegisterDefinition, titleColumn, type ViewChoice } from './register-definition.ts';
import { add } from './sum-rows.ts';

type ChartChoice = Extract<ViewChoice, { readonly view: 'chart' }>;
const counted = '数量';
/** What entries are counted in. */
const countedIn = '条';
const others = '其他';

/**
 * The charts staff chose: one, or where items belong to one of a few kinds that cannot be added up (收入, 支出)
 * one for each kind. None where no row has a figure.
 */
export function projectCharts(
  definition: RegisterDefinition,
  choice: ChartChoice,
  rows: readonly StoredCells[],
  period: string | null,
): ChartModel[] {
  const kinds = kindsOf(definition, choice, rows);
  const parts = kinds.names.map((name) => ({ name, rows: rows.filter((row) => row[kinds.key] === name) }));
  const drawn = parts.length === 0 ? [{ name: null, rows }] : parts;
  return drawn.flatMap((part) => projectChart(definition, choice, part.rows, period, part.name) ?? []);
}

/** More kinds than these are no kinds but items. */
const mostKinds = 4;

/** The kinds items are told apart by beside their name. */
function kindsOf(
  { columns }: RegisterDefinition,
  { category }: ChartChoice,
  rows: readonly StoredCells[],
): { key: string; names: readonly string[] } {
  const isNamed = columns.some(({ key, roles }) => key === category && roles.includes('title'));
  const kind = columns.find(
    ({ type, roles, key }) => type === 'choice' && roles.includes('identity') && key !== category,
  );
  if (!isNamed || kind === undefined) return { key: '', names: [] };
  const names = [...new Set(rows.flatMap((row) => row[kind.key] ?? []))];
  const isTold =
    names.length >= 2 && names.length <= mostKinds && rows.every((row) => row[kind.key] !== undefined);
  return { key: kind.key, names: isTold ? names : [] };
}

function projectChart(
  definition: RegisterDefinition,
  choice: ChartChoice,
  rows: readonly StoredCells[],
  period: string | null,
  kind: string | null,
): ChartModel | null {
  const category = columnOf(definition, choice.category);
  if (category === undefined) return null;
  const drawn = drawnRows(definition, choice, rows);
  const groups = groupRows(drawn, (row) => shownName(definition, choice, row));
  const series = choice.values.length === 0 ? [countSeries(groups)] : valueSeries(definition, choice, groups);
  const filled = series.filter(({ values }) => values.some((value) => value !== null)).slice(0, mostSeries);
  if (filled.length === 0) return null;
  const bounded = boundCategories(choice.chart, [...groups.keys()], filled, isRanked(definition, choice));
  const unit =
    choice.values.length === 0 ? countedIn : (columnOf(definition, choice.values[0] ?? '')?.unit ?? null);
  return { type: choice.chart, title: chartTitle(definition, choice, period, kind), unit, ...bounded };
}

/** 明渚区2026年一般公共预算收支：收入，2026年预算数 */
function chartTitle(
  definition: RegisterDefinition,
  choice: ChartChoice,
  period: string | null,
  kind: string | null,
): string {
  const counts = choice.values.length === 0 ? choice.category : null;
  const only = choice.chart === 'composition' ? choice.values[0] : null;
  const about = columnOf(definition, counts ?? only ?? '')?.title;
  const isDated = period === null || definition.title.includes(period);
  const words = [kind, about].filter((word) => typeof word === 'string').join('，');
  return `${definition.title}${isDated ? '' : `（${period}）`}${words === '' ? '' : `：${words}`}`;
}

/** Totals are never drawn beside their items; a composition is drawn of the smallest ones, other charts of the largest. */
function drawnRows(
  definition: RegisterDefinition,
  choice: ChartChoice,
  rows: readonly StoredCells[],
): StoredCells[] {
  const title = titleColumn(definition).key;
  if (choice.category !== title)
    return rows.filter((row) => (row[choice.category] ?? '') !== '' && !isTotalRow(definition, row));
  const levels = levelsOf(rows.map((row) => row[title] ?? ''));
  return rows.filter((_, at) => {
    const item = levels[at];
    if (item === undefined || item.isTotal) return false;
    return choice.chart === 'composition' ? isSmallest(levels, at) : item.level === 0;
  });
}

/** Nothing certain stands below it, and it is itself part of a whole breakdown. */
function isSmallest(levels: readonly ReturnType<typeof levelsOf>[number][], at: number): boolean {
  const [item, next] = [levels[at], levels[at + 1]];
  if (item === undefined) return false;
  const isNamedOnly = item.isOfWhich && !item.isNumbered;
  const hasParts =
    next !== undefined && !next.isTotal && next.level > item.level && !(next.isOfWhich && !next.isNumbered);
  return !isNamedOnly && !hasParts;
}

function shownName(definition: RegisterDefinition, choice: ChartChoice, row: StoredCells): string {
  const column = columnOf(definition, choice.category);
  const raw = row[choice.category] ?? '';
  if (column === undefined) return raw;
  const isTitle = column.roles.includes('title');
  const [level] = isTitle ? levelsOf([raw]) : [];
  return shownCell(column, row, level?.name ?? raw);
}

/** Rows of the same category are added up. */
function groupRows(
  rows: readonly StoredCells[],
  nameOf: (row: StoredCells) => string,
): Map<string, StoredCells[]> {
  const groups = new Map<string, StoredCells[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

function countSeries(groups: ReadonlyMap<string, readonly StoredCells[]>): ChartSeries {
  return { name: counted, values: [...groups.values()].map(({ length }) => length) };
}

function valueSeries(
  definition: RegisterDefinition,
  choice: ChartChoice,
  groups: ReadonlyMap<string, readonly StoredCells[]>,
): ChartSeries[] {
  const unit = columnOf(definition, choice.values[0] ?? '')?.unit;
  return choice.values.flatMap((key) => {
    const column = columnOf(definition, key);
    // Figures of another unit cannot stand on the same scale.
    if (column === undefined || column.unit !== unit || column.mask !== 'none') return [];
    const values = [...groups.values()].map((rows) => {
      const found = rows.flatMap((row) => storedNumber(row[key]) ?? []);
      return found.length === 0 ? null : add(found);
    });
    return [{ name: column.title, values }];
  });
}

type Drawing = Pick<ChartModel, 'categories' | 'series'>;

/** Bars of what is ranked, and of counts, stand in the order of their length. */
function isRanked({ views }: RegisterDefinition, { chart, values }: ChartChoice): boolean {
  const ranked = views.flatMap((view) => (view.view === 'ranking' ? [view.value] : []));
  return chart !== 'line' && (values.length === 0 || ranked.includes(values[0] ?? ''));
}

/** A line keeps its end, a composition adds its smallest parts up, bars keep the longest. */
function boundCategories(
  type: ChartModel['type'],
  categories: readonly string[],
  series: readonly ChartSeries[],
  isRankedByValue: boolean,
): Drawing {
  const value = (index: number) => series[0]?.values[index] ?? Number.NEGATIVE_INFINITY;
  const all = categories.map((_, index) => index);
  const byValue = [...all].sort((a, b) => value(b) - value(a) || a - b);
  const isOver = categories.length > mostCategories;
  const most = isOver && type === 'composition' ? mostCategories - 1 : mostCategories;
  const chosen = type === 'line' ? all.slice(-most) : byValue.slice(0, most);
  const kept = isRankedByValue ? chosen : [...chosen].sort((a, b) => a - b);
  const drawing: Drawing = {
    categories: kept.map((index) => categories[index] ?? ''),
    series: series.map(({ name, values }) => ({ name, values: kept.map((index) => values[index] ?? null) })),
  };
  return type === 'composition' && isOver ? withOthers(drawing, series, new Set(kept)) : drawing;
}

function withOthers(
  { categories, series }: Drawing,
  all: readonly ChartSeries[],
  kept: ReadonlySet<number>,
): Drawing {
  const rest = (values: ChartSeries['values']) =>
    add(values.flatMap((value, index) => (kept.has(index) ? [] : (value ?? []))));
  return {
    categories: [...categories, others],
    series: series.map(({ name, values }, index) => ({
      name,
      values: [...values, rest(all[index]?.values ?? [])],
    })),
  };
}
