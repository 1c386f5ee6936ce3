// Brings a verified release wholly into the store: only what is missing is fetched, then one switch.
import { AppError } from '#shared/errors/app-error.ts';
import { listReleaseFiles, type PlannedFile } from '#shared/release/install-plan.ts';
import { manifestPath, type ReleaseManifest } from '#shared/release/manifest.ts';
import type { VerifiedRelease } from '#shared/release/tuf/update-client.ts';
import { findMissingAttachments } from '../store/attachment-store.ts';
import { countBlocks, loadBlockFiles } from '../store/block-store.ts';
import { persistSignedTime } from '../store/kept-time.ts';
import { switchToRelease } from '../store/release-store.ts';
import type { HeldRelease } from '../store/schema.ts';
import { sha256Hex } from '../store/sha256.ts';
import { fetchAttachment, fetchBlockFile, fetchSigned } from './fetch-target-file.ts';
import { ProgressReporter } from './progress-reporter.ts';
import { runParallel } from './run-parallel.ts';
import { requireFreeSpace } from './storage-space.ts';
import { instantOf, type SyncContext } from './sync-context.ts';
import { writeManifestMirror, writeMirrors } from './write-mirrors.ts';

const parallelDownloads = 4;

/** The files of a release, told apart by where they are kept. */
export interface ReleaseFiles {
  readonly all: readonly PlannedFile[];
  readonly blockFiles: readonly PlannedFile[];
  readonly attachments: readonly PlannedFile[];
  readonly deletedLists: readonly PlannedFile[];
}

/** Throws `release.manifest-mismatch`. Files with equal content count once. */
export function filesOf(manifest: ReleaseManifest, release: VerifiedRelease): ReleaseFiles {
  const all = listReleaseFiles(manifest, release.targets);
  return {
    all,
    blockFiles: distinct(all.filter(({ use }) => use.type === 'blocks')),
    attachments: distinct(all.filter(({ use }) => use.type === 'attachment')),
    deletedLists: all.filter(({ use }) => use.type === 'deleted-list'),
  };
}

/**
 * Downloads, verifies and switches. Whatever was stored by an earlier, interrupted try is used.
 * Throws `kiosk.disk-full`, `kiosk.hub-unreachable` or an error of the `release.` family; nothing is switched then.
 */
export async function installRelease(
  context: SyncContext,
  manifest: ReleaseManifest,
  manifestBytes: Uint8Array<ArrayBuffer>,
  files: ReleaseFiles,
): Promise<void> {
  const missing = await findMissing(context, files);
  const missingBytes = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  const totalBytes = [...files.blockFiles, ...files.attachments].reduce((sum, { bytes }) => sum + bytes, 0);
  await requireFreeSpace(missingBytes);

  const progress = new ProgressReporter(context, totalBytes, totalBytes - missingBytes);
  progress.show('downloading');
  const mediaTypes = new Map(manifest.attachments.map(({ path, mediaType }) => [path, mediaType]));
  const deletedLists: HeldRelease['deletedLists'][number][] = [];
  for (const list of files.deletedLists) {
    deletedLists.push({ ...target(list), content: await fetchSigned(context, target(list)) });
  }
  await runParallel(missing, parallelDownloads, async (file, signal) => {
    await context.aside.taking(async () => {
      if (file.use.type === 'blocks') return await fetchBlockFile(context, target(file), signal);
      const mediaType = mediaTypes.get(file.path) ?? 'application/octet-stream';
      return await fetchAttachment(context, target(file), mediaType, signal);
    });
    progress.add(file.bytes);
  });

  progress.show('verifying');
  await requireWhole(context, manifest, files);
  progress.show('switching');
  // Before the switch, so that the first search of the new catalogue already reads from it.
  await writeMirrors(context, manifest, files.blockFiles.map(target));
  const manifestMirror = await writeManifestMirror(context, manifestBytes);
  // First, so that no moment comes at which the release is held and its time is not.
  await persistSignedTime(context.store, Date.parse(manifest.publishedAt));
  await switchToRelease(context.store, {
    version: manifest.version,
    manifest: manifestBytes,
    manifestSha256: await sha256Hex(manifestBytes),
    outline: await outlineOf(manifest),
    ...(manifestMirror === null ? {} : { manifestMirror }),
    blockFiles: files.blockFiles.map(target),
    attachments: files.attachments.map(target),
    deletedLists,
    installedAt: instantOf(context),
  });
}

async function outlineOf(manifest: ReleaseManifest): Promise<NonNullable<HeldRelease['outline']>> {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...manifest, agencies: [] }));
  return { bytes, sha256: await sha256Hex(bytes) };
}

/** Files that are not stored yet, block files first: they come in order and are what a visitor reads. */
async function findMissing(context: SyncContext, files: ReleaseFiles): Promise<PlannedFile[]> {
  const tables = await loadBlockFiles(
    context.store,
    files.blockFiles.map(({ sha256 }) => sha256),
  );
  const missing = new Set(
    await findMissingAttachments(
      context.store,
      files.attachments.map(({ sha256 }) => sha256),
    ),
  );
  return [
    ...files.blockFiles.filter((_, index) => tables[index] === undefined),
    ...files.attachments.filter(({ sha256 }) => missing.has(sha256)),
  ];
}

/** Before the switch: every block the manifest counts on is really there. */
async function requireWhole(
  context: SyncContext,
  manifest: ReleaseManifest,
  files: ReleaseFiles,
): Promise<void> {
  const expected = new Map<string, number>();
  for (const segment of manifest.segments) {
    for (const { path, blocks } of segment.files) expected.set(path, blocks);
  }
  for (const file of files.blockFiles) {
    await context.aside.step();
    const found = await countBlocks(context.store, file.sha256);
    if (found !== expected.get(file.path)) {
      throw new AppError('release.manifest-mismatch', { path: file.path, reason: 'number of blocks' });
    }
  }
}

/** The manifest's own place among the targets. Throws `release.no-such-target`. */
export function manifestTarget(release: VerifiedRelease) {
  const info = release.targets.get(manifestPath);
  if (!info) throw new AppError('release.no-such-target', { path: manifestPath });
  return { path: manifestPath, sha256: info.hashes.sha256, bytes: info.length };
}

function distinct(files: readonly PlannedFile[]): PlannedFile[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

function target({ path, sha256, bytes }: PlannedFile) {
  return { path, sha256, bytes };
}
