// Reads files of a release folder the way a terminal fetches them over the network.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { Fetcher } from '#shared/release/tuf/update-client.ts';
import { systemErrorCode } from './durable-files.ts';

/**
 * A fetcher over `folder`. Files in `overrides` (path → bytes) are answered from there: that is how a release is
 * tried out before its timestamp is in place.
 */
export function diskFetcher(folder: string, overrides: ReadonlyMap<string, Uint8Array> = new Map()): Fetcher {
  return {
    async fetch(path, maxBytes) {
      const override = overrides.get(path);
      return override ?? readBounded(join(folder, path), maxBytes, path);
    },
  };
}

/**
 * The bytes of a file, at most `maxBytes`. Throws `release.file-missing` (also for a folder in its place) or
 * `release.too-long`; `name` is only for the error.
 */
export async function readBounded(path: string, maxBytes: number, name: string): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((thrown) => {
    throw isAbsent(thrown) ? new AppError('release.file-missing', { file: name }, { cause: thrown }) : thrown;
  });
  try {
    const { size } = await file.stat();
    if (size > maxBytes) throw new AppError('release.too-long', { file: name, limit: maxBytes });
    return await file.readFile();
  } catch (thrown) {
    throw isAbsent(thrown) ? new AppError('release.file-missing', { file: name }, { cause: thrown }) : thrown;
  } finally {
    await file.close();
  }
}

function isAbsent(thrown: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemErrorCode(thrown) ?? '');
}
