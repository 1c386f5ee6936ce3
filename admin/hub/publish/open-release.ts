// Opens the release in force for reading on the hub: the same catalogue, by the same engine, as on a terminal.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { parseDeletedList } from '#shared/release/deleted-list.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import { timestampFilePath } from '#shared/release/release-path.ts';
import { segmentHeaderOf } from '#shared/release/segment-layout.ts';
import { fetchTarget } from '#shared/release/tuf/update-client.ts';
import type { CatalogueReader, LiveSegment } from '#shared/search/types.ts';
import type { CatalogueEngine } from './catalogue-engine.ts';
import { type BuiltFiles, DiskBlockReader } from './disk-block-reader.ts';
import { diskFetcher } from './disk-fetcher.ts';
import { type LoadedRelease, loadRelease, whateverAge } from './load-release.ts';
import { sha256 } from './node-crypto.ts';

export { currentVersion } from './load-release.ts';

/** A release held open. It goes on answering when newer ones are published; following them is up to the caller. */
export interface OpenRelease {
  readonly manifest: ReleaseManifest;
  readonly reader: CatalogueReader;
  /** Lets go of the files. Reading afterwards throws `search.block-damaged`. */
  close(): Promise<void>;
}

/**
 * Opens a release folder. Metadata is verified but may be past its time: what is old is still readable. With a clock
 * only what is shown at the time of a question is found, as on a terminal; without one everything is.
 * Throws `release.none` for a folder without a release, `release.…` for a damaged one.
 */
export async function openRelease(
  folder: string,
  engine: Pick<CatalogueEngine, 'open'>,
  now?: () => number,
): Promise<OpenRelease> {
  const { manifest, metadata } = await loadInForce(folder);
  return await openBuilt(folder, { manifest, targets: metadata.targets }, engine, now);
}

/** Opens what lies in a folder by a manifest and digests the caller vouches for, signed or not. */
export async function openBuilt<Reader extends CatalogueReader>(
  folder: string,
  release: BuiltFiles,
  engine: { open(...given: Parameters<CatalogueEngine['open']>): Promise<Reader> },
  now?: () => number,
): Promise<OpenRelease & { readonly reader: Reader }> {
  const { manifest } = release;
  const blocks = await DiskBlockReader.open(folder, release);
  try {
    const segments: LiveSegment[] = [];
    for (const segment of manifest.segments) {
      segments.push({
        header: segmentHeaderOf(segment),
        deleted: await readDeleted(folder, release, segment),
      });
    }
    const reader = await engine.open(segments, blocks, manifest, now);
    return { manifest, reader, close: () => blocks.close() };
  } catch (thrown) {
    await blocks.close();
    throw thrown;
  }
}

/** False for a release this program cannot answer from: an older one wrote its segments, or they are damaged. */
export async function isReadable(folder: string, engine: Pick<CatalogueEngine, 'open'>): Promise<boolean> {
  try {
    await (await openRelease(folder, engine)).close();
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError) return false;
    throw thrown;
  }
}

async function loadInForce(folder: string): Promise<LoadedRelease> {
  try {
    return await loadRelease(folder, { nowMs: whateverAge });
  } catch (thrown) {
    throw (await isEmpty(folder)) ? new AppError('release.none', {}, { cause: thrown }) : thrown;
  }
}

async function isEmpty(folder: string): Promise<boolean> {
  return access(join(folder, timestampFilePath)).then(
    () => false,
    () => true,
  );
}

async function readDeleted(
  folder: string,
  { targets }: BuiltFiles,
  segment: SegmentEntry,
): Promise<Uint32Array> {
  if (segment.deleted === null) return new Uint32Array();
  const fetcher = diskFetcher(folder);
  const bytes = await fetchTarget({ targets }, segment.deleted, { fetcher, sha256 });
  return parseDeletedList(bytes, segment.records, segment.id);
}
