// Opens a spreadsheet or a delimited text as sheets whose rows come in a stream.
import { AppError } from '#shared/errors/app-error.ts';
import { DelimitedParser, sniffDelimiter } from '#shared/workbook/delimited-parser.ts';
import { findMergedRanges } from '#shared/workbook/merged-ranges.ts';
import { SheetParser } from '#shared/workbook/sheet-parser.ts';
import { isBlankRow, type SheetRow } from '#shared/workbook/sheet-row.ts';
import { readWorkbookParts } from '#shared/workbook/workbook-parts.ts';
import { XmlStream } from '#shared/workbook/xml-stream.ts';
import { BlobArchive } from './blob-archive.ts';
import { fileLimits } from './file-limits.ts';

/** One sheet; its rows that hold anything, in order, in batches. */
export interface OpenSheet {
  readonly name: string;
  readonly rows: () => AsyncGenerator<readonly SheetRow[]>;
}

const pieceCharacters = 64 * 1024;
/** A worker has nobody to give way to. */
const breathe = async () => undefined;

/** By the name's ending: .csv and .tsv are text, all else a workbook; hidden sheets are left out. */
export async function openSheets(file: Blob, name: string): Promise<OpenSheet[]> {
  if (file.size > fileLimits.packedBytes) throw new AppError('kiosk.file-too-large');
  const ending = /\.(csv|tsv)$/iu.exec(name)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'tsv') return [{ name, rows: () => delimitedRows(file, ending) }];
  const archive = await BlobArchive.open(file);
  const parts = await readWorkbookParts(archive, breathe);
  return parts.sheets
    .filter(({ isHidden }) => !isHidden)
    .map((sheet) => ({
      name: sheet.name,
      rows: async function* rows() {
        const member = archive.find(sheet.path);
        if (!member) return;
        const bytes = () => archive.read(member, fileLimits.sheetXmlBytes);
        const parser = new SheetParser(parts, await findMergedRanges(bytes()));
        const stream = new XmlStream(parser.handlers);
        for await (const chunk of bytes()) {
          stream.push(chunk);
          yield parser.take();
        }
        stream.finish();
        yield parser.take();
      },
    }));
}

async function* delimitedRows(file: Blob, hint: 'csv' | 'tsv'): AsyncGenerator<readonly SheetRow[]> {
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  const parser = new DelimitedParser(sniffDelimiter(`${text.slice(0, pieceCharacters)}\n`, hint));
  for (let at = 0; at < text.length; at += pieceCharacters) {
    yield parser
      .push(text.slice(at, at + pieceCharacters))
      .map(tidy)
      .filter((row) => !isBlankRow(row));
  }
  yield parser
    .finish()
    .map(tidy)
    .filter((row) => !isBlankRow(row));
}

function tidy({ number, cells }: SheetRow): SheetRow {
  return { number, cells: cells.map((cell) => cell.trim()) };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
