// Reads a workbook sheet by sheet; sheets that hold no list we know are named and passed over.
import { AppError } from '#shared/errors/app-error.ts';
import type { Sheet } from '#shared/workbook/sheet-row.ts';
import type { IngestEvent, IngestOptions, IngestSource, RowProblem } from '../draft.ts';
import { inSheet, readSheet } from '../read-sheet.ts';
import { ZipArchive } from '../zip-archive.ts';
import { readWorkbook } from './read-workbook.ts';

/** The events of an .xlsx. With several sheets, columns are given as `sheet!column`. Throws when no sheet is known. */
export async function* readWorkbookFile(
  source: IngestSource,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  const archive = await ZipArchive.open(source.path);
  try {
    const { sheets, problems } = await readWorkbook(archive);
    for (const problem of problems) yield { type: 'warning', problem };
    const passedOver: { sheet: string; error: AppError }[] = [];
    let read = 0;
    for (const sheet of sheets) {
      if (await isEmpty(sheet)) continue;
      try {
        yield* sheetEvents(sheet, source.name, options, sheets.length > 1);
        read += 1;
      } catch (error) {
        const isPassedOver =
          error instanceof AppError && (error.code === 'ingest.no-header' || error.code === 'ingest.no-rows');
        if (!isPassedOver) throw error;
        passedOver.push({ sheet: sheet.name ?? '', error });
      }
    }
    if (read === 0) throw passedOver[0]?.error ?? new AppError('ingest.no-rows');
    for (const { sheet } of passedOver) {
      yield {
        type: 'warning',
        problem: { row: null, column: null, code: 'ingest.sheet-skipped', details: { sheet } },
      };
    }
  } finally {
    await archive.close();
  }
}

async function* sheetEvents(
  sheet: Sheet,
  fileName: string,
  options: IngestOptions,
  isOneOfMany: boolean,
): AsyncGenerator<IngestEvent> {
  const events = readSheet(sheet, fileName, options);
  if (!isOneOfMany) for await (const event of events) yield unnamed(event);
  else for await (const event of events) yield named(event, sheet.name);
}

/** The name goes with a table only where there are several. */
function unnamed(event: IngestEvent): IngestEvent {
  return event.type === 'table' ? { ...event, table: { ...event.table, sheet: null } } : event;
}

function named(event: IngestEvent, sheet: string | null): IngestEvent {
  const all = (problems: readonly RowProblem[]): RowProblem[] =>
    problems.map((problem) => inSheet(problem, sheet));
  if (event.type === 'accepted') return { ...event, warnings: all(event.warnings) };
  if (event.type === 'rejected') return { ...event, problems: all(event.problems) };
  if (event.type === 'table') return { ...event, table: { ...event.table, sheet } };
  return event.type === 'warning' ? { ...event, problem: inSheet(event.problem, sheet) } : event;
}

async function isEmpty(sheet: Sheet): Promise<boolean> {
  for await (const rows of sheet.open()) if (rows.length > 0) return false;
  return true;
}
