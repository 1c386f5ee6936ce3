// Which files of the releases a backup takes, fixed at one moment while publishing may go on.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { metadataFilePath, targetFilePath, timestampFilePath } from '#shared/release/release-path.ts';
import type { RootMetadata, TargetInfo } from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import { systemErrorCode } from '../publish/durable-files.ts';
import { type LoadedRelease, loadRelease, whateverAge } from '../publish/load-release.ts';
import { checkOlderSnapshot, readOlderMetadata } from '../publish/older-releases.ts';
import type { PublishFolders } from '../publish/publish-folders.ts';
import { listReleaseInfos, type ReleaseInfo } from '../publish/release-info.ts';
import { metaFilesOf } from '../publish/sign-release.ts';

/** A release's files: its metadata is of use only together with every target. */
export interface ReleaseFiles {
  /** By their paths relative to the release folder. */
  readonly targets: ReadonlyMap<string, TargetInfo>;
  readonly metadata: readonly string[];
}

export interface ReleasePlan {
  readonly release: { readonly version: number; readonly publishedAt: string } | null;
  /** True when there is a release that does not verify: nothing of it is taken, the store has all to build it anew. */
  readonly isDamaged: boolean;
  readonly roots: readonly string[];
  readonly current: ReleaseFiles | null;
  /** The releases before it that are whole, newest first. */
  readonly older: readonly ReleaseFiles[];
  /** Small files that change in place, as they were: path relative to the data folder → bytes. */
  readonly held: ReadonlyMap<string, Uint8Array>;
  /** Indexes of segments, which never change: names in the folder `release-index`. */
  readonly indexes: readonly string[];
}

/** Reads what is in force. Files it names may be pruned later by publishes that go on. */
export async function planRelease(folders: PublishFolders): Promise<ReleasePlan> {
  const timestamp = await readTimestamp(folders);
  const loaded = timestamp === null ? null : await loadSound(folders);
  const names = await readdir(folders.metadata).catch(() => []);
  const roots = names.filter((name) => /^\d{1,10}\.root\.json$/.test(name)).map((name) => `metadata/${name}`);
  const infos = await listReleaseInfos(folders);
  const held = new Map<string, Uint8Array>();
  const indexNames = await readdir(folders.index).catch(() => []);
  for (const name of indexNames.filter((candidate) => candidate.endsWith('.json')))
    await hold(held, `release-index/${name}`, join(folders.index, name));
  if (loaded !== null && timestamp !== null) held.set(`release/${timestampFilePath}`, timestamp);
  return {
    release: loaded && { version: loaded.manifest.version, publishedAt: loaded.manifest.publishedAt },
    isDamaged: timestamp !== null && loaded === null,
    roots,
    current: loaded && filesInForce(loaded),
    older: loaded === null ? [] : await readOlder(folders, infos, loaded),
    held,
    indexes: indexNames.filter((name) => name.endsWith('.mcsi')),
  };
}

/** A release that is pruned this very moment takes its info with it. */
async function hold(held: Map<string, Uint8Array>, path: string, from: string): Promise<void> {
  try {
    held.set(path, await readFile(from));
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'ENOENT') throw thrown;
  }
}

/** The file whose renaming is a publication; null before the first. */
export async function readTimestamp(folders: PublishFolders): Promise<Uint8Array | null> {
  return readFile(join(folders.release, timestampFilePath)).catch((thrown) => {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  });
}

async function loadSound(folders: PublishFolders): Promise<LoadedRelease | null> {
  try {
    return await loadRelease(folders.release, { nowMs: whateverAge });
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

function filesInForce({ metadata }: LoadedRelease): ReleaseFiles {
  const { targets, snapshot } = metaFilesOf(metadata);
  return filesOf(metadata.targets, targets.version, snapshot.version);
}

function filesOf(targets: Iterable<[string, TargetInfo]>, version: number, snapshot: number): ReleaseFiles {
  return {
    targets: new Map([...targets].map(([path, info]) => [targetFilePath(path, info.hashes.sha256), info])),
    metadata: [metadataFilePath('targets', version), metadataFilePath('snapshot', snapshot)],
  };
}

/** A release that lost its metadata already is left out. */
async function readOlder(
  folders: PublishFolders,
  infos: readonly ReleaseInfo[],
  { manifest, metadata }: LoadedRelease,
): Promise<ReleaseFiles[]> {
  const roots: RootMetadata[] = [];
  for (let version = 1; version <= metadata.root.version; version += 1) {
    const bytes = await readFile(join(folders.release, metadataFilePath('root', version)));
    roots.push(parseMetadata(bytes, 'root').signed);
  }
  const found: ReleaseFiles[] = [];
  for (const info of infos.filter(({ version }) => version < manifest.version).toReversed()) {
    try {
      await checkOlderSnapshot(folders.release, info.snapshotVersion, roots);
      const { signed } = await readOlderMetadata(folders.release, 'targets', info.targetsVersion, roots);
      found.push(filesOf(Object.entries(signed.targets), info.targetsVersion, info.snapshotVersion));
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }
  return found;
}
