// Answers with a file from disk: conditional, by range, and whole even when the file is replaced meanwhile.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AppError } from '#shared/errors/app-error.ts';
import { refuse } from '../problem.ts';
import { type ByteRange, parseRange } from './byte-range.ts';

export interface SentFile {
  readonly path: string;
  /** Headers of the answer: media type, caching, disposition. */
  readonly headers: Readonly<Record<string, string>>;
  /** Strong validator with its quotes; null makes one from size and time of change. */
  readonly etag: string | null;
  /** What a refusal calls it. */
  readonly what: string;
}

/** Files up to this size are read at once, so that no handle outlives the call. */
const wholeReadBytes = 256 * 1024;

/** Throws `not-found` when there is no such regular file, `http.bad-range` (416) for a range past its end. */
export async function sendFile(request: Request, sent: SentFile): Promise<Response> {
  const file = await openRegular(sent);
  try {
    const { size, mtimeNs } = await file.stat({ bigint: true });
    const bytes = Number(size);
    const etag = sent.etag ?? `"${size.toString(36)}-${mtimeNs.toString(36)}"`;
    const headers = new Headers({ ...sent.headers, etag, 'accept-ranges': 'bytes' });
    if (matchesNone(request, etag)) return await finish(file, new Response(null, { status: 304, headers }));
    const range = askedRange(request, etag, bytes);
    const response = await answer(request, file, bytes, range, headers);
    return response;
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}

async function openRegular(sent: SentFile): Promise<FileHandle> {
  let file: FileHandle;
  try {
    file = await open(sent.path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (cause) {
    throw new AppError('not-found', { what: sent.what }, { cause });
  }
  if ((await file.stat()).isFile()) return file;
  await file.close();
  return refuse('not-found', { what: sent.what });
}

function matchesNone(request: Request, etag: string): boolean {
  const header = request.headers.get('if-none-match');
  if (header === null) return false;
  return header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function askedRange(request: Request, etag: string, bytes: number): ByteRange | null {
  const condition = request.headers.get('if-range');
  if (condition !== null && condition !== etag) return null;
  const range = parseRange(request.headers.get('range') ?? undefined, bytes);
  return range === 'unsatisfiable' ? refuse('http.bad-range', { bytes }) : range;
}

async function answer(
  request: Request,
  file: FileHandle,
  bytes: number,
  range: ByteRange | null,
  headers: Headers,
): Promise<Response> {
  const { first, last } = range ?? { first: 0, last: bytes - 1 };
  const length = last - first + 1;
  headers.set('content-length', String(length));
  if (range !== null) headers.set('content-range', `bytes ${first}-${last}/${bytes}`);
  const status = range === null ? 200 : 206;
  if (request.method === 'HEAD' || length === 0) return finish(file, new Response(null, { status, headers }));
  if (length <= wholeReadBytes) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, first);
    return finish(file, new Response(buffer.subarray(0, bytesRead), { status, headers }));
  }
  const stream = file.createReadStream({ start: first, end: last, highWaterMark: wholeReadBytes });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { status, headers });
}

async function finish(file: FileHandle, response: Response): Promise<Response> {
  await file.close();
  return response;
}
