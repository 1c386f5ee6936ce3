// Makes a backup: one file with all a data folder cannot make again, whole whatever happens at the same time.
//
// The order is what makes it whole. First it is fixed which release is in force, and at once the store is copied as it
// is at one moment; when a release came into force in between, both are done again. Whatever the store names was in
// its place before the store named it, so attachments and files of cases are listed after that copy. Files of releases
// never change; of older releases one may be pruned meanwhile, and then that release is left out. The list of erased
// cases comes last: a file that was erased during the backup is missing from it, and the list says that it should be.
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { tarFootprint } from '#shared/archive/tar-header.ts';
import { AppError } from '#shared/errors/app-error.ts';
import {
  besidePath,
  removeLeftBeside,
  requireOutside,
  requireRoom,
  writeNewFile,
} from '../archive/new-file.ts';
import { FileShrank, TarWriter } from '../archive/tar-writer.ts';
import { systemErrorCode } from '../publish/durable-files.ts';
import { publishFolders } from '../publish/publish-folders.ts';
import { type BackupHead, dataPrefix, isSecretKeyFile, storeName } from './backup-format.ts';
import { BackupWriter } from './backup-writer.ts';
import { type ListedFile, listAttachments, listCaseFiles, listKeyFiles } from './list-files.ts';
import { planRelease, type ReleaseFiles, type ReleasePlan, readTimestamp } from './release-plan.ts';
import { copyStore } from './store-copy.ts';

export interface BackupRequest {
  /** Absolute paths. */
  readonly dataDir: string;
  readonly file: string;
  readonly withKeys: boolean;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** Called when all is written and nothing has its name yet: what it throws undoes the backup. */
  readonly onWritten?: () => Promise<void>;
}

export interface BackupResult {
  readonly bytes: number;
  readonly files: number;
  /** The release in force; null before the first. */
  readonly version: number | null;
  readonly madeAt: string;
  readonly hasKeys: boolean;
  /** Secret files that are not in it and have to be kept apart. */
  readonly keysLeftOut: readonly string[];
  /** Files that are not what their names promise, on the data folder's disk; copied as they are. */
  readonly damaged: readonly string[];
}

/** How often release and store are looked at again when a publish came in between. */
const mostAttempts = 5;

/**
 * Writes a new file, readable by its owner only. Throws `backup.no-data`, `archive.changed-meanwhile`, `store.…` or
 * what `writeNewFile` throws; no file is there then.
 */
export async function makeBackup(request: BackupRequest): Promise<BackupResult> {
  const { dataDir, file } = request;
  const store = await stat(join(dataDir, storeName)).catch(() => null);
  if (store === null) throw new AppError('backup.no-data', { dir: dataDir });
  await requireOutside(file, dataDir);
  await requireRoom(file, store.size);
  await removeLeftBeside(file);
  const copy = besidePath(file, '-store');
  try {
    return await writeNewFile({ path: file, mode: 0o600 }, async (handle) => {
      const fixed = await fixMoment(dataDir, copy);
      const tar = new TarWriter(handle, { seconds: request.nowMs / 1000, mode: 0o600 });
      const result = await writeAll(request, fixed, new BackupWriter(tar), copy);
      await request.onWritten?.();
      return result;
    });
  } finally {
    await rm(copy, { force: true });
  }
}

interface Moment {
  readonly plan: ReleasePlan;
  readonly schema: number;
}

/** Release and store of one moment, as nearly as publishes let it: the store is never the older one. */
async function fixMoment(dataDir: string, copy: string): Promise<Moment> {
  const folders = publishFolders(dataDir);
  for (let attempt = 1; ; attempt += 1) {
    const before = await readTimestamp(folders);
    const plan = await planRelease(folders);
    const schema = await copyStore(join(dataDir, storeName), copy);
    const after = await readTimestamp(folders);
    if (attempt === mostAttempts || isSame(before, after)) return { plan, schema };
  }
}

function isSame(left: Uint8Array | null, right: Uint8Array | null): boolean {
  return left === null || right === null ? left === right : Buffer.from(left).equals(right);
}

