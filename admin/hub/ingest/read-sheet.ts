// Reads one sheet whatever it holds: finds its header, recognises the kind, and yields what each row became.
import { AppError } from '#shared/errors/app-error.ts';
import type { Sheet, SheetRow } from '#shared/workbook/sheet-row.ts';
import { breathe } from './breathe.ts';
import { CatalogueReader } from './catalogue/catalogue-reader.ts';
import { isCatalogueHeader } from './catalogue/columns.ts';
import { fieldOfFileName, fieldOfTitle } from './catalogue/field-name.ts';
import type { IngestEvent, IngestOptions, RowProblem } from './draft.ts';
import { ingestLimits } from './limits.ts';
import { type ListHeader, readListRow, withCorrections } from './read-list.ts';
import { lookedForHeadings, recogniseKind } from './recognise-kind.ts';
import { isReadyMade } from './recognise-register.ts';
import { findRegisterTable, type RegisterTable } from './register-sheet.ts';

/**
 * The events of one sheet. Throws `ingest.no-header` when no row names columns we know, `ingest.no-rows` when
 * nothing stands below the header.
 */
export async function* readSheet(
  sheet: Sheet,
  fileName: string,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  const table = options.as === 'register' ? await findRegisterTable(sheet) : null;
  const header = table ?? (await findHeader(sheet, options)) ?? null;
  if (header === null) throw new AppError('ingest.no-header', { lookedFor: lookedForHeadings(options.as) });
  for (const problem of sheet.problems) yield { type: 'warning', problem };
  if (header !== 'matters' && 'headings' in header) {
    if (header.sample.length === 0) throw new AppError('ingest.no-rows');
    yield { type: 'table', table: header };
    return;
  }
  const events =
    header === 'matters' ? catalogueEvents(sheet, fileName, options) : listEvents(sheet, header, options);
  let rows = 0;
  for await (const event of events) {
    if (event.type === 'accepted' || event.type === 'rejected') rows += 1;
    yield event;
  }
  if (rows === 0) throw new AppError('ingest.no-rows');
}

async function* catalogueEvents(
  sheet: Sheet,
  fileName: string,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  const field = (sheet.name === null ? null : fieldOfTitle(`${sheet.name}领域`)) ?? fieldOfFileName(fileName);
  const reader = new CatalogueReader(options, field);
  for await (const batch of sheet.open()) {
    for (const row of batch) yield* reader.take(row);
    await breathe();
  }
  yield* reader.finish();
}

async function* listEvents(
  sheet: Sheet,
  header: ListHeader,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  yield { type: 'recognised', as: header.as, columns: header.columns, headerRow: header.row.number };
  for await (const batch of sheet.open()) {
    for (const row of batch) {
      if (row.number > header.row.number) yield* readListRow(row, header, options);
      await breathe();
    }
  }
}

/** Looks for a header: of a catalogue, of a ready-made register, or of a list of the kind asked for. */
async function findHeader(
  sheet: Sheet,
  options: IngestOptions,
): Promise<ListHeader | RegisterTable | 'matters' | null> {
  const list = await findListHeader(sheet, options);
  if (list === 'matters' || options.as !== null) return list;
  const table = await findRegisterTable(sheet);
  return table !== null && isReadyMade(table, list) ? table : list;
}

/** Looks through the first rows for a header: of a catalogue, or of a list of the kind asked for. */
async function findListHeader(sheet: Sheet, options: IngestOptions): Promise<ListHeader | 'matters' | null> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.open()) {
    rows.push(...batch.slice(0, ingestLimits.headerSearchRows - rows.length));
    if (rows.length >= ingestLimits.headerSearchRows) break;
  }
  if (options.as === 'register') return null;
  const allowsMatters = options.as === null || options.as === 'matters';
  if (allowsMatters && rows.some((row) => isCatalogueHeader(row))) return 'matters';
  for (const row of rows) {
    const kind = recogniseKind(row.cells, options.as);
    if (kind !== null && kind.as !== 'matters') {
      return { as: kind.as, columns: withCorrections(kind.columns, options.columns), row };
    }
  }
  return assignedHeader(rows, options);
}

/** Whether a sheet's first rows hold the header of a standard catalogue. */
export async function hasCatalogueHeader(sheet: Sheet): Promise<boolean> {
  for await (const batch of sheet.open()) return batch.some((row) => isCatalogueHeader(row));
  return false;
}

/** Staff assigned the columns by hand: the first row with several cells is the header. */
function assignedHeader(rows: readonly SheetRow[], options: IngestOptions): ListHeader | null {
  const kind = options.as;
  const isAssigned = Object.values(options.columns ?? {}).includes('title');
  const row = rows.find(({ cells }) => cells.filter((cell) => cell !== '').length >= 2) ?? rows[0];
  if (kind === null || kind === 'matters' || kind === 'register' || !isAssigned || !row) return null;
  const columns = row.cells.map((heading, index) => ({ index, heading, field: null }));
  return { as: kind, columns: withCorrections(columns, options.columns), row };
}

/** A problem said of a sheet among several carries the sheet's name before the column. */
export function inSheet(problem: RowProblem, sheet: string | null): RowProblem {
  return sheet === null ? problem : { ...problem, column: `${sheet}!${problem.column ?? ''}` };
}
