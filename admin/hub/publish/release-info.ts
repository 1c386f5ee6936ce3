// The private facts of each kept release, and the counters no metadata version may fall behind.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { recordKinds } from '#shared/catalogue/record.ts';
import { replaceDurably, systemErrorCode } from './durable-files.ts';
import type { PublishFolders } from './publish-folders.ts';

const count = z.number().int().nonnegative();

const releaseInfoSchema = z.object({
  version: z.number().int().min(1),
  publishedAt: z.string(),
  note: z.string(),
  who: z.string(),
  records: count,
  byKind: z.record(z.enum(recordKinds), count),
  /** Files and bytes a terminal holding nothing fetches, metadata included. */
  files: count,
  bytes: count,
  /** What this publish had to write. */
  newFiles: count,
  newBytes: count,
  /** Versions of the metadata files that describe it. */
  targetsVersion: z.number().int().min(1),
  snapshotVersion: z.number().int().min(1),
  /** False between the switch and the moment the store has taken note. */
  isMarked: z.boolean(),
});
export type ReleaseInfo = z.infer<typeof releaseInfoSchema>;

/** The infos that are there and readable, oldest first. */
export async function listReleaseInfos(folders: PublishFolders): Promise<ReleaseInfo[]> {
  const names = await readdir(folders.index).catch(() => []);
  const infos = await Promise.all(
    names.filter((name) => /^\d+\.json$/.test(name)).map((name) => readInfo(join(folders.index, name))),
  );
  return infos.filter((info) => info !== null).sort((left, right) => left.version - right.version);
}

export async function writeReleaseInfo(folders: PublishFolders, info: ReleaseInfo): Promise<void> {
  await replaceDurably(infoPath(folders, info.version), JSON.stringify(info), folders.staging);
}

export async function removeReleaseInfo(folders: PublishFolders, version: number): Promise<void> {
  await rm(infoPath(folders, version), { force: true });
}

async function readInfo(path: string): Promise<ReleaseInfo | null> {
  try {
    return releaseInfoSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

function infoPath(folders: PublishFolders, version: number): string {
  return join(folders.index, `${version}.json`);
}

const countersSchema = z.object({
  targets: count,
  snapshot: count,
  timestamp: count,
  /** What the next release's version lies above, beside the releases that are here: see skipped-versions.ts. */
  release: count.default(0),
});
/** The highest metadata version ever signed, a role each. */
export type Counters = z.infer<typeof countersSchema>;

const noCounters: Counters = { targets: 0, snapshot: 0, timestamp: 0, release: 0 };

/** Counters of the data folder; zeros when there are none, null when the file can't be understood. */
export async function readCounters(folders: PublishFolders): Promise<Counters | null> {
  try {
    return countersSchema.parse(JSON.parse(await readFile(countersPath(folders), 'utf8')));
  } catch (thrown) {
    return systemErrorCode(thrown) === 'ENOENT' ? noCounters : null;
  }
}

/** Kept before anything is signed, so that a version number once used is never used for anything else. */
export async function writeCounters(folders: PublishFolders, counters: Counters): Promise<void> {
  await replaceDurably(countersPath(folders), JSON.stringify(counters), folders.staging);
}

function countersPath(folders: PublishFolders): string {
  return join(folders.index, 'counters.json');
}