async function writeAll(
  { dataDir, file, withKeys, nowMs }: BackupRequest,
  { plan, schema }: Moment,
  writer: BackupWriter,
  copy: string,
): Promise<BackupResult> {
  const attachments = await listAttachments(dataDir);
  const caseFiles = await listCaseFiles(dataDir);
  const secrets = (await listKeyFiles(dataDir)).filter(({ path }) => isSecretKeyFile(nameOf(path)));
  const { size } = await stat(copy);
  await requireRoom(file, size + roomFor([...attachments, ...caseFiles, ...targetsOf(plan)]));
  const madeAt = new Date(nowMs).toISOString();
  const keyFiles = secrets.map(({ path }) => nameOf(path));
  const head: BackupHead = {
    ...{ format: 'mingchuang-backup', version: 1 },
    ...{ madeAt, schema, release: plan.release, keyFiles, hasKeys: withKeys },
  };
  await writer.begin(head);
  await writer.file(storeName, copy);
  await rm(copy, { force: true });
  await writeReleases(dataDir, plan, writer);
  for (const { path } of attachments) await writer.file(path, join(dataDir, path), nameOf(path));
  for (const { path } of caseFiles) await writeIfThere(writer, dataDir, path);
  for (const { path } of await listKeyFiles(dataDir)) {
    if (withKeys || !isSecretKeyFile(nameOf(path))) await writer.file(path, join(dataDir, path));
  }
  const { bytes, files } = await writer.end();
  return {
    ...{ bytes, files, madeAt, hasKeys: withKeys },
    version: plan.release?.version ?? null,
    keysLeftOut: withKeys ? [] : keyFiles,
    damaged: plan.isDamaged ? ['release', ...writer.damaged] : writer.damaged,
  };
}

async function writeReleases(dataDir: string, plan: ReleasePlan, writer: BackupWriter): Promise<void> {
  const releaseDir = join(dataDir, 'release');
  const add = (path: string, sha256?: string) =>
    writer.file(`release/${path}`, join(releaseDir, path), sha256);
  for (const path of plan.roots) await add(path);
  if (plan.current !== null) {
    for (const [path, { hashes }] of plan.current.targets) await requireThere(add(path, hashes.sha256), path);
    for (const path of plan.current.metadata) await requireThere(add(path), path);
  }
  for (const older of plan.older) await writeOlder(writer, releaseDir, older);
  for (const name of plan.indexes) await writeIfThere(writer, dataDir, `release-index/${name}`);
  for (const [path, bytes] of plan.held) await writer.bytes(path, bytes);
}

/** Its metadata follows its files, and only when all of them were there. */
async function writeOlder(writer: BackupWriter, releaseDir: string, files: ReleaseFiles): Promise<void> {
  const rest = [...files.targets].filter(([path]) => !writer.has(`release/${path}`));
  for (const [path, { hashes }] of rest) {
    const from = join(releaseDir, path);
    const isThere = await ifThere(writer.file(`release/${path}`, from, hashes.sha256));
    if (!isThere) return;
  }
  for (const path of files.metadata.filter((candidate) => !writer.has(`release/${candidate}`)))
    if (!(await ifThere(writer.file(`release/${path}`, join(releaseDir, path))))) return;
}

async function writeIfThere(writer: BackupWriter, dataDir: string, path: string): Promise<void> {
  await ifThere(writer.file(path, join(dataDir, path)));
}

/** False when the file was removed or cut while it was copied: then nobody needs it any more. */
async function ifThere(writing: Promise<void>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'ENOENT' && !(thrown instanceof FileShrank)) throw thrown;
    return false;
  }
}

async function requireThere(writing: Promise<void>, file: string): Promise<void> {
  if (!(await ifThere(writing))) throw new AppError('archive.changed-meanwhile', { file });
}

function roomFor(files: readonly ListedFile[]): number {
  return files.reduce((sum, { path, bytes }) => sum + tarFootprint({ path: dataPrefix + path, bytes }), 0);
}

/** Every target file once: releases share most of them. */
function targetsOf({ current, older }: ReleasePlan): ListedFile[] {
  const all = [current, ...older].flatMap((release) => (release === null ? [] : [...release.targets]));
  return [...new Map(all)].map(([path, { length }]) => ({ path: `release/${path}`, bytes: length }));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
