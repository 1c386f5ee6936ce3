// Publishing as the hub's HTTP side works with it: what would change, doing it, and what was published before.
import type { ReleaseList } from '#shared/protocol/hub-api.ts';
import { loadOverview } from './editorial/overview.ts';
import type { PublishingService } from './http/hub-services.ts';
import type { DataFolder } from './open-data-folder.ts';
import { nodeEngine } from './publish/node-engine.ts';
import { currentVersion } from './publish/open-release.ts';
import { previewPublish } from './publish/preview-publish.ts';
import { publishFolders } from './publish/publish-folders.ts';
import { refreshTimestamp } from './publish/refresh-metadata.ts';
import { listReleaseInfos } from './publish/release-info.ts';
import { publishOnThread } from './publish-thread.ts';

/** Releases listed; the audit trail has them all. */
const listedReleases = 100;

export function createPublishingService(folder: DataFolder, publicUrl: string): PublishingService {
  const { desk, dir, source } = folder;
  return {
    preview: async () => {
      const changes = await previewPublish(source, dir, nodeEngine);
      const { counts } = await loadOverview(desk.db);
      return { ...changes, awaitingReview: counts.awaitingReview };
    },
    publish: async ({ note, actor, signal, onProgress }) => {
      const order = { dataDir: dir, publicUrl, note, who: actor.name };
      const { isUnchanged: _same, ...result } = await publishOnThread(order, { signal, onProgress });
      return result;
    },
    releases: () => listReleases(folder),
    refreshTimestamp: async () => {
      await refreshTimestamp(dir, desk.now());
    },
  };
}

async function listReleases({ desk, dir, paths }: DataFolder): Promise<ReleaseList> {
  const rows = await desk.db
    .selectFrom('releases')
    .select(['version', 'published_at as publishedAt', 'note', 'who', 'records', 'bytes'])
    .select('new_bytes as newBytes')
    .orderBy('version', 'desc')
    .limit(listedReleases)
    .execute();
  const kept = new Set((await listReleaseInfos(publishFolders(dir))).map((info) => info.version));
  const current = await currentVersion(paths.release);
  return {
    releases: rows.map((row) => ({
      ...row,
      isCurrent: row.version === current,
      isKept: kept.has(row.version),
    })),
  };
}
