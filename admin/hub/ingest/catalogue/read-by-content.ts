// Looks into a table's cells where its headings can mean two things: channels or mode, one level or several.
import { foldText } from '#shared/catalogue/clean-text.ts';
import { parseChannels } from '#shared/catalogue/parse-channels.ts';
import { saysSameAsAbove } from '#shared/catalogue/parse-deadline.ts';
import type { SheetRow } from '#shared/workbook/sheet-row.ts';
import type { CatalogueColumn } from './columns.ts';
import type { OwnCells } from './item.ts';

/** The share of a column's cells that must say the same before its heading is overruled. */
const clearShare = 0.8;

const modeWords = /^[■□√]?(?:主动|依申请|不予)/u;
const namesChannel = (cell: string): boolean => {
  const { channels, isUnclear } = parseChannels(cell);
  return isUnclear || channels.some((channel) => channel !== 'other');
};

/**
 * 公开形式 and 公开方式 head the channels in some sheets and 主动 / 依申请 in others: the cells decide. A table
 * without channels reads them from its 公开方式, and two columns of channels stay two.
 */
export function withModesByContent(
  columns: readonly CatalogueColumn[],
  rows: readonly SheetRow[],
): readonly CatalogueColumn[] {
  return columns.map((column) => {
    const cells = cellsOf(column, rows);
    if (column.field === 'channels' && mostly(cells, (cell) => modeWords.test(foldText(cell))))
      return { ...column, field: 'mode' };
    const isFree = !columns.some(({ field }) => field === 'channels');
    if (column.field === 'mode' && isFree && mostly(cells, namesChannel))
      return { ...column, field: 'channels' };
    return column;
  });
}

const firmSeparator = /\s*[/>|\\→＞／｜]+\s*/u;
const looseSeparator = /\s*(?:[/>|\\→＞／｜]+|[-—–]+)\s*/u;

/** What parts the levels when a table's only level column holds several, as 综合业务/监督检查; else null. */
export function levelSeparator(
  columns: readonly CatalogueColumn[],
  rows: readonly SheetRow[],
): RegExp | null {
  const levels = columns.filter(({ field }) => /^level\d$/u.test(field));
  const [only] = levels;
  if (!only || levels.length > 1) return null;
  const cells = cellsOf(only, rows);
  const isPath = (separator: RegExp) => (cell: string) =>
    cell.split(separator).length > 1 && cell.split(separator).every((part) => part.trim().length > 1);
  const found = [firmSeparator, looseSeparator].find((separator) => mostly(cells, isPath(separator)));
  return cells.length > 1 && found ? found : null;
}

/** The cells of a row with its one level cell parted. */
export function withLevelsParted(own: OwnCells, separator: RegExp): OwnCells {
  const [cell] = own.levels;
  if (cell === undefined || saysSameAsAbove(cell)) return own;
  return { ...own, levels: cell.split(separator).slice(0, 4) };
}

function cellsOf({ index }: CatalogueColumn, rows: readonly SheetRow[]): string[] {
  return rows.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '' && !saysSameAsAbove(cell));
}

function mostly(cells: readonly string[], says: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter(says).length >= cells.length * clearShare;
}
