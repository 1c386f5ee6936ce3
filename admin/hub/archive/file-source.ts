// A file on this machine, read wherever one likes.
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '#shared/archive/walk-tar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { systemErrorCode } from '../publish/durable-files.ts';

export interface FileSource extends ByteSource {
  /** The bytes `[at, at + length)` in pieces of at most a mebibyte; each is valid until the next is asked for. */
  pieces(at: number, length: number): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

const pieceBytes = 1024 * 1024;

/** Throws `archive.cannot-read` for anything but a readable file, at once and while it is read. */
export async function openFileSource(path: string): Promise<FileSource> {
  const file = await open(path, 'r').catch((thrown) => {
    throw asReadError(thrown, path);
  });
  const stats = await file.stat();
  if (!stats.isFile()) {
    await file.close();
    throw new AppError('archive.cannot-read', { file: path, reason: 'EISDIR' });
  }
  const read = async (buffer: Uint8Array, at: number) => {
    await fill(file, buffer, at).catch((thrown) => {
      throw asReadError(thrown, path);
    });
    return buffer;
  };
  return {
    size: stats.size,
    read: (at, length) => read(new Uint8Array(length), at),
    pieces: async function* pieces(at, length) {
      const buffer = new Uint8Array(Math.min(pieceBytes, length));
      for (let done = 0; done < length; done += buffer.length) {
        yield await read(buffer.subarray(0, Math.min(buffer.length, length - done)), at + done);
      }
    },
    close: () => file.close(),
  };
}

async function fill(file: FileHandle, buffer: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < buffer.length; ) {
    const { bytesRead } = await file.read(buffer, done, buffer.length - done, at + done);
    if (bytesRead === 0) throw new AppError('archive.damaged', { reason: `end @ ${at + done}` });
    done += bytesRead;
  }
}

function asReadError(thrown: unknown, file: string): unknown {
  if (thrown instanceof AppError) return thrown;
  return new AppError(
    'archive.cannot-read',
    { file, reason: systemErrorCode(thrown) ?? 'EIO' },
    { cause: thrown },
  );
}
