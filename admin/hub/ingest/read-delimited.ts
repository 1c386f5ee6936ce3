// Reads .csv and .tsv as a sheet: encoding and delimiter found out, rows streamed.

import { DelimitedParser, type DelimitedRow, sniffDelimiter } from '#shared/workbook/delimited-parser.ts';
import { isBlankRow, type Sheet, type SheetRow, stepsBefore } from '#shared/workbook/sheet-row.ts';
import { decodeChunks, detectEncoding, type TextEncodingName } from './decode-text.ts';
import type { RowProblem } from './draft.ts';
import { ingestLimits } from './limits.ts';
import { readChunks } from './read-chunks.ts';

const sniffCharacters = 64 * 1024;

/** Opens a delimited text file as a sheet. */
export async function readDelimited(
  path: string,
  isGzipped: boolean,
  nameHint: 'csv' | 'tsv' | null,
): Promise<Sheet> {
  const openBytes = () => readChunks(path, isGzipped);
  const { encoding, isDamaged } = await detectEncoding(openBytes);
  const problems: RowProblem[] = isDamaged
    ? [{ row: null, column: null, code: 'ingest.encoding-damaged', details: { encoding } }]
    : [];
  return { name: null, open: () => rows(openBytes(), encoding, nameHint), problems };
}

async function* rows(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncodingName,
  nameHint: 'csv' | 'tsv' | null,
): AsyncGenerator<readonly SheetRow[]> {
  let head = '';
  let parser: DelimitedParser | null = null;
  for await (const text of decodeChunks(bytes, encoding)) {
    if (parser) yield toSheetRows(parser.push(text));
    else {
      head += text;
      if (head.length < sniffCharacters) continue;
      parser = new DelimitedParser(sniffDelimiter(`${head.slice(0, sniffCharacters)}`, nameHint));
      yield toSheetRows(parser.push(head));
    }
  }
  if (parser === null) {
    parser = new DelimitedParser(sniffDelimiter(`${head}\n`, nameHint));
    yield toSheetRows(parser.push(head));
  }
  yield toSheetRows(parser.finish());
}

function toSheetRows(parsed: readonly DelimitedRow[]): SheetRow[] {
  return parsed
    .map((row) => ({
      number: row.number,
      cells: row.cells.map((cell) => cell.replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/gu, '')),
      ...indentsOf(row),
      problems: problemsOf(row),
    }))
    .filter((row) => !isBlankRow(row));
}

function indentsOf({ cells }: DelimitedRow): Pick<SheetRow, 'indents'> {
  const indents = new Map<number, number>();
  for (const [column, cell] of cells.entries()) {
    const steps = stepsBefore(cell);
    if (steps > 0) indents.set(column, steps);
  }
  return indents.size === 0 ? {} : { indents };
}

function problemsOf(row: DelimitedRow): RowProblem[] {
  const problems: RowProblem[] = [];
  const add = (code: RowProblem['code'], details: RowProblem['details']): void => {
    problems.push({ row: row.number, column: null, code, details });
  };
  if (row.hasStrayQuote) add('ingest.unclosed-quote', {});
  if (row.hasCutCell) add('ingest.cell-too-long', { limit: ingestLimits.cellCharacters });
  if (row.hasCutColumns) add('ingest.too-many-columns', { limit: ingestLimits.sheetColumns });
  return problems;
}
