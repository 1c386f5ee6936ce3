// Reads a backup file from its head to its digests, and gives its files out one by one while they are checked.
import { createHash } from 'node:crypto';
import { type TarPlace, walkTar } from '#shared/archive/walk-tar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { FileSource } from '../archive/file-source.ts';
import {
  type BackupHead,
  backupHeadSchema,
  dataFolders,
  dataPrefix,
  headName,
  longestHead,
  noteName,
  storeName,
  sumsName,
} from './backup-format.ts';

/** What is done with a file of the data folder: its path there and its bytes, each piece valid until the next. */
export type TakeFile = (path: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;

export interface ReadBackup {
  readonly head: BackupHead;
  readonly files: number;
}

/** The head alone. Throws `backup.not-a-backup`, also for a backup of a format this program does not know. */
export async function readBackupHead(source: FileSource, file: string): Promise<BackupHead> {
  const refusal = (cause?: unknown) => new AppError('backup.not-a-backup', { file }, { cause });
  try {
    for await (const place of walkTar(source)) {
      if (place.path !== headName || place.bytes > longestHead) break;
      const text = Buffer.from(await source.read(place.at, place.bytes)).toString('utf8');
      return backupHeadSchema.parse(JSON.parse(text));
    }
  } catch (thrown) {
    throw thrown instanceof AppError && thrown.code === 'archive.cannot-read' ? thrown : refusal(thrown);
  }
  throw refusal();
}

/**
 * Goes through all of it once, with flat memory but for the list of digests. Throws `backup.not-a-backup`,
 * `archive.damaged` for whatever is not as it was written, `archive.cannot-read`, or what `take` throws.
 */
export async function readBackup(source: FileSource, file: string, take: TakeFile): Promise<ReadBackup> {
  const head = await readBackupHead(source, file);
  const digests = new Map<string, string>();
  let files = 0;
  let isEnded = false;
  for await (const place of walkTar(source)) {
    if (isEnded) throw damaged(place.path);
    if (place.path === sumsName) {
      await compareDigests(source, place, digests);
      isEnded = true;
      continue;
    }
    const hash = createHash('sha256');
    const pieces = hashed(source.pieces(place.at, place.bytes), hash);
    if (isDataFile(place.path)) {
      await take(place.path.slice(dataPrefix.length), pieces);
      files += 1;
    }
    // Whatever was not taken is read all the same.
    for await (const _piece of pieces);
    digests.set(place.path, hash.digest('hex'));
  }
  if (!isEnded || !digests.has(dataPrefix + storeName)) throw damaged(sumsName);
  return { head, files };
}

/** False for the head and the note. Throws `archive.damaged` for what has no place in a data folder. */
function isDataFile(path: string): boolean {
  if (path === headName || path === noteName) return false;
  const inside = path.startsWith(dataPrefix) ? path.slice(dataPrefix.length) : '';
  const folder = inside.slice(0, inside.indexOf('/'));
  if (inside === storeName || dataFolders.some((known) => known === folder)) return true;
  throw damaged(path);
}

async function* hashed(pieces: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

/** The list names every file before it with its digest, and nothing else. */
async function compareDigests(
  source: FileSource,
  place: TarPlace,
  digests: ReadonlyMap<string, string>,
): Promise<void> {
  let compared = 0;
  for await (const line of linesOf(source.pieces(place.at, place.bytes))) {
    const [, sha256, path = ''] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (sha256 === undefined || digests.get(path) !== sha256) throw damaged(path || sumsName);
    compared += 1;
  }
  if (compared !== digests.size) throw damaged(sumsName);
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + Buffer.from(piece).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function damaged(path: string): AppError {
  return new AppError('archive.damaged', { reason: path });
}
