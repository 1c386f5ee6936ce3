// Version numbers that are left out, because terminals may have seen them under another life of this data folder.
//
// After an older backup was restored, terminals hold releases this folder knows nothing of and refuse everything that is
// not higher. The next release then gets a version above all they can have seen, and comes even when nothing changed.
import { ensureFolder } from './durable-files.ts';
import { currentVersion } from './load-release.ts';
import type { PublishFolders } from './publish-folders.ts';
import { withPublishLock } from './publish-lock.ts';
import { type Counters, readCounters, writeCounters } from './release-info.ts';

/** Raises what is lower. Call it while nobody publishes, or with the lock: a publish writes the same file. */
export async function raiseCounters(folders: PublishFolders, least: Counters): Promise<void> {
  const known = await readCounters(folders);
  const higher = (role: keyof Counters) => Math.max(known?.[role] ?? 0, least[role]);
  await writeCounters(folders, {
    targets: higher('targets'),
    snapshot: higher('snapshot'),
    timestamp: higher('timestamp'),
    release: higher('release'),
  });
}

/** The next release gets this version at least. Throws `release.publish-in-progress`. */
export async function skipToVersion(folders: PublishFolders, version: number): Promise<void> {
  await withPublishLock(folders.lock, async () => {
    for (const folder of [folders.index, folders.staging]) await ensureFolder(folder);
    await raiseCounters(folders, { targets: 0, snapshot: 0, timestamp: 0, release: version - 1 });
  });
}

/** True when the release in force has a version terminals may refuse: the next publish mends it. */
export async function isHigherVersionOwed(folders: PublishFolders): Promise<boolean> {
  const skipped = (await readCounters(folders))?.release ?? 0;
  return skipped > 0 && skipped >= ((await currentVersion(folders.release)) ?? 0) + 1;
}
