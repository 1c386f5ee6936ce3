// What staff decide about a register: its columns, how it is shown, what is checked; read from untrusted input.
import { type ChartType, chartTypes, mostSeries } from '../catalogue/chart-model.ts';
import {
  type ColumnRole,
  columnRoles,
  columnTypes,
  facetPlaces,
  masks,
  type RegisterColumn,
} from '../catalogue/register.ts';
import { AppError } from '../errors/app-error.ts';
import { Claim, refuse } from './claim.ts';

/** A way to show a register, by the columns it draws on; figures are worked out when it is published. */
export type ViewChoice =
  | { readonly view: 'look-up' }
  | { readonly view: 'ranking'; readonly value: string }
  | { readonly view: 'table' }
  /** Without values the entries of each category are counted. */
  | {
      readonly view: 'chart';
      readonly chart: ChartType;
      readonly category: string;
      readonly values: readonly string[];
    };

/** What is looked at when rows arrive and when the register is published. */
export type RegisterCheck =
  /** GB 32100, and GB 11714 for the organisation's part of it. */
  | { readonly check: 'credit-code'; readonly column: string }
  | { readonly check: 'required'; readonly column: string }
  | { readonly check: 'date-order'; readonly from: string; readonly until: string }
  /** Sub-items under their items, items under their total: numbered, 其中, 合计. */
  | { readonly check: 'sums'; readonly label: string; readonly columns: readonly string[] }
  /** A total standing beside its parts in the same row. */
  | { readonly check: 'row-total'; readonly total: string; readonly parts: readonly string[] }
  /** 增减: `to` less `from`. */
  | { readonly check: 'difference'; readonly from: string; readonly to: string; readonly result: string }
  /** 占比: per cent of the column's total. */
  | { readonly check: 'share'; readonly value: string; readonly share: string };

/** A register as staff set it up. */
export interface RegisterDefinition {
  /** 1 to 40 of `a-z0-9-`. */
  readonly id: string;
  /** The ready-made register it was made from. */
  readonly template: string | null;
  readonly title: string;
  readonly summary: string;
  readonly columns: readonly RegisterColumn[];
  readonly views: readonly ViewChoice[];
  readonly checks: readonly RegisterCheck[];
  /** 每周一更新: how often it is brought up to date, in words. */
  readonly updateRule: string | null;
}

export const mostColumns = 60;
export const mostViews = 6;
export const mostChecks = 60;
export const longestTitle = 200;
export const longestSummary = 1000;

const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/u;
const keyPattern = /^[a-z0-9][a-z0-9-]{0,29}$/u;

/** Whether this can be the id of a register. */
export function isRegisterId(text: string): boolean {
  return idPattern.test(text);
}

/** Reads a definition; throws `register.bad-definition` naming the place and the fault. */
export function parseDefinition(value: unknown): RegisterDefinition {
  const claim = new Claim(value, 'register');
  const columns = claim.list('columns', mostColumns, parseColumn);
  const keys = new Set(columns.map(({ key }) => key));
  requireSoundColumns(columns, keys);
  return {
    id: claim.matching('id', idPattern),
    template: claim.optionalText('template', 40),
    title: claim.text('title', longestTitle, 1),
    summary: claim.text('summary', longestSummary),
    columns,
    views: claim.list('views', mostViews, (item, place) => parseView(item, place, keys)),
    checks: claim.list('checks', mostChecks, (item, place) => parseCheck(item, place, keys)),
    updateRule: claim.optionalText('updateRule', 200),
  };
}

function parseColumn(value: unknown, place: string): RegisterColumn {
  const claim = new Claim(value, place);
  const roles = claim.list('roles', columnRoles.length, (role, at) => oneOf(role, columnRoles, at));
  return {
    key: claim.matching('key', keyPattern),
    title: claim.text('title', 100, 1),
    type: claim.oneOf('type', columnTypes),
    unit: claim.optionalText('unit', 20),
    isSearchable: claim.yesOrNo('isSearchable'),
    isShown: claim.yesOrNo('isShown'),
    isFacet: claim.yesOrNo('isFacet'),
    isSortable: claim.yesOrNo('isSortable'),
    mask: claim.oneOf('mask', masks),
    roles: [...new Set(roles)],
  };
}

function oneOf<T extends string>(value: unknown, words: readonly T[], place: string): T {
  const word = words.find((one) => one === value);
  return word ?? refuse(place, `expected one of ${words.join(', ')}`);
}

/** What columns must be together: told apart, one title, at most one start and end, no more facets than places. */
function requireSoundColumns(columns: readonly RegisterColumn[], keys: ReadonlySet<string>): void {
  if (columns.length === 0) refuse('columns', 'there is none');
  if (keys.size !== columns.length) refuse('columns', 'two have the same key');
  const having = (role: ColumnRole) => columns.filter(({ roles }) => roles.includes(role)).length;
  if (having('title') !== 1) refuse('columns', 'exactly one names the entry');
  if (having('shown-from') > 1 || having('shown-until') > 1)
    refuse('columns', 'a span has one start and one end');
  if (columns.filter(({ isFacet }) => isFacet).length > facetPlaces.length)
    refuse('columns', `at most ${facetPlaces.length} narrow results`);
  const title = columns.find(({ roles }) => roles.includes('title'));
  if (title?.mask === 'hidden') refuse('columns', 'the name of an entry cannot be hidden');
}

function parseView(value: unknown, place: string, keys: ReadonlySet<string>): ViewChoice {
  const claim = new Claim(value, place);
  const view = claim.oneOf('view', ['look-up', 'ranking', 'table', 'chart'] as const);
  if (view === 'look-up' || view === 'table') return { view };
  if (view === 'ranking') return { view, value: claim.key('value', keys) };
  return {
    view,
    chart: claim.oneOf('chart', chartTypes),
    category: claim.key('category', keys),
    values: claim.list('values', mostSeries, (key, at) => knownKey(key, at, keys)),
  };
}

function knownKey(value: unknown, place: string, keys: ReadonlySet<string>): string {
  return typeof value === 'string' && keys.has(value) ? value : refuse(place, 'no column has this key');
}

function parseCheck(value: unknown, place: string, keys: ReadonlySet<string>): RegisterCheck {
  const claim = new Claim(value, place);
  const key = (name: string) => claim.key(name, keys);
  const keyList = (name: string) => claim.list(name, mostColumns, (one, at) => knownKey(one, at, keys));
  const check = claim.oneOf('check', [
    'credit-code',
    'required',
    'date-order',
    'sums',
    'row-total',
    'difference',
    'share',
  ] as const);
  if (check === 'credit-code' || check === 'required') return { check, column: key('column') };
  if (check === 'date-order') return { check, from: key('from'), until: key('until') };
  if (check === 'sums') return { check, label: key('label'), columns: keyList('columns') };
  if (check === 'row-total') return { check, total: key('total'), parts: keyList('parts') };
  if (check === 'share') return { check, value: key('value'), share: key('share') };
  return { check, from: key('from'), to: key('to'), result: key('result') };
}

/** The column that names the entries. */
export function titleColumn(definition: Pick<RegisterDefinition, 'columns'>): RegisterColumn {
  const column = definition.columns.find(({ roles }) => roles.includes('title')) ?? definition.columns[0];
  if (column === undefined)
    throw new AppError('register.bad-definition', { place: 'columns', fault: 'none' });
  return column;
}

/** The column with this key; undefined when there is none. */
export function columnOf(
  definition: Pick<RegisterDefinition, 'columns'>,
  key: string,
): RegisterColumn | undefined {
  return definition.columns.find((column) => column.key === key);
}
