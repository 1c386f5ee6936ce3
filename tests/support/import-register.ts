// Imports a table given as text into a register of a temporary desk, as the command line would.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '#hub/editorial/desk.ts';
import { type FileImport, importFiles } from '#hub/editorial/import/import-files.ts';
import type { ImportedFileReport, ImportSource } from '#hub/http/hub-services.ts';
import { clerk } from './temp-desk.ts';

export type RegisterChoice = Partial<Pick<FileImport, 'isDryRun' | 'approve' | 'isStrict' | 'agencyName'>> &
  Partial<Pick<ImportSource, 'as' | 'register' | 'replaces' | 'definition' | 'columns' | 'period'>>;

/** The report of the one file. */
export async function importTable(
  desk: Desk,
  text: string,
  choice: RegisterChoice = {},
  name = '名册.csv',
): Promise<ImportedFileReport> {
  const folder = mkdtempSync(join(tmpdir(), 'mingchuang-table-'));
  try {
    const path = join(folder, 'table');
    writeFileSync(path, text);
    const {
      isDryRun = false,
      approve = false,
      isStrict = false,
      agencyName = '市场监督管理局',
      ...reading
    } = choice;
    const { files } = await importFiles(desk, {
      sources: [{ name, path, bytes: Buffer.byteLength(text), as: 'register', ...reading }],
      agencyName,
      isDryRun,
      approve,
      isStrict,
      actor: clerk,
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const [report] = files;
    if (report === undefined) throw new Error('no report');
    return report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
