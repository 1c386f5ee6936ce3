// One row of a register as a release carries it: masked, in the words people read, with when it is shown.
import { shorten } from '../catalogue/clean-text.ts';
import type { ShownSpan } from '../catalogue/record.ts';
import { type EntryDetails, facetPlaces, type RegisterColumn } from '../catalogue/register.ts';
import { checkCreditCode } from './credit-code.ts';
import { isPlainTotalName, isTotalName } from './item-levels.ts';
import { maskCell } from './mask-cell.ts';
import { groupThousands } from './parse-amount.ts';
import { endless } from './read-cell.ts';
import { identityColumns } from './read-row.ts';
import { type RegisterDefinition, titleColumn } from './register-definition.ts';

/** A stored row: texts by column key. */
export type StoredCells = Readonly<Record<string, string>>;

/** What a row gives the record it becomes. */
export interface ProjectedEntry {
  readonly title: string;
  readonly summary: string;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  readonly date: string | null;
  readonly shown: ShownSpan | null;
  readonly cells: EntryDetails['cells'];
  readonly facets: EntryDetails['facets'];
}

const longestEntryTitle = 200;
const longestEntrySummary = 160;
const summaryColumns = 3;
const documentNumber = /〔\d{4}〕.*号$/u;

/** Projects a stored row. Nothing that a mask hides is in what is returned. */
export function projectEntry(definition: RegisterDefinition, cells: StoredCells): ProjectedEntry {
  const title = titleColumn(definition);
  const shown = shownColumns(definition).flatMap((column) => {
    const text = shownCell(column, cells);
    return text === '' ? [] : [{ column, text }];
  });
  const code = identityCode(definition, cells);
  const isDocument = code !== null && documentNumber.test(code);
  return {
    title: shorten(shownCell(title, cells) || (code ?? '—'), longestEntryTitle),
    summary: summaryOf(shown.filter(({ column }) => column !== title)),
    docNo: isDocument ? code : null,
    indexNo: isDocument ? null : code,
    date: dateOf(definition, cells),
    shown: spanOf(definition, cells),
    cells: shown.map(({ column, text }) => [column.key, text] as const),
    facets: facetColumns(definition).map((column) => shownCell(column, cells) || null),
  };
}

/**
 * Whether a row only adds others up (合计): it stands in tables, and is nothing to be looked up. A longer name
 * (支出合计) must have a figure, or nothing at all beside it: an entry may be called so.
 */
export function isTotalRow(definition: RegisterDefinition, cells: StoredCells): boolean {
  const title = titleColumn(definition).key;
  const name = cells[title] ?? '';
  if (!isTotalName(name) || identityCode(definition, cells) !== null) return false;
  const others = definition.columns.filter(({ key }) => key !== title && (cells[key] ?? '') !== '');
  return isPlainTotalName(name) || others.length === 0 || others.some(isFigureColumn);
}

/** Whether a column's cells are figures. */
export function isFigureColumn({ type }: Pick<RegisterColumn, 'type'>): boolean {
  return type === 'number' || type === 'money';
}

/** The columns people see, in order. */
export function shownColumns(definition: Pick<RegisterDefinition, 'columns'>): readonly RegisterColumn[] {
  return definition.columns.filter(({ isShown, mask }) => isShown && mask !== 'hidden');
}

/** The columns results are narrowed by, each in its place. */
export function facetColumns(definition: Pick<RegisterDefinition, 'columns'>): readonly RegisterColumn[] {
  return definition.columns
    .filter(({ isFacet, mask }) => isFacet && mask !== 'hidden')
    .slice(0, facetPlaces.length);
}

/** Names of persons this long are hardly ever those of people. */
const longestPersonName = 4;

/**
 * A cell of a row, masked. A row with the valid code of an organisation is about one: its name stays, unless it is
 * short enough to be that of the person who runs it.
 */
function maskedCell(column: RegisterColumn, row: StoredCells, text: string): string {
  const isName = column.mask === 'person-name' && column.roles.includes('title');
  const isLong = [...text.trim()].length > longestPersonName;
  return isName && isLong && namesOrganisation(row) && !/[:：]/u.test(text)
    ? text
    : maskCell(column.mask, text);
}

function namesOrganisation(row: StoredCells): boolean {
  return Object.values(row).some((text) => text.length === 18 && checkCreditCode(text).state === 'valid');
}

/** A cell of a row as people read it: masked, thousands grouped. `text` stands in for what the row says. */
export function shownCell(
  column: RegisterColumn,
  row: StoredCells,
  text: string = row[column.key] ?? '',
): string {
  const masked = maskedCell(column, row, text).trim();
  return isFigureColumn(column) ? groupThousands(masked) : masked;
}

function summaryOf(shown: readonly { readonly column: RegisterColumn; readonly text: string }[]): string {
  const parts = shown
    .slice(0, summaryColumns)
    .map(({ column, text }) => `${column.title}：${text.replace(/\n/gu, ' ')}${column.unit ?? ''}`);
  return shorten(parts.join('；'), longestEntrySummary);
}

/** A code that tells the entry apart and may be read by everybody. */
function identityCode(definition: RegisterDefinition, cells: StoredCells): string | null {
  const column = identityColumns(definition).find(
    ({ type, mask, isShown }) => type === 'code' && mask === 'none' && isShown,
  );
  return (column === undefined ? undefined : cells[column.key]) ?? null;
}

/** Headings of when something ends, also where staff have not said that the entry goes with it. */
const endHeading = /至$|截止|到期|失效|终止|期满/u;

/** The first day an entry names; when it ends is no date of it. */
function dateOf(definition: RegisterDefinition, cells: StoredCells): string | null {
  const column = definition.columns.find(({ type, title, roles, mask, isShown }) => {
    const isEnd = roles.includes('shown-until') || endHeading.test(title);
    return type === 'date' && mask === 'none' && isShown && !isEnd;
  });
  const text = cells[column?.key ?? ''] ?? '';
  return /^\d{4}(?:-\d{2}){0,2}$/u.test(text) ? text : null;
}

/** China keeps one time, eight hours ahead of UTC. */
const chinaOffsetMs = 8 * 3_600_000;

function spanOf(definition: RegisterDefinition, cells: StoredCells): ShownSpan | null {
  const cell = (role: 'shown-from' | 'shown-until') =>
    cells[definition.columns.find(({ roles }) => roles.includes(role))?.key ?? ''];
  const from = startOf(cell('shown-from'), 0);
  const until = startOf(cell('shown-until'), 1);
  return from === null && until === null ? null : { from, until };
}

/** The first instant of a day, month or year, or of the one so many after it. */
function startOf(text: string | undefined, after: number): string | null {
  if (text === undefined || endless.test(text)) return null;
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const add = match[3] !== undefined ? [0, 0, after] : match[2] !== undefined ? [0, after, 0] : [after, 0, 0];
  const local = Date.UTC(year + (add[0] ?? 0), month - 1 + (add[1] ?? 0), day + (add[2] ?? 0));
  return new Date(local - chinaOffsetMs).toISOString();
}
