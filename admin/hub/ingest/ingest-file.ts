// The entrance of reading files: says what a stored file is and yields the records in it.
import { stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { type DetectedFormat, detectFormat } from './detect-format.ts';
import { documentEvents, documentKind } from './document/build-document.ts';
import { readPdf } from './document/read-pdf.ts';
import { htmlDocument, markdownDocument, plainDocument, readText } from './document/read-text-document.ts';
import { readWord } from './document/read-word.ts';
import {
  type ImportKind,
  type IngestEvent,
  type IngestedFile,
  type IngestOptions,
  type IngestSource,
  importKinds,
} from './draft.ts';
import { htmlSheet } from './html-sheet.ts';
import { jsonlSheet } from './jsonl-sheet.ts';
import { ingestLimits } from './limits.ts';
import { listArchive, nested } from './read-archive.ts';
import { readDelimited } from './read-delimited.ts';
import { readJsonl } from './read-jsonl.ts';
import { hasCatalogueHeader, readSheet } from './read-sheet.ts';
import { readWorkbookFile } from './workbook/workbook-events.ts';

/** The kind a person or script named. Throws `ingest.unknown-kind`. */
export function parseImportKind(name: string): ImportKind {
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
  let format: DetectedFormat;
  try {
    await checkFile(source);
    format = await detectFormat(source.path, source.name);
    if (format.kind === 'zip') {
      for (const member of await listArchive(source)) {
        const chosen = { ...options, ...options.members?.get(member.name) };
        yield { name: member.name, events: guarded(memberEvents(member.unpack, chosen)) };
      }
      return;
    }
  } catch (error) {
    yield { name: source.name, events: guarded(failing(error)) };
    return;
  }
  yield { name: source.name, events: guarded(eventsOf(source, format, options)) };
}

async function* memberEvents(
  unpack: () => AsyncGenerator<IngestSource>,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  for await (const source of unpack()) {
    await checkFile(source);
    const format = await detectFormat(source.path, source.name);
    if (format.kind === 'zip') throw nested(source.name);
    yield* eventsOf(source, format, options);
  }
}

/** The events of a file that is no archive, after a word about a name that promised something else. */
async function* eventsOf(
  source: IngestSource,
  format: DetectedFormat,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  if (format.promised !== null) {
    const details = { expected: format.promised, found: `.${format.kind}` };
    yield { type: 'warning', problem: { row: null, column: null, code: 'ingest.wrong-extension', details } };
  }
  const { kind, isGzipped } = format;
  if (kind === 'jsonl' && options.as === 'register')
    yield* readSheet(jsonlSheet(source.path, isGzipped), source.name, options);
  else if (kind === 'jsonl') yield* readJsonl(source.path, isGzipped, options);
  else if (kind === 'xlsx') yield* readWorkbookFile(source, options);
  else if (kind === 'csv' || kind === 'tsv' || (kind === 'txt' && isTable(options.as))) {
    yield* readSheet(
      await readDelimited(source.path, isGzipped, kind === 'txt' ? null : kind),
      source.name,
      options,
    );
  } else if (kind === 'html') yield* htmlEvents(source, format, options);
  else yield* singleDocument(source, format, options);
}

/** A page that was saved as a spreadsheet, or that holds a catalogue, is read as its table; others as a document. */
async function* htmlEvents(
  source: IngestSource,
  format: DetectedFormat,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  const decoded = await readText(source.path, format.isGzipped);
  const sheet = htmlSheet(decoded.text);
  const isSheet =
    /^\.(?:xlsx?|csv|tsv|et)$/u.test(format.promised ?? '') ||
    isTable(options.as) ||
    (options.as === null && (await hasCatalogueHeader(sheet)));
  if (isSheet) yield* readSheet(sheet, source.name, options);
  else yield* documentEvents(htmlDocument(source, decoded), options);
}

function isTable(as: ImportKind | null): boolean {
  return as === 'matters' || as === 'register';
}

async function* singleDocument(
  source: IngestSource,
  format: DetectedFormat,
  options: IngestOptions,
): AsyncGenerator<IngestEvent> {
  documentKind(options.as);
  const { size } = await stat(source.path);
  if (format.kind === 'docx') yield* documentEvents(await readWord(source, size), options);
  else if (format.kind === 'pdf') yield* documentEvents(await readPdf(source, size), options);
  else {
    const decoded = await readText(source.path, format.isGzipped);
    const document =
      format.kind === 'md'
        ? markdownDocument(source, decoded)
        : plainDocument(source, decoded, options.today);
    yield* documentEvents(document, options);
  }
}

async function checkFile({ name, path, bytes }: IngestSource): Promise<void> {
  if (bytes > ingestLimits.fileBytes) throw tooLarge(bytes);
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

// biome-ignore lint/correctness/useYield: a stream of events that fails before its first one
async function* failing(error: unknown): AsyncGenerator<IngestEvent> {
  throw error;
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
