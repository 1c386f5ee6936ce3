// Reads a stored file in chunks, unpacking gzip on the way, within the bounds of size and ratio.
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import { ingestLimits } from './limits.ts';

const chunkBytes = 256 * 1024;

/** The first bytes of a file, fewer when it is shorter. */
export async function readHead(path: string, bytes: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    return await readAt(handle, 0, bytes);
  } finally {
    await handle.close();
  }
}

/** Bytes at a place of an open file, fewer at its end. */
export async function readAt(handle: FileHandle, position: number, bytes: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await handle.read(buffer, filled, bytes - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The file's bytes in order. Throws `ingest.unreadable` when gzip data is damaged. */
export async function* readChunks(path: string, isGzipped: boolean): AsyncGenerator<Uint8Array> {
  const stored = createReadStream(path, { highWaterMark: chunkBytes });
  if (!isGzipped) {
    for await (const chunk of stored) yield chunk as Uint8Array;
    return;
  }
  const unpacker = createGunzip({ chunkSize: chunkBytes });
  stored.on('error', (error) => unpacker.destroy(error));
  let unpacked = 0;
  try {
    for await (const chunk of stored.pipe(unpacker)) {
      unpacked += (chunk as Uint8Array).length;
      checkUnpackedSize(unpacked, stored.bytesRead);
      yield chunk as Uint8Array;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('ingest.unreadable', { reason: 'gzip' }, { cause: error });
  } finally {
    stored.destroy();
    unpacker.destroy();
  }
}

/** Throws `ingest.archive-bomb` when unpacked data grows past reason. */
export function checkUnpackedSize(unpacked: number, packed: number): void {
  const isTooLarge = unpacked > ingestLimits.unpackedBytes;
  const isTooDense =
    unpacked > ingestLimits.ratioGraceBytes && unpacked > Math.max(1, packed) * ingestLimits.compressionRatio;
  if (isTooLarge || isTooDense) throw new AppError('ingest.archive-bomb');
}
