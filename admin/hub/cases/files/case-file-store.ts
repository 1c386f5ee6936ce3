// Where the encrypted files of cases lie on disk, and how they are written so that a power cut leaves old or new.
import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { ensureFolder, replaceDurably, systemErrorCode } from '../../publish/durable-files.ts';
import { asStoreError } from '../../store/store-error.ts';

const folderMode = 0o700;
const arrivingEnding = '.part';

/** The name says nothing, not even the id a phone made. */
const nameOf = (fileId: string): string => createHash('sha256').update(fileId).digest('hex');

export const wholePath = (dir: string, fileId: string): string => join(dir, nameOf(fileId));
const arrivingPath = (dir: string, fileId: string): string => wholePath(dir, fileId) + arrivingEnding;

/** Puts a whole sealed file in its place. Throws `store.disk-full` or `store.cannot-write`. */
export async function writeWhole(dir: string, fileId: string, sealed: Uint8Array): Promise<void> {
  await onDisk(async () => {
    await ensureFolder(dir, folderMode);
    await replaceDurably(wholePath(dir, fileId), sealed, dir);
  });
}

/** Throws `cases.file-missing` when it is not there. */
export async function readWhole(dir: string, fileId: string): Promise<Uint8Array> {
  return readOr(wholePath(dir, fileId), () => {
    throw new AppError('cases.file-missing');
  });
}

/**
 * Writes a sealed piece at `at` and cuts off whatever an interrupted write left behind it; durable when it answers.
 * Throws `cases.file-missing` when what came before it is gone.
 */
export async function writePiece(dir: string, fileId: string, at: number, sealed: Uint8Array): Promise<void> {
  await onDisk(async () => {
    await ensureFolder(dir, folderMode);
    const file = await openArriving(arrivingPath(dir, fileId), at === 0);
    try {
      await file.write(sealed, 0, sealed.length, at);
      await file.truncate(at + sealed.length);
      await file.datasync();
    } finally {
      await file.close();
    }
  });
}

async function openArriving(path: string, isFirst: boolean): Promise<FileHandle> {
  try {
    return await open(path, isFirst ? 'w' : 'r+', 0o600);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') throw new AppError('cases.file-missing');
    throw thrown;
  }
}

/** The sealed pieces that have arrived. */
export function readArriving(dir: string, fileId: string): Promise<Uint8Array> {
  return readOr(arrivingPath(dir, fileId), () => new Uint8Array(0));
}

export async function removeArriving(dir: string, fileId: string): Promise<void> {
  await rm(arrivingPath(dir, fileId), { force: true });
}

export async function removeFile(dir: string, fileId: string): Promise<void> {
  await removeArriving(dir, fileId);
  await rm(wholePath(dir, fileId), { force: true });
}

/**
 * Removes what no row knows of and was not touched since `beforeMs`: remains of writes that were interrupted, and the
 * pieces of files that have become whole.
 */
export async function removeUnknown(
  dir: string,
  rows: readonly { readonly id: string; readonly is_complete: number }[],
  beforeMs: number,
): Promise<number> {
  const known = new Set(
    rows.map(({ id, is_complete }) => nameOf(id) + (is_complete === 1 ? '' : arrivingEnding)),
  );
  let removed = 0;
  for (const name of await listFolder(dir)) {
    if (known.has(name)) continue;
    const path = join(dir, name);
    if ((await stat(path)).mtimeMs >= beforeMs) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function listFolder(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw asStoreError(thrown);
  }
}

async function readOr(path: string, missing: () => Uint8Array): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return missing();
    throw asStoreError(thrown);
  }
}

async function onDisk(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    throw asStoreError(thrown);
  }
}
