// Keeps the signatures of the release in force from running out while nothing new is published.
import { AppError } from '#shared/errors/app-error.ts';
import { timestampFilePath } from '#shared/release/release-path.ts';
import type { Role } from '#shared/release/tuf/metadata.ts';
import { diskFetcher } from './disk-fetcher.ts';
import { asDiskError } from './durable-files.ts';
import { loadRelease } from './load-release.ts';
import { finishMarking } from './mark-published.ts';
import { type PublishFolders, publishFolders } from './publish-folders.ts';
import { withPublishLock } from './publish-lock.ts';
import type { PublishSource } from './publish-source.ts';
import { loadInForce, readSoundRelease } from './read-sound-release.ts';
import { listReleaseInfos, writeReleaseInfo } from './release-info.ts';
import { prepareTrust, renewRoot } from './root-chain.ts';
import { lifeMs, metaFilesOf, signRelease, switchTimestamp } from './sign-release.ts';

const dayMs = 86_400_000;
/** Targets and snapshot are signed again this long before they run out. */
const renewalMs = 60 * dayMs;
/** A timestamp signed within the last half day is left alone. */
const timestampRestMs = dayMs / 2;

/**
 * To be called at start and once a day. Signs the timestamp for another thirty days, and root, targets and snapshot
 * when their end is near. Returns the roles signed anew: none when nothing has been published yet, when all is fresh
 * or when the release is damaged (the next publish builds it anew). Throws `release.publish-in-progress` while a
 * publish runs, which signs everything itself.
 */
export async function refreshTimestamp(dataDir: string, nowMs: number): Promise<readonly Role[]> {
  const folders = publishFolders(dataDir);
  return withPublishLock(folders.lock, async () => {
    try {
      return await refreshLocked(folders, nowMs);
    } catch (thrown) {
      throw asDiskError(thrown);
    }
  });
}

/**
 * To be called at start: makes keys and root metadata if there are none, so that terminals can enrol before the
 * first publish, and tells the store of a release whose publisher was killed before it could. While another process
 * publishes there is nothing to do: it does all of this itself.
 */
export async function prepareReleaseFolder(
  dataDir: string,
  source: PublishSource,
  nowMs: number,
): Promise<void> {
  const folders = publishFolders(dataDir);
  try {
    await withPublishLock(folders.lock, async () => {
      const trust = await prepareTrust(folders, nowMs);
      await finishMarking(folders, source, await loadInForce(folders, trust));
    });
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'release.publish-in-progress'))
      throw asDiskError(thrown);
  }
}

async function refreshLocked(folders: PublishFolders, clockMs: number): Promise<readonly Role[]> {
  const before = await prepareTrust(folders, clockMs);
  const renewed = await renewRoot(folders, before, clockMs);
  const trust = renewed ?? before;
  const signed: Role[] = renewed === null ? [] : ['root'];
  const { previous } = await readSoundRelease(folders, trust);
  if (previous === null) return signed;
  const { metadata, manifest } = previous;
  const nowMs = Math.max(clockMs, Date.parse(manifest.publishedAt));
  const isEnding = (expires: string) => !(Date.parse(expires) - nowMs > renewalMs);
  const { targets, snapshot } = metaFilesOf(metadata);
  const areTargetsEnding = isEnding(metadata.targetsExpire);
  const isSnapshotEnding = areTargetsEnding || isEnding(metadata.snapshot.expires);
  const rest = nowMs + lifeMs.timestamp - Date.parse(metadata.timestamp.expires);
  if (!isSnapshotEnding && rest >= 0 && rest < timestampRestMs) return signed;
  const release = await signRelease({
    folders,
    trust,
    nowMs,
    release: manifest.version,
    targets: areTargetsEnding ? metadata.targets : targets,
    ...(isSnapshotEnding ? {} : { snapshot }),
  });
  const fetcher = diskFetcher(folders.release, new Map([[timestampFilePath, release.timestamp.bytes]]));
  await loadRelease(folders.release, { nowMs, trustedRoot: trust.roots[0].bytes, fetcher });
  await switchTimestamp(folders, release.timestamp);
  await noteVersions(folders, manifest.version, release.targets.version, release.snapshot.version);
  if (areTargetsEnding) signed.push('targets');
  if (isSnapshotEnding) signed.push('snapshot');
  return [...signed, 'timestamp'];
}

async function noteVersions(
  folders: PublishFolders,
  version: number,
  targetsVersion: number,
  snapshotVersion: number,
): Promise<void> {
  const infos = await listReleaseInfos(folders);
  const info = infos.find((candidate) => candidate.version === version);
  if (info === undefined) return;
  if (info.targetsVersion === targetsVersion && info.snapshotVersion === snapshotVersion) return;
  await writeReleaseInfo(folders, { ...info, targetsVersion, snapshotVersion });
}
