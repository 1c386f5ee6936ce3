// Reads a list with one header row (documents, guides, notices, pages) row by row into drafts.

import { columnLetter, type SheetRow } from '#shared/workbook/sheet-row.ts';
import { buildDraft } from './build-draft.ts';
import type { IngestEvent, IngestOptions, ListKind, RecognisedColumn } from './draft.ts';
import { type BagValue, FieldBag } from './field-bag.ts';
import { foldHeading } from './import-fields.ts';

/** A header that was found, with staff's corrections applied. */
export interface ListHeader {
  readonly as: Exclude<ListKind, 'matters'>;
  readonly columns: readonly RecognisedColumn[];
  readonly row: SheetRow;
}

/** Staff's corrections of the recognised columns; a field moved to one column leaves the others. */
export function withCorrections(
  columns: readonly RecognisedColumn[],
  corrections: IngestOptions['columns'],
): readonly RecognisedColumn[] {
  if (corrections === undefined) return columns;
  const moved = new Set(Object.values(corrections));
  return columns.map((column) => {
    const corrected = corrections[column.index];
    if (corrected !== undefined) return { ...column, field: corrected };
    return column.field !== null && moved.has(column.field) ? { ...column, field: null } : column;
  });
}

const note = /^[*※【[（(]?(?:备注|注|说明|填表说明)[】\]）)]?\d*[:：]/u;

const totals = /^(?:合计|共计|总计|小计)(?:[:：]?\d*[条件项篇份]?)?$/u;

/** What one row below the header is: a record, a refusal, or nothing (a repeated header, a remark). */
export function readListRow(row: SheetRow, header: ListHeader, options: IngestOptions): IngestEvent[] {
  const warnings = (row.problems ?? []).map((problem): IngestEvent => ({ type: 'warning', problem }));
  if (isRepeatedHeader(row, header.row)) return warnings;
  const filled = row.cells.filter((cell) => cell !== '');
  if (filled.length === 1 && note.test(filled[0] ?? '')) return warnings;
  if (filled.length <= 3 && totals.test(foldHeading(filled[0] ?? ''))) return warnings;
  const values = new Map<string, BagValue>();
  for (const { index, heading, field } of header.columns) {
    const text = row.cells[index] || (row.covered?.get(index)?.text ?? '');
    if (field !== null && text !== '' && !values.has(field)) {
      values.set(field, { value: text, column: heading === '' ? columnLetter(index) : heading });
    }
  }
  const bag = new FieldBag(row.number, values, options.today);
  const { draft, problems } = buildDraft(header.as, bag, options.agencyName);
  if (draft === null) return [...warnings, { type: 'rejected', row: row.number, problems }];
  return [...warnings, { type: 'accepted', row: row.number, draft, warnings: problems }];
}

function isRepeatedHeader(row: SheetRow, header: SheetRow): boolean {
  const named = row.cells.filter((cell) => cell !== '');
  const same = row.cells.filter(
    (cell, index) => cell !== '' && foldHeading(cell) === foldHeading(header.cells[index] ?? ''),
  );
  return named.length >= 2 && same.length === named.length;
}
