// What the next release builds upon: the one in force, if every file of it is still there and whole.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { timestampFilePath } from '#shared/release/release-path.ts';
import { currentVersion, type LoadedRelease, loadRelease, whateverAge } from './load-release.ts';
import { FileInspector } from './older-releases.ts';
import type { PublishFolders } from './publish-folders.ts';
import { hasIndex } from './release-index.ts';
import { listReleaseInfos, readCounters } from './release-info.ts';
import type { Trust } from './root-chain.ts';

export interface SoundRelease {
  /** Null when nothing was published yet, or when what is there is damaged and has to be built anew. */
  readonly previous: LoadedRelease | null;
  /** The highest release version ever put in force, or skipped; 0 for none. */
  readonly lastVersion: number;
}

/** Up to here every file is read and its digest compared (a second or two); beyond, only its length is. */
const readThroughBytes = 1024 * 1024 * 1024;

/** Never throws for damage: a publish is what mends it. */
export async function readSoundRelease(folders: PublishFolders, trust: Trust): Promise<SoundRelease> {
  const loaded = await loadInForce(folders, trust);
  const skipped = (await readCounters(folders))?.release ?? 0;
  if (loaded !== null) {
    const { version } = loaded.manifest;
    const isSound = (await hasIndex(folders, loaded.manifest)) && (await areFilesWhole(folders, loaded));
    return { previous: isSound ? loaded : null, lastVersion: Math.max(version, skipped) };
  }
  const infos = await listReleaseInfos(folders);
  const inForce = await currentVersion(folders.release);
  // An info is written just before its release comes into force. Where there never was a timestamp the infos are of
  // first publishes that were killed; where there is one that can't be read, counting on costs at most a number.
  const isFirst =
    !(await isThere(join(folders.release, timestampFilePath))) && !infos.some((info) => info.isMarked);
  if (isFirst) return { previous: null, lastVersion: skipped };
  return {
    previous: null,
    lastVersion: Math.max(skipped, inForce ?? 0, ...infos.map(({ version }) => version)),
  };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** The release in force with its files not looked at; null when there is none or its metadata is damaged. */
export async function loadInForce(folders: PublishFolders, trust: Trust): Promise<LoadedRelease | null> {
  try {
    return await loadRelease(folders.release, { nowMs: whateverAge, trustedRoot: trust.roots[0].bytes });
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

async function areFilesWhole(folders: PublishFolders, { metadata }: LoadedRelease): Promise<boolean> {
  const bytes = [...metadata.targets.values()].reduce((sum, { length }) => sum + length, 0);
  return new FileInspector(folders.release, bytes <= readThroughBytes).areWhole(metadata.targets);
}
