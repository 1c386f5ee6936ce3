// Reads the release a folder holds now, checked from the root down to the manifest.
import { join } from 'node:path';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { manifestPath } from '#shared/release/manifest.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { metadataFilePath, timestampFilePath } from '#shared/release/release-path.ts';
import { memoryMetadataStore } from '#shared/release/tuf/memory-metadata-store.ts';
import { maxMetadataBytes } from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import {
  type Fetcher,
  fetchTarget,
  updateMetadata,
  type VerifiedRelease,
} from '#shared/release/tuf/update-client.ts';
import { diskFetcher, readBounded } from './disk-fetcher.ts';
import { sha256, verifyEd25519 } from './node-crypto.ts';

/** A release whose metadata and manifest have been verified; its other files have not been looked at. */
export interface LoadedRelease {
  readonly metadata: VerifiedRelease;
  readonly manifest: ReleaseManifest;
}

/** As a clock for `loadRelease`: before any expiry, for those who must read a release whatever its age. */
export const whateverAge = 0;

export interface LoadOptions {
  /** The clock expiry is held against, or `whateverAge`. */
  readonly nowMs: number;
  /** Root to begin from; by default the folder's own first root. */
  readonly trustedRoot?: Uint8Array;
  readonly fetcher?: Fetcher;
}

/**
 * Verifies metadata and manifest as a terminal would. Throws `release.…` for every refusal; a folder without a
 * timestamp or root gives `release.file-missing`.
 */
export async function loadRelease(folder: string, options: LoadOptions): Promise<LoadedRelease> {
  const root = options.trustedRoot ?? (await readFirstRoot(folder));
  const fetcher = options.fetcher ?? diskFetcher(folder);
  const context = { fetcher, sha256, verify: verifyEd25519 };
  const store = memoryMetadataStore(root);
  const metadata = await updateMetadata({ ...context, store, startedAtMs: options.nowMs });
  const manifest = parseManifest(await fetchTarget(metadata, manifestPath, context));
  return { metadata, manifest };
}

/** The folder's own `1.root.json`. */
export async function readFirstRoot(folder: string): Promise<Uint8Array> {
  const path = metadataFilePath('root', 1);
  return readBounded(join(folder, path), maxMetadataBytes.root, path);
}

/**
 * Version of the release a folder holds, from its timestamp alone: cheap, unverified, meant for noticing that a new
 * release has arrived. Null when there is none or the timestamp can't be read.
 */
export async function currentVersion(folder: string): Promise<number | null> {
  try {
    const bytes = await readBounded(
      join(folder, timestampFilePath),
      maxMetadataBytes.timestamp,
      timestampFilePath,
    );
    return parseMetadata(bytes, 'timestamp').signed.release;
  } catch {
    return null;
  }
}
