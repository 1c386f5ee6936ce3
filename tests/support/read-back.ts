// Reads spreadsheets back: by our own reader, and by LibreOffice where the machine has it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readWorkbook } from '#hub/ingest/workbook/read-workbook.ts';
import { ZipArchive } from '#hub/ingest/zip-archive.ts';

export interface SheetTexts {
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
}

/** Gathers a stream of bytes. */
export async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** The texts of every sheet, as staff who import the file would get them. */
export async function readBack(bytes: Uint8Array, folder: string): Promise<SheetTexts[]> {
  const path = join(folder, 'read-back.xlsx');
  writeFileSync(path, bytes);
  const archive = await ZipArchive.open(path);
  try {
    const { sheets } = await readWorkbook(archive);
    const found: SheetTexts[] = [];
    for (const sheet of sheets) {
      const rows: (readonly string[])[] = [];
      for await (const batch of sheet.open()) rows.push(...batch.map(({ cells }) => cells));
      found.push({ name: sheet.name, rows });
    }
    return found;
  } finally {
    await archive.close();
  }
}

/** Whether LibreOffice is there to try a file with. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** The first sheet as LibreOffice reads it: tab-separated, figures as their cells show them. */
export function readByOffice(bytes: Uint8Array, folder: string): string[][] {
  const path = join(folder, 'office.xlsx');
  writeFileSync(path, bytes);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false';
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', folder, path],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`soffice: ${stderr}`);
  const text = readFileSync(join(folder, 'office.csv'), 'utf8').replace(/^\uFEFF/u, '');
  return text
    .trimEnd()
    .split(/\r?\n/u)
    .map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/gu, '').replaceAll('""', '"')));
}
