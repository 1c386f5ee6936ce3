// Sorts the cells of a data row by field, and tells half-rows from items of their own.
import { parseDeadline } from '#shared/catalogue/parse-deadline.ts';
import type { SheetRow } from '#shared/workbook/sheet-row.ts';
import type { CatalogueColumn } from './columns.ts';
import { type CatalogueItem, type OwnCells, type TickGroup, tickGroupOf } from './item.ts';

/** The cells of a row by field. */
export function ownCellsOf(row: SheetRow, columns: readonly CatalogueColumn[]): OwnCells {
  const texts = new Map<string, string>();
  const covered = new Map<string, string>();
  const ticks = new Map<TickGroup, Map<string, string>>();
  const levels: string[] = [];
  let number = '';
  for (const { index, field } of columns) {
    const text = row.cells[index] ?? '';
    const merged = row.covered?.get(index);
    if (merged && merged.anchorRow < row.number) covered.set(field, merged.text);
    const group = tickGroupOf(field);
    const level = /^level(\d)$/u.exec(field);
    if (level) levels[Number(level[1]) - 1] = text;
    else if (text === '') continue;
    else if (field === 'number') number = text;
    else if (group) ticks.set(group, new Map(ticks.get(group)).set(field, text));
    else texts.set(field, texts.has(field) ? `${texts.get(field)}\n${text}` : text);
  }
  return { row: row.number, number, levels: Array.from(levels, (text) => text ?? ''), texts, ticks, covered };
}

/**
 * Whether a row carries on the item above instead of opening one: no number and no level of its own, and not a
 * whole statement (content with its own deadline, agency or channels).
 */
export function continuesItem(own: OwnCells, above: CatalogueItem): boolean {
  if (repeatsItem(own, above)) return true;
  const hasLevel = own.levels.some((text) => text !== '');
  if (!hasLevel && isSubNumber(own.number, above.number) && own.texts.has('elements'))
    return !['deadline', 'agency', 'channels'].some((field) => own.texts.has(field));
  const isNumberMerged = own.covered.has('number');
  if (hasLevel || (own.number !== '' && !isNumberMerged)) {
    const isAllMerged = own.number !== '' && !hasLevel && own.texts.size === 0 && own.covered.has('elements');
    return isAllMerged;
  }
  if (isNumberMerged || !own.texts.has('elements')) return true;
  const deadline = own.texts.get('deadline') ?? '';
  const statesDeadline =
    deadline !== '' &&
    parseDeadline(deadline).rule.type !== 'text' &&
    deadline !== above.texts.get('deadline');
  const statesOthers = ['agency', 'channels'].filter(
    (field) => own.texts.has(field) && own.texts.get(field) !== above.texts.get(field),
  );
  return !(statesDeadline || statesOthers.length === 2);
}

/** `(1)` or `1.1` under a plain `1` counts the points of one item. */
function isSubNumber(number: string, above: string): boolean {
  return /^[(（]\d{1,2}[)）]$|^\d{1,3}[.-]\d{1,2}$/u.test(number) && /^\d{1,3}[.、．]?$/u.test(above);
}

/** The same number and the same levels again: merged cells that were filled in on every row of one item. */
function repeatsItem(own: OwnCells, above: CatalogueItem): boolean {
  const isSameNumber = own.number !== '' && own.number === above.number;
  const fold = (levels: readonly string[]): string =>
    levels.map((level) => level.replace(/\s/gu, '')).join('\u001f');
  return isSameNumber && own.texts.has('elements') && fold(own.levels) === fold(above.levels);
}
