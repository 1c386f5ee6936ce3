// Walks through a tar file of which any part can be read: what lies in it, and where, without reading the files.
import { AppError } from '../errors/app-error.ts';
import {
  isPlainPath,
  parsePaxRecords,
  parseTarHeader,
  type TarMember,
  tarBlock,
  tarPadding,
} from './tar-header.ts';

/** Bytes of which parts can be read: a file on a disk, a `File` of the browser. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `[at, at + length)`, which lies within `size`. Throws what reading throws. */
  read(at: number, length: number): Promise<Uint8Array>;
}

/** A file in the tar file and where its bytes begin. */
export interface TarPlace extends TarMember {
  readonly at: number;
}

/** A pax extension names a path and a length; this is plenty. */
const longestExtension = 64 * 1024;
/** Zeros behind the end: programs fill up to blocks of 20 × 512 bytes. */
const longestTail = 64 * 1024;

/**
 * The files one after the other; folders are passed over. Throws `archive.damaged` where anything is not as it should
 * be: a header, a length beyond the end, an unsafe path, a file named twice, bytes that are not zeros where they ought
 * to be, an end that does not come.
 */
export async function* walkTar(source: ByteSource): AsyncGenerator<TarPlace> {
  const seen = new Set<string>();
  let at = 0;
  let extension: Partial<TarMember> = {};
  for (;;) {
    const found = await readMember(source, at, extension);
    if (found === null) break;
    const { header, start } = found;
    extension = header.type === 'pax' ? await readExtension(source, start, header.bytes) : {};
    if (header.type === 'file') {
      const { path, bytes } = header;
      if (!isPlainPath(path) || seen.has(path)) throw damaged('path', at);
      seen.add(path);
      yield { path, bytes, at: start };
    }
    at = found.end;
  }
  await requireEnd(source, at);
}

/** The header at `at`, corrected by the extension before it, and where its bytes lie; null at the end. */
async function readMember(source: ByteSource, at: number, extension: Partial<TarMember>) {
  const block = await readWithin(source, at, tarBlock);
  if (isZero(block)) return null;
  const parsed = parseTarHeader(block);
  if (parsed === null) throw damaged('header', at);
  const header = parsed.type === 'file' ? { ...parsed, ...extension } : parsed;
  const start = at + tarBlock;
  const padding = tarPadding(header.bytes);
  const end = start + header.bytes + padding;
  if (!(end <= source.size)) throw damaged('length', at);
  if (!isZero(await source.read(end - padding, padding))) throw damaged('padding', at);
  return { header, start, end };
}

async function readExtension(source: ByteSource, at: number, bytes: number): Promise<Partial<TarMember>> {
  const records = bytes > longestExtension ? null : parsePaxRecords(await source.read(at, bytes));
  if (records === null) throw damaged('extension', at);
  return records;
}

/** Two blocks of zeros, and nothing else behind them. */
async function requireEnd(source: ByteSource, at: number): Promise<void> {
  const left = source.size - at;
  if (left < 2 * tarBlock || left > longestTail || !isZero(await source.read(at, left))) {
    throw damaged('end', at);
  }
}

async function readWithin(source: ByteSource, at: number, length: number): Promise<Uint8Array> {
  if (at + length > source.size) throw damaged('end', at);
  return source.read(at, length);
}

/** What stands where, for whoever looks at the file with other tools. */
function damaged(reason: string, at: number): AppError {
  return new AppError('archive.damaged', { reason: `${reason} @ ${at}` });
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
