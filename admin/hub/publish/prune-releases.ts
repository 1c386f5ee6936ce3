// Keeps the last ten releases and removes what only older ones, or an interrupted publish, had written.
//
// Nothing a kept release refers to is ever touched, so terminals half-way through one of the last ten go on
// undisturbed; a reader on this machine holds its files open and keeps them even past that (see open-release.ts).
// Metadata goes before the files it refers to: a kill in between leaves files nobody points at, never the reverse.
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { metadataFilePath, targetFilePath } from '#shared/release/release-path.ts';
import type { RootMetadata, TargetInfo } from '#shared/release/tuf/metadata.ts';
import type { LoadedRelease } from './load-release.ts';
import { checkOlderSnapshot, FileInspector, readOlderMetadata } from './older-releases.ts';
import type { PublishFolders } from './publish-folders.ts';
import { segmentIndexPath } from './release-index.ts';
import { listReleaseInfos, type ReleaseInfo, removeReleaseInfo } from './release-info.ts';
import { metaFilesOf } from './sign-release.ts';

export const keptReleases = 10;

export interface PruneOptions {
  readonly roots: readonly RootMetadata[];
  /** After damage was found: read older releases through and let go of those that share it. */
  readonly isThorough: boolean;
}

/** Removes all that neither the current release nor the nine before it need, and older releases that aren't whole. */
export async function pruneReleases(
  folders: PublishFolders,
  current: LoadedRelease,
  { roots, isThorough }: PruneOptions,
): Promise<void> {
  const version = current.manifest.version;
  const infos = await listReleaseInfos(folders);
  const kept = new Set<ReleaseInfo>();
  const inspector = new FileInspector(folders.release, isThorough);
  const metadata = new Set<string>();
  const files = new Set<string>();
  const keep = (targets: number, snapshot: number, infosOf: Iterable<[string, TargetInfo]>) => {
    metadata.add(metadataFilePath('targets', targets));
    metadata.add(metadataFilePath('snapshot', snapshot));
    for (const [path, { hashes }] of infosOf) files.add(targetFilePath(path, hashes.sha256));
  };
  const inForce = metaFilesOf(current.metadata);
  keep(inForce.targets.version, inForce.snapshot.version, current.metadata.targets);
  for (const info of infos.filter((candidate) => candidate.version <= version).slice(-keptReleases)) {
    const targets = info.version === version ? [] : await readOlder(folders, info, roots, inspector);
    if (targets === null) continue;
    kept.add(info);
    if (info.version < version) keep(info.targetsVersion, info.snapshotVersion, targets);
  }
  for (const info of infos) {
    if (!kept.has(info)) await removeReleaseInfo(folders, info.version);
  }
  await removeOldIndexes(folders, current.manifest);
  await removeMetadata(folders, metadata);
  await removeFiles(folders, folders.targets, files);
}

/** The files of an older release; null when it is not whole any more and so of no use to anyone. */
async function readOlder(
  folders: PublishFolders,
  info: ReleaseInfo,
  roots: readonly RootMetadata[],
  inspector: FileInspector,
): Promise<[string, TargetInfo][] | null> {
  try {
    await checkOlderSnapshot(folders.release, info.snapshotVersion, roots);
    const { signed } = await readOlderMetadata(folders.release, 'targets', info.targetsVersion, roots);
    const targets = Object.entries(signed.targets);
    return (await inspector.areWhole(targets)) ? targets : null;
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

/** Only the indexes of the current release's segments are ever read again. */
async function removeOldIndexes(folders: PublishFolders, { segments }: ReleaseManifest): Promise<void> {
  const kept = new Set(segments.map(({ id }) => segmentIndexPath(folders, id)));
  for (const name of await readdir(folders.index)) {
    const path = join(folders.index, name);
    if (!name.endsWith('.json') && !kept.has(path)) await rm(path);
  }
}

/** Snapshots go first, for they point at targets metadata. Roots stay for good (TUF 1.0.x §6.1). */
async function removeMetadata(folders: PublishFolders, kept: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folders.metadata);
  for (const ending of ['.snapshot.json', '.targets.json']) {
    for (const name of names.filter((candidate) => candidate.endsWith(ending))) {
      const path = join(folders.metadata, name);
      if (!kept.has(asReleasePath(folders, path))) await rm(path, { force: true });
    }
  }
}

/** Empties a folder of everything not kept; true when nothing is left in it. */
async function removeFiles(
  folders: PublishFolders,
  folder: string,
  kept: ReadonlySet<string>,
): Promise<boolean> {
  let isEmpty = true;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (await removeFiles(folders, path, kept)) await rmdir(path);
      else isEmpty = false;
    } else if (kept.has(asReleasePath(folders, path))) isEmpty = false;
    else await rm(path, { force: true });
  }
  return isEmpty;
}

function asReleasePath(folders: PublishFolders, path: string): string {
  return relative(folders.release, path).split(sep).join('/');
}
