// Streams the files of an upload to a folder of their own, with bounds on size and number.
import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { refuse } from '../problem.ts';
import { describeBytes } from '../read-body.ts';
import { boundaryOf, type MultipartPart, parseMultipart } from './parse-multipart.ts';

/** A file that has arrived whole. */
export interface ReceivedFile {
  /** The sender's name for it, without folders and control characters; unique within the upload. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The form's field it came in. */
  readonly field: string;
}

/** A form that has arrived whole. */
export interface ReceivedForm {
  readonly files: readonly ReceivedFile[];
  /** Plain fields; of several with one name the last. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadLimits {
  readonly maxFiles: number;
  readonly maxFileBytes: number;
  /** Of all files together; no bound of its own unless told. */
  readonly maxTotalBytes?: number;
}

/** 100 MB a file, as people are told. */
export const importLimits: UploadLimits = { maxFiles: 50, maxFileBytes: 100 * 1024 * 1024 };
export const attachmentLimits: UploadLimits = { maxFiles: 1, maxFileBytes: 100 * 1024 * 1024 };

/** Fields without a file name are read up to this much. */
const maxFieldBytes = 64 * 1024;
/** Fields beyond these are read past. */
const maxFields = 40;

/**
 * Reads the multipart body of a request into `folder`, which is made, and removed again when anything fails.
 * Throws `http.file-too-large`, `http.too-many-files`, `http.no-file`, `http.upload-broken` or
 * `http.wrong-media-type`.
 */
export async function receiveFiles(
  request: Request,
  folder: string,
  limits: UploadLimits,
): Promise<readonly ReceivedFile[]> {
  const { files } = await receiveForm(request, folder, limits);
  if (files.length > 0) return files;
  await rm(folder, { recursive: true, force: true });
  refuse('http.no-file');
}

/** As `receiveFiles`, with the plain fields of the form; one without files is as good. */
export async function receiveForm(
  request: Request,
  folder: string,
  limits: UploadLimits,
): Promise<ReceivedForm> {
  const boundary = boundaryOf(request.headers.get('content-type'));
  if (request.body === null) refuse('http.no-file');
  await mkdir(folder, { recursive: true });
  try {
    const files: ReceivedFile[] = [];
    const fields: Record<string, string> = Object.create(null);
    let left = limits.maxTotalBytes ?? Number.POSITIVE_INFINITY;
    for await (const part of parseMultipart(request.body, boundary)) {
      if (part.fileName === null && Object.keys(fields).length < maxFields)
        fields[part.field.slice(0, 40)] = await readField(part);
      else if (part.fileName === null || part.fileName === '') await readField(part);
      else {
        const file = await receiveFile(part, folder, files, { ...limits, maxTotalBytes: left });
        left -= file.bytes;
        files.push(file);
      }
    }
    return { files, fields };
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true });
    throw uploadError(thrown);
  }
}

async function receiveFile(
  part: MultipartPart,
  folder: string,
  before: readonly ReceivedFile[],
  limits: UploadLimits,
): Promise<ReceivedFile> {
  if (before.length >= limits.maxFiles) refuse('http.too-many-files', { limit: limits.maxFiles });
  const name = uniqueName(
    cleanFileName(part.fileName ?? ''),
    before.map((file) => file.name),
  );
  const path = join(folder, `${before.length}.upload`);
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of part.content) {
      bytes += chunk.byteLength;
      const limit = Math.min(limits.maxFileBytes, limits.maxTotalBytes ?? limits.maxFileBytes);
      if (bytes > limit) refuse('http.file-too-large', { name, limit: describeBytes(limit) });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return { name, path, bytes, sha256: hash.digest('hex'), field: part.field };
}

async function readField(part: MultipartPart): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of part.content) {
    bytes += chunk.byteLength;
    if (bytes > maxFieldBytes) refuse('http.too-large', { limit: describeBytes(maxFieldBytes) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A name fit for lists and dialogs: what follows the last slash or backslash, at most 200 characters. */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  // Control and bidirectional formatting characters can make a name look like another one.
  const plain = base.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  const shown = [...plain].slice(-200).join('');
  return /^\.*$/.test(shown) ? 'file' : shown;
}

/** `a.csv`, then `a (2).csv`, `a (3).csv` … */
function uniqueName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 2; ; number += 1) {
    const candidate = `${stem} (${number})${ending}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/** A connection that breaks while the body is read is the sender's upload failing, not the hub's. */
function uploadError(thrown: unknown): unknown {
  const { code, name } = Object(thrown) as { code?: unknown; name?: unknown };
  const isBroken = code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || name === 'AbortError';
  return isBroken ? new AppError('http.upload-broken', {}, { cause: thrown }) : thrown;
}
