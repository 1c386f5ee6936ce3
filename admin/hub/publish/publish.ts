// Publishing: freezes what is approved into the next signed release, or leaves everything exactly as it was.
//
// All files of a release are new names under `targets/` and `metadata/` until one rename puts the new
// `timestamp.json` in place; that rename is the publish. A kill before it leaves files nobody refers to, which the
// next publish removes; a kill after it leaves a finished release of which the store is told at the next chance.
//
// Publishing when nothing changed writes nothing and returns the release in force with `isUnchanged`, unless versions
// were skipped since (see skipped-versions.ts): terminals wait for a higher one then.
import { mkdir, rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type { PublishResult } from '#shared/protocol/hub-api.ts';
import { listReleaseFiles } from '#shared/release/install-plan.ts';
import { timestampFilePath } from '#shared/release/release-path.ts';
import type { TargetInfo } from '#shared/release/tuf/metadata.ts';
import { type BuiltContent, buildContent } from './build-content.ts';
import { checkFile } from './check-files.ts';
import { diskFetcher } from './disk-fetcher.ts';
import { asDiskError } from './durable-files.ts';
import { type LoadedRelease, loadRelease } from './load-release.ts';
import { finishMarking } from './mark-published.ts';
import { isReadable } from './open-release.ts';
import { pruneReleases } from './prune-releases.ts';
import { type PublishContext, progressReporter } from './publish-context.ts';
import { type PublishFolders, publishFolders } from './publish-folders.ts';
import { withPublishLock } from './publish-lock.ts';
import type { PublishSource, ReleaseMarks } from './publish-source.ts';
import { readSoundRelease } from './read-sound-release.ts';
import { listReleaseInfos, type ReleaseInfo, writeReleaseInfo } from './release-info.ts';
import { currentRoot, prepareTrust, type Trust } from './root-chain.ts';
import { IndexDamaged } from './segment-index.ts';
import { type SignedRelease, signRelease, switchTimestamp } from './sign-release.ts';

export type PublishOutcome = PublishResult & { readonly isUnchanged: boolean };

interface Job {
  readonly folders: PublishFolders;
  readonly source: PublishSource;
  readonly context: PublishContext;
  readonly trust: Trust;
  /** The fixed clock of this publish; never behind the last one's, whatever the machine's clock says. */
  readonly nowMs: number;
}

/**
 * Publishes. Throws `release.publish-in-progress` when another publish runs, `release.check-failed`,
 * `release.disk-failed`, `release.attachment-…`, `release.key-…` or what the store throws; in every case the
 * release in force stays as it was.
 */
export async function publishRelease(
  source: PublishSource,
  context: PublishContext,
): Promise<PublishOutcome> {
  const folders = publishFolders(context.dataDir);
  return withPublishLock(folders.lock, async () => {
    try {
      await emptyFolder(folders.staging);
      const trust = await prepareTrust(folders, context.now());
      return await publishLocked(folders, source, context, trust);
    } catch (thrown) {
      throw asDiskError(thrown);
    } finally {
      await emptyFolder(folders.staging);
    }
  });
}

async function publishLocked(
  folders: PublishFolders,
  source: PublishSource,
  context: PublishContext,
  trust: Trust,
): Promise<PublishOutcome> {
  const { previous, lastVersion } = await readSoundRelease(folders, trust);
  const nowMs = Math.max(context.now(), Date.parse(previous?.manifest.publishedAt ?? '1970-01-01'));
  const job: Job = { folders, source, context, trust, nowMs };
  await finishMarking(folders, source, previous);
  const isAnew =
    context.rebuild === true || (previous !== null && !(await isReadable(folders.release, context.engine)));
  const content = await buildNext(job, isAnew ? null : previous, lastVersion + 1);
  if (content === null && previous !== null) {
    return { ...resultOf(await infoOf(folders, previous), { newFiles: 0, newBytes: 0 }), isUnchanged: true };
  }
  if (content === null) throw new AppError('internal');
  const { info, release } = await putInForce(job, content);
  await finishMarking(folders, source, release, marksOf(content));
  const isThorough = context.rebuild === true || (previous === null && lastVersion > 0);
  const roots = trust.roots.map(({ signed }) => signed);
  await pruneReleases(folders, release, { roots, isThorough });
  return { ...resultOf(info, info), isUnchanged: false };
}

/** What was built from nothing does not know how it differs from the release before. */
function marksOf({ base, marks }: BuiltContent): ReleaseMarks | undefined {
  return base === null ? undefined : { since: base, marks: marks() };
}

/** Builds on the last release, or from nothing when its private index turns out to be damaged. */
async function buildNext(
  { folders, source, context, nowMs }: Job,
  previous: LoadedRelease | null,
  version: number,
): Promise<BuiltContent | null> {
  const isOwed = previous !== null && version > previous.manifest.version + 1;
  try {
    return await buildContent({ folders, source, context, previous, version, nowMs, isOwed });
  } catch (thrown) {
    if (!(thrown instanceof IndexDamaged) || previous === null) throw thrown;
    await emptyFolder(folders.staging);
    return buildContent({ folders, source, context, previous: null, version, nowMs, isOwed });
  }
}

async function putInForce(
  job: Job,
  content: BuiltContent,
): Promise<{ info: ReleaseInfo; release: LoadedRelease }> {
  const { folders, context, trust, nowMs } = job;
  const { version } = content.manifest;
  const onSigned = progressReporter(context, 'signing', 1);
  const signed = await signRelease({ folders, trust, nowMs, release: version, targets: content.targets });
  onSigned(1);
  const release = await checkAsTerminal(job, content, signed);
  const info = describeRelease(job, content, signed);
  await writeReleaseInfo(folders, info);
  // The last moment to cancel is before the switch; afterwards the publish is done.
  progressReporter(context, 'switching', 1);
  await switchTimestamp(folders, signed.timestamp);
  context.onProgress?.({ step: 'switching', done: 1, total: 1 });
  return { info, release };
}

/**
 * Goes from the first root to every new byte as a terminal holding the last release would; files carried over were
 * looked at before the build began (see read-sound-release.ts).
 */
async function checkAsTerminal(
  { folders, context, trust, nowMs }: Job,
  content: BuiltContent,
  signed: SignedRelease,
): Promise<LoadedRelease> {
  try {
    const fetcher = diskFetcher(folders.release, new Map([[timestampFilePath, signed.timestamp.bytes]]));
    const release = await loadRelease(folders.release, { nowMs, trustedRoot: trust.roots[0].bytes, fetcher });
    const files = listReleaseFiles(release.manifest, release.metadata.targets);
    const fresh = files.filter(({ path }) => content.written.has(path));
    const onChecked = progressReporter(context, 'verifying', fresh.length);
    for (const [index, file] of fresh.entries()) {
      await checkFile(folders.release, release.manifest, file);
      onChecked(index + 1);
    }
    return release;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const problem = describeError(thrown.code, thrown.details, 'en');
    throw new AppError('release.check-failed', { problem }, { cause: thrown });
  }
}

function describeRelease({ context, trust }: Job, content: BuiltContent, signed: SignedRelease): ReleaseInfo {
  const { manifest, targets, written } = content;
  const metadata = [signed.targets.length, signed.snapshot.length, signed.timestamp.meta.length];
  const newMetadataBytes = metadata.reduce((sum, length) => sum + length, 0);
  const rootBytes = currentRoot(trust).bytes.length;
  return {
    version: manifest.version,
    publishedAt: manifest.publishedAt,
    note: manifest.note,
    who: context.who,
    records: manifest.records,
    byKind: manifest.byKind,
    files: targets.size + metadata.length + 1,
    bytes: sumOf(targets) + newMetadataBytes + rootBytes,
    newFiles: written.size + metadata.length,
    newBytes: sumOf(written) + newMetadataBytes,
    targetsVersion: signed.targets.version,
    snapshotVersion: signed.snapshot.version,
    isMarked: false,
  };
}

/** The kept facts of the release in force; when they are lost, as much as the release itself tells. */
async function infoOf(
  folders: PublishFolders,
  { manifest, metadata }: LoadedRelease,
): Promise<PublishResult> {
  const infos = await listReleaseInfos(folders);
  const { version, records, byKind } = manifest;
  const known = infos.find((info) => info.version === version);
  if (known !== undefined) return known;
  const { targets } = metadata;
  return {
    version,
    records,
    byKind,
    files: targets.size + 4,
    bytes: sumOf(targets),
    newFiles: 0,
    newBytes: 0,
  };
}

function resultOf(
  { version, records, byKind, files, bytes }: PublishResult,
  { newFiles, newBytes }: Pick<PublishResult, 'newFiles' | 'newBytes'>,
): PublishResult {
  return { version, records, byKind, files, bytes, newFiles, newBytes };
}

function sumOf(targets: ReadonlyMap<string, TargetInfo>): number {
  return [...targets.values()].reduce((sum, { length }) => sum + length, 0);
}

async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
