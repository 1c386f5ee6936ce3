// Looks at the watched folder: which files lie there, whose they are, and which have come whole.
import { lstat, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Where what was taken in, and what was refused, lies afterwards; no agency is called so. */
export const doneFolder = 'done';
export const refusedFolder = 'refused';

/** A file seen in the watched folder. */
export interface SeenFile {
  /** Below the watched folder, with `/`. */
  readonly path: string;
  /** The first folder of the path; empty for a file beside the agencies' folders. */
  readonly agency: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** False for links, pipes and the like. */
  readonly isPlain: boolean;
}

/** Files of one look at most: the next look takes the rest. */
const mostFiles = 2000;
/** Folders within an agency's folder. */
const deepest = 4;
/** Names of files other programs are still writing, or keep for themselves. */
const temporary =
  /^[.~]|\.(?:tmp|temp|part|partial|crdownload|download|filepart|swp|lock|!ut|bak~?)$|^thumbs\.db$|^desktop\.ini$/iu;

/** Every file below the agencies' folders, in order. */
export async function lookThrough(root: string): Promise<SeenFile[]> {
  const found: SeenFile[] = [];
  await walk(root, root, 0, found);
  return found.sort((left, right) => (left.path < right.path ? -1 : 1));
}

async function walk(root: string, folder: string, depth: number, found: SeenFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (found.length >= mostFiles) return;
    const path = join(folder, entry.name);
    if (temporary.test(entry.name)) continue;
    if (depth === 0 && entry.isDirectory() && (entry.name === doneFolder || entry.name === refusedFolder))
      continue;
    if (entry.isDirectory()) {
      if (depth < deepest) await walk(root, path, depth + 1, found);
      continue;
    }
    const seen = await look(root, path);
    if (seen !== null) found.push(seen);
  }
}

/** Null when the file is gone again. */
async function look(root: string, full: string): Promise<SeenFile | null> {
  const stats = await lstat(full).catch(() => null);
  if (stats === null) return null;
  const path = relative(root, full).split(sep).join('/');
  const parts = path.split('/');
  return {
    path,
    agency: parts.length > 1 ? (parts[0] ?? '') : '',
    name: parts.at(-1) ?? '',
    bytes: stats.size,
    modifiedMs: stats.mtimeMs,
    isPlain: stats.isFile(),
  };
}

/** Remembers how files looked before: one is complete when it looks the same twice. */
export class CompletenessWatch {
  #before: ReadonlyMap<string, string> = new Map();

  /** Those that have not changed since the look before this one. */
  complete(files: readonly SeenFile[]): readonly SeenFile[] {
    const now = new Map(files.map((file) => [file.path, `${file.bytes} ${file.modifiedMs}`]));
    const still = files.filter(({ path }) => this.#before.get(path) === now.get(path));
    this.#before = now;
    return still;
  }
}

/** Moves a file below `done` or `refused` under its own path; a name taken there gets a number. */
export async function setAside(root: string, path: string, into: string, id: string): Promise<void> {
  const target = await freePlace(join(root, into, path), id);
  await mkdir(dirname(target), { recursive: true });
  await rename(join(root, path), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Moves a refused file away, with a text beside it that says why. The text is there first. */
export async function refuseFile(root: string, path: string, reason: string, id: string): Promise<void> {
  const target = await freePlace(join(root, refusedFolder, path), id);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.txt`, `${reason}\n`);
  await rename(join(root, path), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

async function freePlace(target: string, id: string): Promise<string> {
  const isTaken = await lstat(target).then(
    () => true,
    () => false,
  );
  if (!isTaken) return target;
  const dot = target.lastIndexOf('.');
  const [stem, ending] =
    dot > target.lastIndexOf(sep) ? [target.slice(0, dot), target.slice(dot)] : [target, ''];
  return `${stem}-${id}${ending}`;
}
