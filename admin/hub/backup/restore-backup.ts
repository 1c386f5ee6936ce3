// Puts a backup back: unpacked beside its place, checked to the last byte, and given its name only then.
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { type FileSource, openFileSource } from '../archive/file-source.ts';
import { asWriteError, besidePath, removeLeftBeside, requireRoom } from '../archive/new-file.ts';
import { syncFolder, systemErrorCode } from '../publish/durable-files.ts';
import { publishFolders } from '../publish/publish-folders.ts';
import { migrations } from '../store/migrations/all.ts';
import { type BackupHead, isPrivate } from './backup-format.ts';
import { readBackup, readBackupHead } from './read-backup.ts';
import { bringKeys, type KeyChoice, requireKeys } from './restored-keys.ts';
import { skipSeenVersions } from './restored-versions.ts';

export interface RestoreRequest {
  /** Absolute paths. */
  readonly file: string;
  readonly dataDir: string;
  readonly keys: KeyChoice;
  /** Version the next release gets at least; null works one out that is surely higher than any terminal has seen. */
  readonly nextVersion: number | null;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Called with the folder while it has another name: what it throws undoes the restore. */
  readonly onUnpacked?: (folder: string, result: RestoreResult) => Promise<void>;
}

export interface RestoreResult {
  readonly files: number;
  readonly bytes: number;
  readonly madeAt: string;
  /** The release in force then; null before the first. */
  readonly version: number | null;
  /** The version the next publish gives. */
  readonly nextVersion: number;
  /** Secret files that still have to be put into the folder `keys` by hand. */
  readonly keysMissing: readonly string[];
}

/**
 * Restores into a folder that is empty or not there. Throws `backup.…`, `archive.…`; nothing is there or changed then,
 * and neither after a kill but a folder beside it, which the next restore removes.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreResult> {
  const { file, dataDir, keys } = request;
  await requireEmpty(dataDir);
  const source = await openFileSource(file);
  const temporary = besidePath(dataDir);
  try {
    const head = await readBackupHead(source, file);
    const known = migrations.at(-1)?.number ?? 0;
    if (head.schema > known) throw new AppError('backup.newer', { version: head.schema, known });
    await requireKeys(head, keys);
    await removeLeftBeside(dataDir);
    await requireRoom(dataDir, source.size);
    const { files } = await unpack(source, file, temporary);
    const keysMissing = await bringKeys(head, keys, temporary);
    const nextVersion = await skipSeenVersions(publishFolders(temporary), {
      version: head.release?.version ?? 0,
      madeAtMs: Date.parse(head.madeAt),
      nowMs: request.nowMs,
      wanted: request.nextVersion,
    });
    const result = { ...resultOf(head), files, bytes: source.size, nextVersion, keysMissing };
    await request.onUnpacked?.(temporary, result);
    await syncFolders(temporary);
    await giveName(temporary, dataDir);
    return result;
  } catch (thrown) {
    throw asWriteError(thrown, dataDir);
  } finally {
    await source.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

function resultOf({ madeAt, release }: BackupHead) {
  return { madeAt, version: release?.version ?? null };
}

async function requireEmpty(dataDir: string): Promise<void> {
  try {
    if ((await readdir(dataDir)).length > 0) throw new AppError('backup.folder-not-empty', { dir: dataDir });
    // A folder some disk is mounted on cannot be replaced as a whole.
    if ((await stat(dataDir)).dev !== (await stat(dirname(dataDir))).dev) {
      throw new AppError('archive.cannot-write', { file: dataDir, reason: 'EXDEV' });
    }
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOTDIR')
      throw new AppError('backup.folder-not-empty', { dir: dataDir });
    if (systemErrorCode(thrown) !== 'ENOENT') throw asWriteError(thrown, dataDir);
  }
}

async function unpack(source: FileSource, file: string, folder: string): Promise<{ files: number }> {
  const made = new Set<string>();
  await makeFolder(folder, '', made);
  return readBackup(source, file, async (path, pieces) => {
    await makeFolder(folder, dirname(path), made);
    const target = await open(join(folder, path), 'wx', isPrivate(path) ? 0o600 : 0o644);
    try {
      for await (const piece of pieces) await target.writeFile(piece);
      await target.sync();
    } finally {
      await target.close();
    }
  });
}

async function makeFolder(root: string, path: string, made: Set<string>): Promise<void> {
  if (made.has(path)) return;
  await mkdir(join(root, path), { recursive: true });
  if (isPrivate(path)) await chmod(join(root, path), 0o700);
  made.add(path);
}

/** Names of files and folders last once the folders they stand in are synced. */
async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await syncFolders(join(folder, entry.name));
  await syncFolder(folder);
}

async function giveName(temporary: string, dataDir: string): Promise<void> {
  try {
    await rename(temporary, dataDir);
  } catch (thrown) {
    const code = systemErrorCode(thrown);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw thrown;
    throw new AppError('backup.folder-not-empty', { dir: dataDir }, { cause: thrown });
  }
  await syncFolder(dirname(dataDir));
}
