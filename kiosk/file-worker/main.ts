// The worker that reads attachments: one for each that is open, ended with it, so that nothing of a file stays.
import { AppError, toAppError } from '#shared/errors/app-error.ts';
import type { FileWorkerCalls } from '#shared/protocol/file-messages.ts';
import type { BlobHandle } from '#shared/protocol/worker-messages.ts';
import { type CallPort, serveCalls } from '../engine/serve-calls.ts';
import { LoadedSheet } from './loaded-sheet.ts';
import { type OpenSheet, openSheets } from './read-sheets.ts';
import { readWord } from './read-word.ts';

let sheets: readonly OpenSheet[] = [];
/** The sheet that was read last: going back to another reads it anew. */
let current: { readonly index: number; readonly sheet: LoadedSheet } | null = null;

const tooLarge: readonly string[] = [
  'ingest.archive-bomb',
  'ingest.archive-too-many',
  'kiosk.file-too-large',
];

/** A visitor needs to know only whether a file is too much or no good. */
async function readable<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (thrown) {
    const isTooLarge = thrown instanceof RangeError || tooLarge.includes(toAppError(thrown).code);
    throw new AppError(isTooLarge ? 'kiosk.file-too-large' : 'kiosk.file-unreadable', {}, { cause: thrown });
  }
}

async function sheetAt(index: number): Promise<LoadedSheet> {
  const opened = sheets[index];
  if (!opened) throw new AppError('kiosk.file-unreadable');
  if (current?.index !== index) current = { index, sheet: await readable(LoadedSheet.load(opened)) };
  return current.sheet;
}

serveCalls<FileWorkerCalls, never>(self as unknown as CallPort, {
  word: (file: BlobHandle) => readable(readWord(file as Blob)),
  openTable: async ({ file, name }) => {
    sheets = await readable(openSheets(file as Blob, name));
    current = null;
    return sheets.map((sheet) => sheet.name);
  },
  outline: async (index) => (await sheetAt(index)).outline,
  rows: async ({ sheet, ...question }) => (await sheetAt(sheet)).rows(question),
});
