// Signs a release's metadata: targets and snapshot are put in place, the timestamp is handed back to be switched to.
import { join } from 'node:path';
import { metadataFilePath, timestampFilePath } from '#shared/release/release-path.ts';
import {
  type MetadataOf,
  type MetaFile,
  maxMetadataBytes,
  specVersion,
  type TargetInfo,
} from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import { expiresAt, signMetadata } from '#shared/release/tuf/sign-metadata.ts';
import type { VerifiedRelease } from '#shared/release/tuf/update-client.ts';
import { readBounded } from './disk-fetcher.ts';
import { replaceDurably, syncFolder, writeDurably } from './durable-files.ts';
import { requireKey } from './keys.ts';
import { sha256, sha256Hex } from './node-crypto.ts';
import type { PublishFolders } from './publish-folders.ts';
import { type Counters, readCounters, writeCounters } from './release-info.ts';
import type { Trust } from './root-chain.ts';

const dayMs = 86_400_000;
/** How long each role's metadata is signed for. */
export const lifeMs = { targets: 365 * dayMs, snapshot: 365 * dayMs, timestamp: 30 * dayMs };

/** A metadata file as written, with what the role above it says of it. */
export interface SignedMetadata {
  readonly bytes: Uint8Array;
  readonly meta: MetaFile;
}

export interface SignedRelease {
  readonly targets: MetaFile;
  readonly snapshot: MetaFile;
  readonly timestamp: SignedMetadata;
}

export interface SignJob {
  readonly folders: PublishFolders;
  readonly trust: Trust;
  readonly nowMs: number;
  /** Version of the release. */
  readonly release: number;
  /** The files to vouch for, or the metadata to keep. */
  readonly targets: ReadonlyMap<string, TargetInfo> | MetaFile;
  /** The snapshot to keep; only together with kept targets. */
  readonly snapshot?: MetaFile;
}

/** Signs what is new. All but the timestamp is in place and synced afterwards; no terminal sees it yet. */
export async function signRelease(job: SignJob): Promise<SignedRelease> {
  const { folders, trust, nowMs } = job;
  const versions = await takeVersions(folders, nowMs);
  const common = (role: keyof typeof lifeMs) => ({
    spec_version: specVersion,
    version: versions[role],
    expires: expiresAt(nowMs + lifeMs[role]),
  });
  const write = async <R extends keyof typeof lifeMs>(role: R, signed: MetadataOf[R]) => {
    const bytes = await signMetadata(signed, [requireKey(trust.keys, role)], sha256);
    // What our own parser refuses would be refused by every terminal.
    parseMetadata(bytes, role);
    const meta = { version: signed.version, length: bytes.length, hashes: { sha256: sha256Hex(bytes) } };
    if (role !== 'timestamp') await place(folders, metadataFilePath(role, signed.version), bytes);
    return { bytes, meta };
  };
  const targets =
    job.targets instanceof Map
      ? (
          await write('targets', {
            _type: 'targets',
            ...common('targets'),
            targets: Object.fromEntries(job.targets),
          })
        ).meta
      : (job.targets as MetaFile);
  const snapshot =
    job.snapshot ??
    (await write('snapshot', { _type: 'snapshot', ...common('snapshot'), meta: { 'targets.json': targets } }))
      .meta;
  const timestamp = await write('timestamp', {
    _type: 'timestamp',
    ...common('timestamp'),
    meta: { 'snapshot.json': snapshot },
    release: job.release,
    signed_at: expiresAt(nowMs),
  });
  await syncFolder(folders.metadata);
  return { targets, snapshot, timestamp };
}

/** The switch: from the rename on, terminals see the new release. */
export async function switchTimestamp(folders: PublishFolders, timestamp: SignedMetadata): Promise<void> {
  await replaceDurably(join(folders.release, timestampFilePath), timestamp.bytes, folders.staging);
}

/** What the metadata above says of the files in force. */
export function metaFilesOf({ timestamp, snapshot }: VerifiedRelease): {
  targets: MetaFile;
  snapshot: MetaFile;
} {
  return { targets: snapshot.meta['targets.json'], snapshot: timestamp.meta['snapshot.json'] };
}

async function place(folders: PublishFolders, path: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(join(folders.release, path), bytes, folders.staging);
}

/** Takes the next version of each role and keeps that on disk before anything is signed with it. */
async function takeVersions(folders: PublishFolders, nowMs: number): Promise<Counters> {
  const counters = await readCounters(folders);
  const inForce = await readVersionsInForce(folders);
  // With both records lost only the clock can tell a number that was surely never used.
  const least = counters === null && inForce === null ? Math.floor(nowMs / 1000) : 0;
  const next = (role: keyof typeof lifeMs) =>
    Math.max(counters?.[role] ?? 0, inForce?.[role] ?? 0, least) + 1;
  const taken = {
    ...{ targets: next('targets'), snapshot: next('snapshot'), timestamp: next('timestamp') },
    release: counters?.release ?? 0,
  };
  await writeCounters(folders, taken);
  return taken;
}

async function readVersionsInForce(folders: PublishFolders): Promise<Omit<Counters, 'release'> | null> {
  try {
    const read = async <R extends 'timestamp' | 'snapshot'>(role: R, path: string) =>
      parseMetadata(await readBounded(join(folders.release, path), maxMetadataBytes[role], path), role)
        .signed;
    const timestamp = await read('timestamp', timestampFilePath);
    const { version } = timestamp.meta['snapshot.json'];
    const snapshot = await read('snapshot', metadataFilePath('snapshot', version));
    return {
      timestamp: timestamp.version,
      snapshot: version,
      targets: snapshot.meta['targets.json'].version,
    };
  } catch {
    return null;
  }
}
