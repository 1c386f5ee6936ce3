// Tells the store of a release in force, once, also when the process that published it was killed before it could.
import type { PublishFolders } from './publish-folders.ts';
import type { PublishSource } from './publish-source.ts';
import { IndexDamaged, readIndex } from './release-index.ts';
import { listReleaseInfos, writeReleaseInfo } from './release-info.ts';

/** Marks release `version` in the store unless that is known to have been done. */
export async function finishMarking(
  folders: PublishFolders,
  source: PublishSource,
  version: number | null,
): Promise<void> {
  if (version === null) return;
  const infos = await listReleaseInfos(folders);
  const info = infos.find((candidate) => candidate.version === version);
  if (info === undefined || info.isMarked) return;
  const { publishedAt, note, who, records, bytes, newBytes } = info;
  try {
    await source.markPublished(
      { version, publishedAt, note, who, records, bytes, newBytes },
      readIndex(folders.index, version),
    );
  } catch (thrown) {
    // Without its index the release can't be listed record by record; the next publish, built anew, mends that.
    if (thrown instanceof IndexDamaged) return;
    throw thrown;
  }
  await writeReleaseInfo(folders, { ...info, isMarked: true });
}
