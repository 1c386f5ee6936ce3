// Numbers after a restore: terminals may have seen later releases than the backup holds, and take nothing lower.
import { ensureFolder } from '../publish/durable-files.ts';
import type { PublishFolders } from '../publish/publish-folders.ts';
import { listReleaseInfos } from '../publish/release-info.ts';
import { raiseCounters } from '../publish/skipped-versions.ts';

export interface SeenVersions {
  /** The release in force in the backup; 0 for none. */
  readonly version: number;
  readonly madeAtMs: number;
  readonly nowMs: number;
  /** What staff say the next version shall be, from what a terminal shows; null leaves it to this function. */
  readonly wanted: number | null;
}

const dayMs = 86_400_000;
/** More than any library publishes: a release every hour since the backup, and a hundred at least. */
const leastSkipped = 100;
const skippedPerDay = 24;

/**
 * Makes the next release a higher one than any terminal can have seen, and its metadata too: those numbers are taken
 * from the clock, which no run of publishes overtakes. Returns the version the next release gets.
 */
export async function skipSeenVersions(folders: PublishFolders, seen: SeenVersions): Promise<number> {
  const { version, madeAtMs, nowMs, wanted } = seen;
  const newest = Math.max(version, ...(await listReleaseInfos(folders)).map((info) => info.version));
  const days = Math.max(0, Math.ceil((nowMs - madeAtMs) / dayMs));
  const skipped = Math.max(leastSkipped, skippedPerDay * days);
  const next = Math.max(newest + 1, wanted ?? newest + skipped);
  for (const folder of [folders.index, folders.staging]) await ensureFolder(folder);
  const metadata = Math.floor(nowMs / 1000);
  await raiseCounters(folders, {
    ...{ targets: metadata, snapshot: metadata, timestamp: metadata },
    release: next - 1,
  });
  return next;
}
