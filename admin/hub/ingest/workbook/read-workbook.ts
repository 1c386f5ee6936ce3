// Opens an .xlsx as its visible sheets, each read in a stream straight out of the archive.

import { AppError } from '#shared/errors/app-error.ts';
import { findMergedRanges } from '#shared/workbook/merged-ranges.ts';
import { SheetParser } from '#shared/workbook/sheet-parser.ts';
import type { Sheet, SheetRow } from '#shared/workbook/sheet-row.ts';
import { readWorkbookParts, type SheetPart, type WorkbookParts } from '#shared/workbook/workbook-parts.ts';
import { XmlStream } from '#shared/workbook/xml-stream.ts';
import { breathe } from '../breathe.ts';
import type { RowProblem } from '../draft.ts';
import { ingestLimits } from '../limits.ts';
import type { ZipArchive } from '../zip-archive.ts';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly RowProblem[];
}

/** The sheets of an opened workbook; hidden ones are left out and named in `problems`. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const parts = await readWorkbookParts(archive, breathe);
  const visible = parts.sheets.filter(({ isHidden }) => !isHidden);
  const problems = parts.sheets
    .filter(({ isHidden }) => isHidden)
    .map(
      ({ name }): RowProblem => ({
        row: null,
        column: null,
        code: 'ingest.sheet-hidden',
        details: { sheet: name },
      }),
    );
  const sheets = visible.map((sheet) => ({
    name: sheet.name,
    problems: [],
    open: rememberingSmall(() => rowsOf(archive, parts, sheet)),
  }));
  return { sheets, problems };
}

/** Sheets with fewer rows are kept after the first full reading, however many empty rows follow. */
const rememberedRows = 2_000;
const rememberedCharacters = 4_000_000;

function rememberingSmall(open: Sheet['open']): Sheet['open'] {
  let remembered: readonly SheetRow[] | null = null;
  return async function* rows() {
    if (remembered !== null) {
      yield remembered;
      return;
    }
    const kept: SheetRow[] = [];
    let characters = 0;
    for await (const batch of open()) {
      if (kept.length <= rememberedRows) kept.push(...batch);
      for (const { cells } of batch) for (const cell of cells) characters += cell.length;
      yield batch;
    }
    if (kept.length <= rememberedRows && characters <= rememberedCharacters) remembered = kept;
  };
}

async function* rowsOf(
  archive: ZipArchive,
  parts: WorkbookParts,
  sheet: SheetPart,
): AsyncGenerator<readonly SheetRow[]> {
  const member = archive.find(sheet.path);
  if (!member) return;
  const bytes = () => archive.read(member, ingestLimits.sheetXmlBytes);
  const parser = new SheetParser(parts, await findMergedRanges(bytes()));
  const stream = new XmlStream(parser.handlers);
  for await (const chunk of bytes()) {
    stream.push(chunk);
    const rows = parser.take();
    if (rows.length > 0) yield rows;
    if (parser.hasTooManyRows) throw new AppError('ingest.too-many-rows', { limit: ingestLimits.sheetRows });
    await breathe();
  }
  stream.finish();
  yield parser.take();
}
