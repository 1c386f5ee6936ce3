// Finds out whether the data of a catalogue stand one column beside their header, and sets that right.

import { isOnlyMark } from '#shared/catalogue/box-glyphs.ts';
import { parseChannels } from '#shared/catalogue/parse-channels.ts';
import { parseDeadline, saysSameAsAbove } from '#shared/catalogue/parse-deadline.ts';
import type { SheetRow } from '#shared/workbook/sheet-row.ts';
import type { CatalogueColumn } from './columns.ts';

/** By how much another alignment must fit better before the header is doubted. */
const clearMargin = 1.4;
const sampleRows = 40;

/** 0 when header and data agree, 1 when data stand one column to the right of their heading, -1 to the left. */
export function findShift(columns: readonly CatalogueColumn[], rows: readonly SheetRow[]): -1 | 0 | 1 {
  const sample = rows.slice(0, sampleRows);
  const agreement = (shift: number): number => {
    let score = 0;
    for (const row of sample)
      for (const column of columns) score += evidence(column.field, row.cells[column.index + shift] ?? '');
    return score;
  };
  const straight = agreement(0);
  const right = agreement(1);
  const left = agreement(-1);
  const best = right >= left ? 1 : -1;
  const bestFit = Math.max(right, left);
  return bestFit > 0 && bestFit > straight * clearMargin && bestFit > straight + 2 ? best : 0;
}

type Evidence = (cell: string) => number;

const agencyEnd = /(?:局|政府|部门|委|办|中心|校|办事处|所|厅|单位|机关|机构|主体)[)）]?$/u;
const evidenceOf: Readonly<Record<string, Evidence>> = {
  number: (cell) => (/^[(（]?[\d一二三四五六七八九十.]{1,6}[)）、.]?$/u.test(cell) ? 1 : -1),
  deadline: (cell) => (parseDeadline(cell).rule.type !== 'text' || saysSameAsAbove(cell) ? 2 : -1),
  channels: (cell) => (namesChannels(cell) ? 2 : -1),
  basis: (cell) => (/《|条例|办法|规定|〔/u.test(cell) ? 1 : 0),
  agency: (cell) => (agencyEnd.test(cell.replace(/\s/gu, '')) ? 1 : -0.5),
  level: (cell) => (/^\d+$/u.test(cell) ? -1 : 0),
  tick: (cell) => (isOnlyMark(cell) ? 1 : -1),
};

/** How much a cell speaks for (or against) its column holding this field. */
function evidence(field: string, cell: string): number {
  if (cell === '') return 0;
  const kind = /^(?:audience|mode|tier)\./u.test(field) ? 'tick' : field.replace(/\d$/u, '');
  return evidenceOf[kind]?.(cell) ?? 0;
}

function namesChannels(cell: string): boolean {
  const { channels, isUnclear } = parseChannels(cell);
  return isUnclear || channels.some((channel) => channel !== 'other');
}
