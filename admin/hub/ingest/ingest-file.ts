// The entrance of reading files: says what a stored file is and yields the records in it.
import { stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { type DetectedFormat, detectFormat } from './detect-format.ts';
import {
  type ImportKind,
  type IngestEvent,
  type IngestedFile,
  type IngestOptions,
  type IngestSource,
  importKinds,
} from './draft.ts';
import { ingestLimits } from './limits.ts';
import { readDelimited } from './read-delimited.ts';
import { readJsonl } from './read-jsonl.ts';
import { readSheet } from './read-sheet.ts';

/** The kind a person or script named. Throws `ingest.register-later` or `ingest.unknown-kind`. */
export function parseImportKind(name: string): ImportKind {
  if (name === 'register' || name === 'registers') throw new AppError('ingest.register-later');
  const kind = importKinds.find((one) => one === name);
  if (kind === undefined) throw new AppError('ingest.unknown-kind', { kind: name.slice(0, 40) });
  return kind;
}

/**
 * Reads one stored file: one IngestedFile for it, or one per member of a .zip. A file that can't be read at all
 * yields an IngestedFile whose events throw an AppError of the `ingest.` family; nothing else is ever thrown.
 */
export async function* ingestFile(
  source: IngestSource,
  options: IngestOptions,
): AsyncGenerator<IngestedFile> {
  yield { name: source.name, events: guarded(readPlain(source, options)) };
}

async function* readPlain(source: IngestSource, options: IngestOptions): AsyncGenerator<IngestEvent> {
  await checkFile(source);
  const format = await detectFormat(source.path, source.name);
  yield* eventsOf(source, format, options);
}

function eventsOf(
  source: IngestSource,
  format: DetectedFormat,
  options: IngestOptions,
): AsyncIterable<IngestEvent> {
  if (format.kind === 'jsonl') return readJsonl(source.path, format.isGzipped, options);
  return sheetEvents(source, format, options);
}

async function* sheetEvents(
  source: IngestSource,
  format: DetectedFormat,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  const sheet = await readDelimited(source.path, format.isGzipped, format.kind === 'tsv' ? 'tsv' : 'csv');
  yield* readSheet(sheet, source.name, options);
}

async function checkFile({ name, path }: IngestSource): Promise<void> {
  const size = await stat(path).then(
    (stats) => (stats.isFile() ? stats.size : null),
    () => null,
  );
  if (size === null) throw new AppError('ingest.file-missing', { name });
  if (size === 0) throw new AppError('ingest.empty-file');
  if (size > ingestLimits.fileBytes) throw tooLarge(size);
}

function tooLarge(bytes: number): AppError {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  return new AppError('ingest.file-too-large', { megabytes, limit: ingestLimits.fileBytes / 1024 / 1024 });
}

/** Turns whatever a reader throws into an error of ours. */
async function* guarded(events: AsyncIterable<IngestEvent>): AsyncGenerator<IngestEvent> {
  try {
    yield* events;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message.slice(0, 120) : '';
    throw new AppError('ingest.unreadable', { reason }, { cause: error });
  }
}
