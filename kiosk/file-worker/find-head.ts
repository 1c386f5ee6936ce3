// Tells which rows at the top of a sheet are its title and which are the head of its table.
import type { SheetRow } from '#shared/workbook/sheet-row.ts';

/** Rows looked at: a title, its unit and its date come before a head, not a page of text. */
const searchedRows = 12;
/** A head of more rows than this fills the screen it should stay on. */
const mostHeadRows = 4;
const figure = /^[+\-−]?[\d,，.]+\s*[%％]?$/u;

export interface Head {
  /** Rows above the table. */
  readonly titles: number;
  /** Rows of the head; 0 when none looks like one. */
  readonly rows: number;
}

/** The head begins with the first row that names half of the columns in words. */
export function findHead(rows: readonly SheetRow[], columns: number): Head {
  const needed = Math.max(2, Math.ceil(columns / 2));
  const first = rows.slice(0, searchedRows).findIndex((row) => {
    const texts = row.cells.filter((cell) => cell !== '');
    const isWide = texts.length + coveredFromAbove(row) + coveredInside(row) >= needed && texts.length > 1;
    return isWide && texts.filter((text) => figure.test(text)).length * 3 < texts.length;
  });
  if (first < 0) return { titles: 0, rows: 0 };
  let end = first + 1;
  while (end - first < mostHeadRows && rows[end] && coveredFromAbove(rows[end] as SheetRow) > 0) end += 1;
  return { titles: first, rows: Math.min(end, rows.length - 1) - first };
}

function coveredFromAbove({ covered, number }: SheetRow): number {
  return [...(covered?.values() ?? [])].filter(({ anchorRow }) => anchorRow < number).length;
}

function coveredInside({ covered, number }: SheetRow): number {
  return [...(covered?.values() ?? [])].filter(({ anchorRow }) => anchorRow === number).length;
}
