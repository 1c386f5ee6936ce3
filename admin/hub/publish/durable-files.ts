// Writing files so that a kill or power cut leaves the old file or the new one, whole, and never a mixture.
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';

/**
 * Puts `bytes` at `path`: written beside it in `staging` (same file system), synced, renamed into place.
 * The rename itself is only durable after `syncFolder` of the folder it happened in.
 */
export async function writeDurably(path: string, bytes: Uint8Array | string, staging: string): Promise<void> {
  const temporary = join(staging, `${randomBytes(8).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
}

/** `writeDurably` and the folder's entry synced as well: for the few files others wait for. */
export async function replaceDurably(
  path: string,
  bytes: Uint8Array | string,
  staging: string,
): Promise<void> {
  await writeDurably(path, bytes, staging);
  await syncFolder(dirname(path));
}

/** Makes the names in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Creates a folder with its parents; false when it was there already. */
export async function ensureFolder(path: string, mode = 0o755): Promise<boolean> {
  return (await mkdir(path, { recursive: true, mode })) !== undefined;
}

/** The `code` of a system error such as ENOENT, or null for any other thing thrown. */
export function systemErrorCode(thrown: unknown): string | null {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

/** Turns a system error into `release.disk-failed`; everything else passes unchanged. */
export function asDiskError(thrown: unknown): unknown {
  const code = systemErrorCode(thrown);
  if (code === null || thrown instanceof AppError) return thrown;
  return new AppError('release.disk-failed', { reason: code }, { cause: thrown });
}
