// One item of a catalogue while it is being read: its own cells, and what it takes over from the item above.
import { paragraphBreak } from '#shared/catalogue/clean-text.ts';
import { saysSameAsAbove } from '#shared/catalogue/parse-deadline.ts';
import type { RowProblem } from '../draft.ts';
import type { CatalogueColumn } from './columns.ts';

/** Fields whose empty cell repeats the one above, as merged cells do once a sheet has become text. */
export const inheritedFields = [
  'basis',
  'deadline',
  'agency',
  'channels',
  'responsible',
  'field',
  'audience',
  'mode',
  'tier',
] as const;
/** Fields that say 同上 when they mean the cell above, but are the row's own when empty. */
const ownFields = ['elements', 'indexNo', 'treePath'] as const;
export const tickGroups = ['audience', 'mode', 'tier', 'channel'] as const;
export type TickGroup = (typeof tickGroups)[number];
type TextField = (typeof inheritedFields)[number] | (typeof ownFields)[number];

/** The cells of one data row by field, as written. */
export interface OwnCells {
  readonly row: number;
  readonly number: string;
  /** By level column, empty where blank. */
  readonly levels: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  /** Cells of tick columns that hold anything, by group: column field → cell. */
  readonly ticks: ReadonlyMap<TickGroup, ReadonlyMap<string, string>>;
  /** Fields that a merged range from a row above covers, with its text. */
  readonly covered: ReadonlyMap<string, string>;
}

export interface CatalogueItem {
  readonly row: number;
  readonly number: string;
  /** By level column, with gaps filled. */
  levels: string[];
  readonly texts: Map<string, string>;
  readonly ticks: Map<TickGroup, Map<string, string>>;
  /** Cells of tick columns on joined rows: they belong to this item alone and are not handed down. */
  readonly joinedTicks: Map<TickGroup, Map<string, string>>;
  readonly joinedRows: number[];
  readonly problems: RowProblem[];
}

/** Group of a tick column's field, or null for other columns. */
export function tickGroupOf(field: string): TickGroup | null {
  if (field.startsWith('channel:')) return 'channel';
  const group = field.split('.')[0];
  return field.includes('.') && (group === 'audience' || group === 'mode' || group === 'tier') ? group : null;
}

/**
 * The item a row states. `above` is the item before it in the same table; `isMerged(field)` says that the sheet
 * itself merges cells of that column, so that an empty cell outside a merged range is truly empty.
 */
export function startItem(
  own: OwnCells,
  above: CatalogueItem | null,
  columns: readonly CatalogueColumn[],
  isMerged: (field: string) => boolean,
): CatalogueItem {
  const item: CatalogueItem = {
    row: own.row,
    number: own.number,
    levels: saysNothing(own) ? [] : fillLevels(own.levels, above?.levels ?? [], own.covered),
    texts: new Map(),
    ticks: new Map(),
    joinedTicks: new Map(),
    joinedRows: [],
    problems: [],
  };
  const headingOf = (field: string): string | null =>
    columns.find((column) => column.field === field)?.heading ?? null;
  for (const field of [...inheritedFields, ...ownFields] as readonly TextField[]) {
    const value = own.texts.get(field) ?? own.covered.get(field) ?? '';
    const fromAbove = above?.texts.get(field);
    if (saysNone(value)) item.texts.set(field, '');
    else if (saysSameAsAbove(value)) {
      if (fromAbove !== undefined) item.texts.set(field, fromAbove);
      else {
        item.problems.push({
          row: own.row,
          column: headingOf(field),
          code: 'ingest.same-as-nothing',
          details: {},
        });
        if (field !== 'agency') item.texts.set(field, value);
      }
    } else if (value !== '') item.texts.set(field, value);
    else if (fromAbove !== undefined && repeatsAbove(field, isMerged)) item.texts.set(field, fromAbove);
  }
  for (const group of tickGroups) item.ticks.set(group, ticksOf(own, above, group, isMerged));
  return item;
}

/** A dash or stroke typed where there is nothing: the cell is empty and repeats nothing. */
function saysNone(text: string): boolean {
  return /^(?:[-—–－/／\\]+|无)$/u.test(text.trim());
}

/** A row that only has a number, or only a basis or the like, names no item and no content. */
function saysNothing(own: OwnCells): boolean {
  const isNamed = own.levels.some((text) => text !== '') || own.texts.has('elements');
  return (
    !isNamed && ![...own.covered.keys()].some((field) => field === 'elements' || field.startsWith('level'))
  );
}

/** Every item needs an agency, so that gap is filled even where the sheet's merges do not reach. */
function repeatsAbove(field: TextField, isMerged: (field: string) => boolean): boolean {
  if (field === 'agency') return true;
  return (inheritedFields as readonly string[]).includes(field) && !isMerged(field);
}

/** A group of tick columns is the row's own as soon as one of them holds anything. */
function ticksOf(
  own: OwnCells,
  above: CatalogueItem | null,
  group: TickGroup,
  isMerged: (field: string) => boolean,
): Map<string, string> {
  const cells = new Map(own.ticks.get(group));
  for (const [field, text] of own.covered)
    if (tickGroupOf(field) === group && text !== '') cells.set(field, text);
  const inherited = above?.ticks.get(group);
  if (cells.size > 0 || !inherited) return cells;
  return isMerged(group) ? cells : new Map(inherited);
}

/** Fills the gaps of the level columns: an empty level repeats the item above, but behind a new one it does not exist. */
export function fillLevels(
  own: readonly string[],
  above: readonly string[],
  covered: ReadonlyMap<string, string>,
): string[] {
  let isStillAbove = true;
  return own.map((text, index) => {
    const upper = above[index] ?? '';
    if (saysNone(text)) {
      isStillAbove = false;
      return '';
    }
    const merged = covered.get(`level${index + 1}`) ?? '';
    if (text !== '' && !saysSameAsAbove(text)) {
      isStillAbove &&= text.replace(/\s/gu, '') === upper.replace(/\s/gu, '');
      return text;
    }
    return merged !== '' ? merged : isStillAbove ? upper : '';
  });
}

/** Takes a row into the item above it: its words are added to the fields they stand under. */
export function joinRow(item: CatalogueItem, own: OwnCells): void {
  item.joinedRows.push(own.row);
  for (const [field, text] of own.texts) {
    const before = item.texts.get(field);
    if (saysSameAsAbove(text) || before === text) continue;
    const separator = field === 'agency' || field === 'deadline' ? '' : paragraphBreak;
    item.texts.set(field, before === undefined || before === '' ? text : `${before}${separator}${text}`);
  }
  for (const [group, cells] of own.ticks) {
    const ticks = item.joinedTicks.get(group) ?? new Map<string, string>();
    for (const [field, text] of cells) ticks.set(field, `${ticks.get(field) ?? ''}${text}`);
    item.joinedTicks.set(group, ticks);
  }
}

/** All cells of a group of tick columns, the item's own and those of its joined rows. */
export function tickCells(item: CatalogueItem, group: TickGroup): [field: string, cell: string][] {
  return [...(item.ticks.get(group) ?? []), ...(item.joinedTicks.get(group) ?? [])];
}
