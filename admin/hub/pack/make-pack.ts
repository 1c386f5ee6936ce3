// Makes an update pack of the release in force: all of it, or what a terminal that holds an older one lacks.
import { join } from 'node:path';
import { tarFootprint } from '#shared/archive/tar-header.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { manifestPath } from '#shared/release/manifest.ts';
import { type PackHead, packHeadName } from '#shared/release/pack.ts';
import { metadataFilePath, targetFilePath, timestampFilePath } from '#shared/release/release-path.ts';
import type { RootMetadata } from '#shared/release/tuf/metadata.ts';
import { maxMetadataBytes } from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import { requireOutside, requireRoom, writeNewFile } from '../archive/new-file.ts';
import { TarWriter } from '../archive/tar-writer.ts';
import { diskFetcher, readBounded } from '../publish/disk-fetcher.ts';
import { systemErrorCode } from '../publish/durable-files.ts';
import { type LoadedRelease, loadRelease } from '../publish/load-release.ts';
import { readOlderMetadata } from '../publish/older-releases.ts';
import { type PublishFolders, publishFolders } from '../publish/publish-folders.ts';
import { listReleaseInfos } from '../publish/release-info.ts';
import { metaFilesOf } from '../publish/sign-release.ts';

export interface PackRequest {
  /** Absolute paths. */
  readonly dataDir: string;
  readonly file: string;
  /** The release terminals hold already; null for a whole pack. */
  readonly since: number | null;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

export interface PackResult {
  /** Version of the release in it. */
  readonly version: number;
  readonly since: number | null;
  readonly publishedAt: string;
  /** Until when terminals take it. */
  readonly expires: string;
  readonly files: number;
  readonly bytes: number;
}

/** Where a file lies in the release folder, and its digest where its name promises one. */
interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string | null;
}

/**
 * Writes a new file. Throws `release.none`, `release.metadata-expired`, `pack.unknown-base`, `release.hash-mismatch` for
 * a release damaged on this disk, `archive.changed-meanwhile`, or what `writeNewFile` throws; no file is there then.
 */
export async function makePack({ dataDir, file, since, nowMs }: PackRequest): Promise<PackResult> {
  const folders = publishFolders(dataDir);
  await requireOutside(file, dataDir);
  const timestamp = await readBounded(
    join(folders.release, timestampFilePath),
    maxMetadataBytes.timestamp,
    timestampFilePath,
  ).catch((thrown) => {
    throw new AppError('release.none', {}, { cause: thrown });
  });
  // A publish that goes on meanwhile leaves the files of this release alone: only the timestamp changes in place.
  const fetcher = diskFetcher(folders.release, new Map([[timestampFilePath, timestamp]]));
  const release = await loadRelease(folders.release, { nowMs, fetcher });
  const { version, publishedAt } = release.manifest;
  const files = await filesOf(folders, release, since);
  await requireRoom(
    file,
    files.reduce((sum, one) => sum + tarFootprint(one), timestamp.length),
  );
  const { expires } = release.metadata.timestamp;
  const head: PackHead = {
    format: 'mingchuang-pack',
    version: 1,
    release: version,
    publishedAt,
    since,
    expires,
  };
  const bytes = await writeNewFile({ path: file, mode: 0o644 }, async (handle) => {
    const tar = new TarWriter(handle, { seconds: nowMs / 1000, mode: 0o644 });
    await tar.addBytes(packHeadName, Buffer.from(`${JSON.stringify(head, null, 2)}\n`));
    for (const one of files) await addFile(tar, folders.release, one);
    await tar.addBytes(timestampFilePath, timestamp);
    await tar.end();
    return tar.length;
  });
  return { version, since, publishedAt, expires, files: files.length + 1, bytes };
}

/** Targets first, then the roots, targets and snapshot metadata. */
async function filesOf(
  folders: PublishFolders,
  release: LoadedRelease,
  since: number | null,
): Promise<PackedFile[]> {
  const { metadata } = release;
  const known = since === null ? new Set<string>() : await filesSince(folders, release, since);
  const targets = [...metadata.targets].map(([path, { length, hashes }]) => ({
    isManifest: path === manifestPath,
    path: targetFilePath(path, hashes.sha256),
    bytes: length,
    sha256: hashes.sha256,
  }));
  const { targets: list, snapshot } = metaFilesOf(metadata);
  const roots = Array.from({ length: metadata.root.version }, (_, index) => ({
    path: metadataFilePath('root', index + 1),
    bytes: maxMetadataBytes.root,
    sha256: null,
  }));
  return [
    // The manifest is in every pack: it is what the others are checked by.
    ...targets.filter(({ path, isManifest }) => isManifest || !known.has(path)),
    ...roots,
    { path: metadataFilePath('targets', list.version), bytes: list.length, sha256: list.hashes.sha256 },
    {
      path: metadataFilePath('snapshot', snapshot.version),
      bytes: snapshot.length,
      sha256: snapshot.hashes.sha256,
    },
  ];
}

/** The target files a terminal holds that shows the release `since`. */
async function filesSince(
  folders: PublishFolders,
  { manifest, metadata }: LoadedRelease,
  since: number,
): Promise<ReadonlySet<string>> {
  if (since === manifest.version) return pathsOf(metadata.targets);
  const infos = await listReleaseInfos(folders);
  const older = infos.filter(({ version }) => version < manifest.version);
  const info = older.find(({ version }) => version === since);
  if (info === undefined) {
    const known = [...older.map(({ version }) => version), manifest.version].join(', ');
    throw new AppError('pack.unknown-base', { since, known });
  }
  const roots = await readRoots(folders, metadata.root.version);
  const { signed } = await readOlderMetadata(folders.release, 'targets', info.targetsVersion, roots);
  return pathsOf(Object.entries(signed.targets));
}

function pathsOf(targets: Iterable<readonly [string, { hashes: { sha256: string } }]>): ReadonlySet<string> {
  return new Set([...targets].map(([path, { hashes }]) => targetFilePath(path, hashes.sha256)));
}

async function readRoots(folders: PublishFolders, newest: number): Promise<RootMetadata[]> {
  const versions = Array.from({ length: newest }, (_, index) => index + 1);
  return Promise.all(
    versions.map(async (version) => {
      const path = metadataFilePath('root', version);
      const bytes = await readBounded(join(folders.release, path), maxMetadataBytes.root, path);
      return parseMetadata(bytes, 'root').signed;
    }),
  );
}

async function addFile(tar: TarWriter, releaseDir: string, { path, sha256 }: PackedFile): Promise<void> {
  try {
    const member = await tar.addFile(path, join(releaseDir, path));
    if (sha256 !== null && member.sha256 !== sha256)
      throw new AppError('release.hash-mismatch', { file: path });
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'ENOENT') throw thrown;
    throw new AppError('archive.changed-meanwhile', { file: path }, { cause: thrown });
  }
}
