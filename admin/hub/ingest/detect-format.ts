// Says what a stored file is by its content; the name only settles what content leaves open.
import { AppError } from '#shared/errors/app-error.ts';
import { detectEncoding } from './decode-text.ts';
import { readChunks, readHead } from './read-chunks.ts';
import { ZipArchive } from './zip-archive.ts';

export type FormatKind = 'csv' | 'tsv' | 'xlsx' | 'jsonl' | 'docx' | 'pdf' | 'html' | 'txt' | 'md' | 'zip';

export interface DetectedFormat {
  readonly kind: FormatKind;
  readonly isGzipped: boolean;
  /** What the name promised when the content is something else; null when they agree. */
  readonly promised: string | null;
}

const headBytes = 64 * 1024;
const extensions: Readonly<Record<string, FormatKind>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  shtml: 'html',
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  zip: 'zip',
};
const textKinds: readonly FormatKind[] = ['csv', 'tsv', 'jsonl', 'html', 'txt', 'md'];
/** First bytes of files we know but do not read, with the name people know them by. */
const foreign: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['BMP', [0x42, 0x4d]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['EXE', [0x4d, 0x5a]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69]],
];

/** Throws a typed error for files that are none of ours: old Office files, protected ones, unknown formats. */
export async function detectFormat(path: string, name: string): Promise<DetectedFormat> {
  const stored = await readHead(path, headBytes);
  const isGzipped = stored[0] === 0x1f && stored[1] === 0x8b;
  const head = isGzipped ? await unpackedHead(path) : stored;
  const bare = name.replace(/\.gz$/iu, '');
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(bare)?.[1]?.toLowerCase() ?? '';
  const named = extensions[extension] ?? null;
  const kind = isGzipped ? await textKind(path, head, extension, true) : await kindOf(path, head, extension);
  const promised = promiseBroken(kind, named, extension);
  return { kind, isGzipped, promised };
}

async function kindOf(path: string, head: Uint8Array, extension: string): Promise<FormatKind> {
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOffice(head);
  if (startsWith(head, [0x50, 0x4b])) return zipKind(path);
  if (latin(head.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  const known = foreign.find(([, bytes]) => startsWith(head, bytes));
  // BM and MZ are also how a text may begin; only binary content makes them pictures and programs.
  if (known && (known[1].length > 2 || head.includes(0))) throw unknownFormat(known[0]);
  return textKind(path, head, extension, false);
}

function oldOffice(head: Uint8Array): AppError {
  const isEncrypted = latin(head).replaceAll('\0', '').includes('EncryptedPackage');
  return new AppError(isEncrypted ? 'ingest.password-protected' : 'ingest.old-office');
}

async function zipKind(path: string): Promise<FormatKind> {
  const archive = await ZipArchive.open(path);
  try {
    if (archive.find('xl/workbook.xml')) return 'xlsx';
    if (archive.find('word/document.xml')) return 'docx';
    if (archive.find('xl/workbook.bin')) throw unknownFormat('.xlsb');
    if (archive.find('ppt/presentation.xml')) throw unknownFormat('PowerPoint');
    if (archive.find('OFD.xml')) throw unknownFormat('OFD');
    if (archive.find('mimetype') && archive.find('content.xml')) throw unknownFormat('OpenDocument');
    return 'zip';
  } finally {
    await archive.close();
  }
}

async function textKind(
  path: string,
  head: Uint8Array,
  extension: string,
  isGzipped: boolean,
): Promise<FormatKind> {
  const named = extensions[extension] ?? null;
  const { encoding, isBinary } = await detectEncoding(() => readChunks(path, isGzipped));
  if (isBinary) throw isGzipped ? unknownFormat('gzip') : unrecognised(extension);
  const text = new TextDecoder(encoding)
    .decode(head)
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta\b[^>]*html)/iu.test(text)) return 'html';
  if (/^<\?xml/u.test(text)) {
    if (/<html/iu.test(text.slice(0, 2000))) return 'html';
    throw unknownFormat('XML');
  }
  const isTextName = named !== null && textKinds.includes(named);
  if (isTextName && named !== 'jsonl')
    return looksLikeJson(text) && named !== 'md' && named !== 'txt' ? 'jsonl' : named;
  if (looksLikeJson(text) || named === 'jsonl') return 'jsonl';
  if (named === null && /^\[\s*[{[]/u.test(text)) throw unknownFormat('JSON […]');
  return named === 'xlsx' || /^[^\n]*(?:,|\t)[^\n]*\r?\n[^\n]*(?:,|\t)/u.test(text) ? 'csv' : 'txt';
}

function looksLikeJson(text: string): boolean {
  return /^\{\s*"/u.test(text);
}

/** The extension the name carries when it is not what the content turned out to be. */
function promiseBroken(kind: FormatKind, named: FormatKind | null, extension: string): string | null {
  if (named === kind || extension === '') return null;
  const isSameSort = (named === 'csv' && kind === 'tsv') || (named === 'md' && kind === 'txt');
  return isSameSort ? null : `.${extension}`;
}

async function unpackedHead(path: string): Promise<Uint8Array> {
  for await (const chunk of readChunks(path, true)) return chunk.subarray(0, headBytes);
  return new Uint8Array();
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** For content that says nothing: what the name promised is all there is to go by. */
function unrecognised(extension: string): AppError {
  if (extension === '') return new AppError('ingest.unknown-content');
  if (extensions[extension]) return new AppError('ingest.not-as-named', { expected: `.${extension}` });
  return unknownFormat(`.${extension}`);
}

function unknownFormat(found: string): AppError {
  return new AppError('ingest.unknown-format', { found });
}
