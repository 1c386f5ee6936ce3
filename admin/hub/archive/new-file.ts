// Writes a large new file so that its name stands for the whole of it or for nothing, and never replaces another.
import { type FileHandle, link, open, readdir, realpath, rename, rm, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { syncFolder, systemErrorCode } from '../publish/durable-files.ts';

const besideEnding = '.part';

export interface NewFile {
  /** Absolute path. */
  readonly path: string;
  /** Who may read it, e.g. 0o600. */
  readonly mode: number;
}

/** A name for something made on the way to `path`, which is removed with what a killed process left there. */
export function besidePath(path: string, what = ''): string {
  return `${path}.${process.pid}${what}${besideEnding}`;
}

/**
 * Lets `write` fill a file under another name, syncs it, and gives it its own. Throws `archive.exists`,
 * `archive.cannot-write`, `archive.no-room` or what `write` throws; nothing is left then.
 */
export async function writeNewFile<T>(
  { path, mode }: NewFile,
  write: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const temporary = besidePath(path);
  try {
    await removeLeftBeside(path);
    if (await exists(path)) throw new AppError('archive.exists', { file: path });
    const file = await open(temporary, 'wx', mode);
    try {
      const result = await write(file);
      await file.sync();
      await file.close();
      await giveName(temporary, path);
      await syncFolder(dirname(path));
      return result;
    } finally {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
    }
  } catch (thrown) {
    throw asWriteError(thrown, path);
  }
}

/** Throws `archive.inside-data` when the file would become part of what it is made of. */
export async function requireOutside(path: string, dataDir: string): Promise<void> {
  const [folder, data] = await Promise.all([dirname(path), dataDir].map(realOrGiven));
  const way = relative(data ?? '', folder ?? '');
  const isInside = way === '' || !(way === '..' || way.startsWith(`..${sep}`));
  if (isInside) throw new AppError('archive.inside-data', { file: path });
}

/** Throws `archive.disk-full` when the disk of `path` has less than `needed` bytes free. */
export async function requireRoom(path: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path)).catch((thrown) => {
    throw asWriteError(thrown, path);
  });
  const free = bavail * bsize;
  if (needed > free) throw new AppError('archive.disk-full', { file: path, needed, free });
}

/** Removes what processes that are no more left beside `path`, files and folders. */
export async function removeLeftBeside(path: string): Promise<void> {
  const names = await readdir(dirname(path));
  for (const name of names) {
    const pid = pidIn(name, basename(path));
    if (pid !== null && !isAlive(pid)) await rm(join(dirname(path), name), { recursive: true, force: true });
  }
}

/** What the file system threw, as something staff can act on. */
export function asWriteError(thrown: unknown, file: string): unknown {
  const code = systemErrorCode(thrown);
  if (code === null || thrown instanceof AppError) return thrown;
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
  if (isFull) return new AppError('archive.no-room', { file }, { cause: thrown });
  return new AppError('archive.cannot-write', { file, reason: code }, { cause: thrown });
}

function pidIn(name: string, base: string): number | null {
  if (!name.startsWith(`${base}.`) || !name.endsWith(besideEnding)) return null;
  const found = /^(\d{1,10})(?:-[a-z]+)?$/.exec(name.slice(base.length + 1, -besideEnding.length));
  return found === null ? null : Number(found[1]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return systemErrorCode(thrown) === 'EPERM';
  }
}

/** Unlike a rename a link never replaces; sticks whose file system has no links are looked at first. */
async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'EEXIST') throw new AppError('archive.exists', { file: path });
    if (await exists(path)) throw new AppError('archive.exists', { file: path });
    await rename(temporary, path);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function realOrGiven(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
