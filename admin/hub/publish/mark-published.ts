// Tells the store of a release in force, once, also when the process that published it was killed before it could.
import type { LoadedRelease } from './load-release.ts';
import type { PublishFolders } from './publish-folders.ts';
import type { PublishSource, ReleaseMarks } from './publish-source.ts';
import { ReleaseIndex } from './release-index.ts';
import { listReleaseInfos, writeReleaseInfo } from './release-info.ts';
import { IndexDamaged } from './segment-index.ts';

/**
 * Marks a release in the store unless that is known to have been done. `changes` spares a store that knows the
 * release before going through every record.
 */
export async function finishMarking(
  folders: PublishFolders,
  source: PublishSource,
  release: LoadedRelease | null,
  changes?: ReleaseMarks,
): Promise<void> {
  const infos = await listReleaseInfos(folders);
  const info = infos.find(({ version }) => version === release?.manifest.version);
  if (release === null || info === undefined || info.isMarked) return;
  const { version, publishedAt, note, who, records, bytes, newBytes } = info;
  try {
    await source.markPublished(
      { version, publishedAt, note, who, records, bytes, newBytes },
      carriedBy(folders, release),
      changes,
    );
  } catch (thrown) {
    // Without its index the release can't be listed record by record; the next publish, built anew, mends that.
    if (thrown instanceof IndexDamaged) return;
    throw thrown;
  }
  await writeReleaseInfo(folders, { ...info, isMarked: true });
}

/** Reads the index only when someone walks it. */
async function* carriedBy(folders: PublishFolders, release: LoadedRelease) {
  yield* (await ReleaseIndex.load(folders, release)).entries();
}
