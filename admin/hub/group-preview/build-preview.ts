// Builds the release that would come of a release group, in a folder of its own: unsigned, and never served as a release.
import { link, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { targetFilePath } from '#shared/release/release-path.ts';
import type { TargetInfo } from '#shared/release/tuf/metadata.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { buildContent } from '../publish/build-content.ts';
import { type LoadedRelease, loadRelease, whateverAge } from '../publish/load-release.ts';
import { nodeEngine } from '../publish/node-engine.ts';
import { type PublishFolders, publishFolders } from '../publish/publish-folders.ts';
import { hasIndex, segmentIndexPath } from '../publish/release-index.ts';
import { IndexDamaged } from '../publish/segment-index.ts';
import { type HeldVersion, pretendApproved } from './pretend-approved.ts';

export interface PreviewJob {
  readonly dataDir: string;
  /** Made for this preview, on the same file system, and removed by whoever asked. */
  readonly folder: string;
  readonly publicUrl: string;
  readonly items: readonly HeldVersion[];
}

/** A release as it lies in the preview's folder. */
export interface BuiltPreview {
  readonly manifest: ReleaseManifest;
  readonly targets: ReadonlyMap<string, TargetInfo>;
}

/**
 * Everything approved goes with it, as with any publish. The release in force is shared by hard links: its files never
 * change, and the preview can outlive them. Throws `release.…` or what the store throws.
 */
export async function buildPreview({ dataDir, folder, publicUrl, items }: PreviewJob): Promise<BuiltPreview> {
  const store = await openDataFolder({ dataDir });
  try {
    await pretendApproved(store.desk.db, items);
    const folders = publishFolders(folder);
    for (const path of [folders.staging, folders.targets, folders.index])
      await mkdir(path, { recursive: true });
    const previous = await borrowRelease(publishFolders(dataDir), folders);
    const context = { dataDir: folder, publicUrl, note: '', who: '', now: Date.now, engine: nodeEngine };
    const nowMs = Math.max(Date.now(), Date.parse(previous?.manifest.publishedAt ?? '1970-01-01'));
    const job = {
      folders,
      source: store.source,
      context,
      nowMs,
      version: (previous?.manifest.version ?? 0) + 1,
    };
    const content = await buildContent({ ...job, previous }).catch(async (thrown: unknown) => {
      if (!(thrown instanceof IndexDamaged)) throw thrown;
      return await buildContent({ ...job, previous: null });
    });
    if (content !== null) return { manifest: content.manifest, targets: content.targets };
    if (previous === null) throw new Error('built from nothing, yet the same');
    return { manifest: previous.manifest, targets: previous.metadata.targets };
  } finally {
    await store.close();
  }
}

/** Null where there is no release yet, or its private index is lost: everything is built then. */
async function borrowRelease(from: PublishFolders, to: PublishFolders): Promise<LoadedRelease | null> {
  const release = await loadRelease(from.release, { nowMs: whateverAge }).catch(() => null);
  if (release === null || !(await hasIndex(from, release.manifest))) return null;
  for (const [path, { hashes }] of release.metadata.targets) {
    await borrow(from.release, to.release, targetFilePath(path, hashes.sha256));
  }
  for (const { id } of release.manifest.segments) {
    await link(segmentIndexPath(from, id), segmentIndexPath(to, id));
  }
  return release;
}

async function borrow(from: string, to: string, path: string): Promise<void> {
  await mkdir(dirname(join(to, path)), { recursive: true });
  await link(join(from, path), join(to, path));
}

/** Removes what `buildPreview` left. */
export const removePreview = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
