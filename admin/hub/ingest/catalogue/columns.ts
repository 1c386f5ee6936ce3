// Understands the one- or two-row header of a standard-catalogue sheet: which column holds what.
import { parseChineseNumber } from '#shared/catalogue/chinese-number.ts';
import { parseChannels } from '#shared/catalogue/parse-channels.ts';
import type { SheetRow } from '#shared/workbook/sheet-row.ts';
import type { RecognisedColumn } from '../draft.ts';
import { fieldOfHeading, foldHeading } from '../import-fields.ts';
import { namesCatalogue } from '../recognise-kind.ts';

/** A column of the sheet as the catalogue understands it. */
export interface CatalogueColumn {
  /** Position in the data rows (after a shift has been set right). */
  readonly index: number;
  readonly heading: string;
  /** A field of the matters import, or `channel:NAME` for a tick column of one channel. */
  readonly field: string;
}

/** A column that says nothing the catalogue has a field for; staff may give it one. */
export type UnreadColumn = Omit<CatalogueColumn, 'field'>;

export interface CatalogueHeader {
  readonly columns: readonly CatalogueColumn[];
  readonly unread: readonly UnreadColumn[];
  /** Row numbers the header covers. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** 一级 to 四级事项; deeper columns share the last one. */
const deepestLevel = 4;
const groupFields = new Set(['item', 'audience', 'mode', 'tier', 'channels']);
const subFields = /^(?:level[1-4]|audience\.|mode\.|tier\.)/u;

/** Whether a row is the main header row of a standard catalogue. */
export function isCatalogueHeader(row: SheetRow): boolean {
  return namesCatalogue(row.cells);
}

/**
 * Whether a row stands under a main header row and names its sub-columns. Under another row of sub-headings
 * (`above`) every one of its cells must name one.
 */
export function isSubHeader(row: SheetRow, main: SheetRow, above: SheetRow | null = null): boolean {
  const named = row.cells.filter((cell) => cell !== '');
  const known = row.cells.filter((cell, index) => cell !== '' && isSubHeading(cell, index, main));
  const isShort = named.every((cell) => cell.length <= 20 || main.cells.includes(cell));
  const least = above === null ? named.length / 2 : named.length;
  return named.length > 0 && isShort && known.length >= least;
}

function isSubHeading(cell: string, index: number, main: SheetRow): boolean {
  const field = fieldOfHeading('matters', cell);
  if (field !== null && (subFields.test(field) || field === 'channels')) return true;
  if (foldHeading(cell) === foldHeading(main.cells[index] ?? '')) return true;
  // One tick column for each channel: its heading is the channel's name.
  const group = main.cells.slice(0, index + 1).findLast((text) => text !== '') ?? '';
  const isUnderChannels = fieldOfHeading('matters', group) === 'channels' && !/[■□√☑]/u.test(cell);
  return isUnderChannels && (main.cells[index] ?? '') === ''
    ? true
    : isUnderChannels && parseChannels(cell).channels.length === 1;
}

/** Whether a row under the header only numbers its columns: 1, 2, 3 … or （一）, （二） … */
export function isColumnNumbers(row: SheetRow): boolean {
  const named = row.cells.filter((cell) => cell !== '');
  const numbers = named.map((cell) => parseChineseNumber(cell.replace(/[()（）栏列\s]/gu, '')));
  const first = numbers[0] ?? null;
  return named.length >= 2 && first !== null && numbers.every((value, at) => value === first + at);
}

/** Two rows of sub-headings read as one: where the lower row is silent, the upper one counts. */
export function mergeSubHeaders(upper: SheetRow, lower: SheetRow): SheetRow {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const cells = Array.from({ length: width }, (_, index) => lower.cells[index] || upper.cells[index] || '');
  return { ...lower, cells };
}

/** The columns of a header of one row, or two when `sub` is given. */
export function readHeader(main: SheetRow, sub: SheetRow | null): CatalogueHeader {
  const subCells = sub === null ? [] : alignSubHeader(main.cells, sub.cells);
  const width = Math.max(main.cells.length, subCells.length);
  const found: RecognisedColumn[] = [];
  let group: string | null = null;
  let level = 0;
  for (let index = 0; index < width; index += 1) {
    const mainText = (main.cells[index] ?? '').replace(/\s+/gu, '');
    const subText = (subCells[index] ?? '').replace(/\s+/gu, '');
    const named = fieldOfHeading('matters', mainText) ?? channelOf(mainText);
    if (mainText !== '') {
      group = named;
      level = 0;
    } else if (subText === '' && (group === null || !groupFields.has(group) || group === 'channels'))
      continue;
    if (mainText === '' && subText === '' && !found.some(isRead)) continue;
    if (group === 'item') level += 1;
    const field = fieldOf(group, subText === mainText ? '' : subText, level);
    found.push({ index, heading: headingOf(mainText, subText), field });
  }
  const columns = withOneAgency(withoutUpperTiers(withoutLoneLevels(found.filter(isRead))));
  const unread = found.filter(
    ({ index, heading }) => heading !== '' && !columns.some((column) => column.index === index),
  );
  return {
    columns,
    unread,
    firstRow: main.number,
    lastRow: (sub ?? main).number,
  };
}

function isRead(column: RecognisedColumn): column is CatalogueColumn {
  return column.field !== null;
}

/** A sub-header typed one column too far left (its 一级事项 under 序号) is moved under its group. */
function alignSubHeader(main: readonly string[], sub: readonly string[]): readonly string[] {
  const item = main.findIndex((cell) => fieldOfHeading('matters', cell) === 'item');
  const first = sub.findIndex((cell) => fieldOfHeading('matters', cell) === 'level1');
  return item >= 0 && first >= 0 && first === item - 1 ? ['', ...sub] : sub;
}

/** A heading that names one channel of the standard list heads a tick column of its own. */
function channelOf(heading: string): string | null {
  const { channels } = parseChannels(heading);
  return channels.length === 1 && channels[0] !== 'other' ? `channel:${heading}` : null;
}

function headingOf(main: string, sub: string): string {
  const text = sub !== '' && sub !== main ? sub : main;
  return text.replace(/\s+/gu, '');
}

function fieldOf(group: string | null, sub: string, level: number): string | null {
  const subField = fieldOfHeading('matters', sub);
  if (group === 'item')
    return subField?.startsWith('level') ? subField : `level${Math.min(level, deepestLevel)}`;
  if (sub === '') return group;
  if (group === 'audience') return isForEveryone(sub) ? 'audience.everyone' : 'audience.specific';
  if (group === 'mode') return /申请/u.test(sub) ? 'mode.on-request' : 'mode.proactive';
  if (group === 'tier') return subField?.startsWith('tier.') ? subField : tierOf(sub);
  if (group === 'channels') return `channel:${sub.replace(/\s+/gu, '')}`;
  return group ?? subField;
}

/** 全社会, 社会公众 …; 特定社会群体 and 利害关系人 are not everyone. */
function isForEveryone(heading: string): boolean {
  return /社会|公众|所有|全体/u.test(heading) && !/特定|特殊/u.test(heading);
}

/** The tier an unusual heading means, by the words in it. */
function tierOf(heading: string): string {
  const isVillage = /村|社区|居/u.test(heading);
  if (/乡|镇|街|苏木/u.test(heading)) return isVillage ? 'tier.township-village' : 'tier.township';
  return isVillage ? 'tier.village' : 'tier.county';
}

/** Gives each level one column: a second column claiming the same level takes the next one. */
function withoutLoneLevels(columns: readonly CatalogueColumn[]): CatalogueColumn[] {
  let next = 1;
  return columns.map((column) => {
    if (!/^level\d$/u.test(column.field)) return column;
    const level = Math.min(deepestLevel, Math.max(next, Number(column.field.slice(5))));
    next = level + 1;
    return { ...column, field: `level${level}` };
  });
}

/** Province and city columns beside one for the county say nothing about this catalogue's own tiers. */
function withoutUpperTiers(columns: readonly CatalogueColumn[]): CatalogueColumn[] {
  const isUpper = ({ field, heading }: CatalogueColumn): boolean =>
    field === 'tier.county' && /^(?:省|市|地市|设区市)级?$/u.test(heading);
  const hasCounty = columns.some((column) => column.field === 'tier.county' && !isUpper(column));
  return columns.filter((column) => !hasCounty || !isUpper(column));
}

/** Of several columns that name offices, 公开主体 (else the first) is the agency; the next is who answers for it. */
function withOneAgency(columns: readonly CatalogueColumn[]): CatalogueColumn[] {
  const agencies = columns.filter(({ field }) => field === 'agency');
  const chosen = agencies.find(({ heading }) => /公开(?:责任)?主体/u.test(heading)) ?? agencies[0];
  let isAnswerable = columns.some(({ field }) => field === 'responsible');
  return columns.flatMap((column) => {
    if (column.field !== 'agency' || column === chosen) return [column];
    const isFree = !isAnswerable;
    isAnswerable = true;
    return isFree ? [{ ...column, field: 'responsible' }] : [];
  });
}
