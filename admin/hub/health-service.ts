// Whether the hub can do its work: the store answers, the keys are readable, the release verifies.
import { statfs } from 'node:fs/promises';
import { toAppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type { HealthService } from './http/hub-services.ts';
import type { DataFolder } from './open-data-folder.ts';
import { loadKeys } from './publish/keys.ts';
import { loadRelease } from './publish/load-release.ts';
import { currentVersion } from './publish/open-release.ts';

/** Below this the next import or publish may not fit. */
const leastFreeBytes = 200 * 1024 * 1024;

export function createHealthService({ desk, dir, paths }: DataFolder): HealthService {
  return {
    store: () =>
      problemsOf(async () => {
        await desk.db.selectFrom('venue').select('id').limit(1).execute();
        const { bavail, bsize } = await statfs(dir);
        return bavail * bsize < leastFreeBytes ? ['less than 200 MB of disk space left'] : [];
      }),
    keys: () =>
      problemsOf(async () => {
        await loadKeys(paths.keys);
        return [];
      }),
    release: () =>
      problemsOf(async () => {
        // Before the first publish there is nothing that could be unsound.
        const released = await desk.db.selectFrom('releases').select('version').limit(1).executeTakeFirst();
        if (released === undefined && (await currentVersion(paths.release)) === null) return [];
        await loadRelease(paths.release, { nowMs: desk.now() });
        return [];
      }),
  };
}

async function problemsOf(check: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await check();
  } catch (thrown) {
    const { code, details } = toAppError(thrown);
    return [`${code}: ${describeError(code, details, 'en')}`];
  }
}
