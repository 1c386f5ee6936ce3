// A terminal's side of TUF: from a trusted root to a verified list of targets (TUF 1.0.x §5, step by step).
import { AppError } from '../../errors/app-error.ts';
import type { CancelSignal } from '../../protocol/cancel-signal.ts';
import type { Sha256, VerifySignature } from '../crypto.ts';
import { metadataFilePath, targetFilePath, timestampFilePath } from '../release-path.ts';
import {
  type MetaFile,
  maxMetadataBytes,
  type Role,
  type RootMetadata,
  type SnapshotMetadata,
  type TargetInfo,
  type TargetsMetadata,
  type TimestampMetadata,
} from './metadata.ts';
import { parseMetadata } from './parse-metadata.ts';
import { requireDigest, requireFresh, verifyThreshold } from './verify-metadata.ts';

/** Non-volatile storage of the metadata trusted so far: one file a role. */
export interface TrustedMetadataStore {
  load(role: Role): Promise<Uint8Array | null>;
  save(role: Role, bytes: Uint8Array): Promise<void>;
  remove(role: Role): Promise<void>;
}

/** Gets files of a release folder: over HTTP, from a disk, out of memory. */
export interface Fetcher {
  /**
   * The bytes at `path`, relative to the release folder (`metadata/timestamp.json`, `targets/…`).
   * Throws `release.file-missing` when there is no such file (HTTP 403 and 404) and `release.too-long` as soon as
   * more than `maxBytes` have arrived; anything else thrown means "could not be reached" and ends the update.
   */
  fetch(path: string, maxBytes: number, signal?: CancelSignal): Promise<Uint8Array>;
}

export interface UpdateContext {
  readonly store: TrustedMetadataStore;
  readonly fetcher: Fetcher;
  readonly sha256: Sha256;
  readonly verify: VerifySignature;
  /** §5.1: the fixed clock of this update, milliseconds since 1970. */
  readonly startedAtMs: number;
  readonly signal?: CancelSignal;
}

/** Metadata that passed every check, and the files it vouches for. */
export interface VerifiedRelease {
  readonly root: RootMetadata;
  readonly timestamp: TimestampMetadata;
  readonly snapshot: SnapshotMetadata;
  /** Version of the targets metadata: differs whenever the list of files differs. */
  readonly targetsVersion: number;
  readonly targetsExpire: string;
  /** Target path → length and digest. */
  readonly targets: ReadonlyMap<string, TargetInfo>;
}

/** Roots followed in one update (§5.3.3 "Y"). */
export const maxRootRotations = 1024;

/**
 * Brings trusted metadata up to date and returns the verified list of targets. Nothing is fetched but metadata.
 * Throws an AppError of the `release.` family for every refusal; what was trusted before stays trusted.
 */
export async function updateMetadata(context: UpdateContext): Promise<VerifiedRelease> {
  const root = await updateRoot(context);
  const timestamp = await updateTimestamp(context, root);
  const snapshot = await updateSnapshot(context, root, timestamp);
  const targets = await updateTargets(context, root, snapshot);
  return {
    root,
    timestamp,
    snapshot,
    targetsVersion: targets.version,
    targetsExpire: targets.expires,
    targets: new Map(Object.entries(targets.targets)),
  };
}

/**
 * Downloads one target and checks it against the signed list (§5.7). Throws `release.no-such-target` (§5.7.2),
 * `release.file-missing`, `release.too-long`, `release.length-mismatch` or `release.hash-mismatch`.
 */
export async function fetchTarget(
  release: Pick<VerifiedRelease, 'targets'>,
  path: string,
  context: Pick<UpdateContext, 'fetcher' | 'sha256' | 'signal'>,
): Promise<Uint8Array> {
  const info = release.targets.get(path);
  if (info === undefined) throw new AppError('release.no-such-target', { path });
  const file = targetFilePath(path, info.hashes.sha256);
  // §5.7.3: up to the number of bytes the targets metadata states, then digest.
  const bytes = await fetchBounded(context, file, info.length);
  await requireDigest(bytes, info, file, context.sha256);
  return bytes;
}

/** §5.2 and §5.3: load the trusted root, follow the chain of newer ones. */
async function updateRoot(context: UpdateContext): Promise<RootMetadata> {
  const stored = await context.store.load('root');
  if (stored === null) throw new AppError('release.no-trusted-root');
  const first = parseMetadata(stored, 'root');
  // §5.2: shipped or enrolled out of band; a self-check finds a damaged store.
  await verifyThreshold(first.signed, 'root', first, context.verify);
  let root = first.signed;
  for (let rotations = 0; ; rotations += 1) {
    if (rotations >= maxRootRotations) {
      throw new AppError('release.root-chain-too-long', { limit: maxRootRotations });
    }
    const next = await fetchNextRoot(context, root.version + 1); // §5.3.2, §5.3.3
    if (next === null) break;
    root = await acceptRoot(context, root, next);
  }
  requireFresh('root', root.expires, context.startedAtMs); // §5.3.10
  // §5.3.12: consistent snapshots are required of every root by the parser.
  return root;
}

async function fetchNextRoot(context: UpdateContext, version: number): Promise<Uint8Array | null> {
  try {
    return await fetchBounded(context, metadataFilePath('root', version), maxMetadataBytes.root);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'release.file-missing') return null;
    throw thrown;
  }
}

async function acceptRoot(
  context: UpdateContext,
  trusted: RootMetadata,
  bytes: Uint8Array,
): Promise<RootMetadata> {
  const next = parseMetadata(bytes, 'root');
  // §5.3.4: signed by a threshold of the old keys and of the new ones.
  await verifyThreshold(trusted, 'root', next, context.verify);
  await verifyThreshold(next.signed, 'root', next, context.verify);
  // §5.3.5: exactly the next version.
  if (next.signed.version < trusted.version) throw rolledBack('root', trusted.version, next.signed.version);
  requireVersion('root', trusted.version + 1, next.signed.version);
  // §5.3.11: after a rotation older timestamp and snapshot must not hold back a recovered repository. They go
  // before the new root is kept: the other way round a crash in between would leave them for good.
  if (haveKeysChanged(trusted, next.signed)) {
    await context.store.remove('timestamp');
    await context.store.remove('snapshot');
  }
  await context.store.save('root', bytes); // §5.3.7, §5.3.8; its expiry waits for §5.3.10 (§5.3.6)
  return next.signed;
}

function haveKeysChanged(before: RootMetadata, after: RootMetadata): boolean {
  const describe = (root: RootMetadata, role: Role) => {
    const { keyids, threshold } = root.roles[role];
    return JSON.stringify([threshold, keyids.map((id) => root.keys[id]?.keyval.public ?? id).sort()]);
  };
  return (['timestamp', 'snapshot'] as const).some(
    (role) => describe(before, role) !== describe(after, role),
  );
}

/** §5.4 */
async function updateTimestamp(context: UpdateContext, root: RootMetadata): Promise<TimestampMetadata> {
  const trusted = await loadTrusted(context, root, 'timestamp');
  const bytes = await fetchBounded(context, timestampFilePath, maxMetadataBytes.timestamp); // §5.4.1
  const file = parseMetadata(bytes, 'timestamp');
  await verifyThreshold(root, 'timestamp', file, context.verify); // §5.4.2
  const next = file.signed;
  if (trusted !== null) {
    // §5.4.3.1: an equal version is no news: the trusted one stays, and its release is the answer.
    if (next.version < trusted.version) throw rolledBack('timestamp', trusted.version, next.version);
    if (next.version === trusted.version) {
      requireFresh('timestamp', trusted.expires, context.startedAtMs); // §5.4.4
      return trusted;
    }
    const before = trusted.meta['snapshot.json'].version;
    const after = next.meta['snapshot.json'].version;
    if (after < before) throw rolledBack('snapshot', before, after); // §5.4.3.2
  }
  requireFresh('timestamp', next.expires, context.startedAtMs); // §5.4.4
  await context.store.save('timestamp', bytes); // §5.4.5
  return next;
}

/** §5.5 */
async function updateSnapshot(
  context: UpdateContext,
  root: RootMetadata,
  timestamp: TimestampMetadata,
): Promise<SnapshotMetadata> {
  const meta = timestamp.meta['snapshot.json'];
  const trusted = await loadTrusted(context, root, 'snapshot');
  const { bytes, isNew } = await loadOrFetch(context, 'snapshot', meta); // §5.5.1, §5.5.2
  const file = parseMetadata(bytes, 'snapshot');
  await verifyThreshold(root, 'snapshot', file, context.verify); // §5.5.3
  const next = file.signed;
  requireVersion('snapshot', meta.version, next.version); // §5.5.4
  requireNoRollback(trusted, next); // §5.5.5
  requireFresh('snapshot', next.expires, context.startedAtMs); // §5.5.6
  if (isNew) await context.store.save('snapshot', bytes); // §5.5.7
  return next;
}

function requireNoRollback(trusted: SnapshotMetadata | null, next: SnapshotMetadata): void {
  for (const [name, { version }] of Object.entries(trusted?.meta ?? {})) {
    const after = Object.hasOwn(next.meta, name) ? (next.meta[name]?.version ?? 0) : 0;
    if (after < version) throw rolledBack(name.replace(/\.json$/, ''), version, after);
  }
}

/** §5.6, without the delegations of §5.6.7: a release of ours has none, and none is followed. */
async function updateTargets(
  context: UpdateContext,
  root: RootMetadata,
  snapshot: SnapshotMetadata,
): Promise<TargetsMetadata> {
  const meta = snapshot.meta['targets.json'];
  const { bytes, isNew } = await loadOrFetch(context, 'targets', meta); // §5.6.1, §5.6.2
  const file = parseMetadata(bytes, 'targets');
  await verifyThreshold(root, 'targets', file, context.verify); // §5.6.3
  requireVersion('targets', meta.version, file.signed.version); // §5.6.4
  requireFresh('targets', file.signed.expires, context.startedAtMs); // §5.6.5
  if (isNew) await context.store.save('targets', bytes); // §5.6.6
  return file.signed;
}

/** What was trusted before, when it still reads and is still signed by the keys of the root; else null. */
async function loadTrusted<R extends 'timestamp' | 'snapshot'>(
  context: UpdateContext,
  root: RootMetadata,
  role: R,
) {
  const bytes = await context.store.load(role);
  if (bytes === null) return null;
  try {
    const file = parseMetadata(bytes, role);
    await verifyThreshold(root, role, file, context.verify);
    return file.signed;
  } catch {
    return null;
  }
}

/** The stored file when it is the very one asked for, else the one the repository offers, checked by digest. */
async function loadOrFetch(context: UpdateContext, role: 'snapshot' | 'targets', meta: MetaFile) {
  const path = metadataFilePath(role, meta.version);
  const stored = await context.store.load(role);
  if (stored !== null && (await isDigestRight(context, stored, meta, path))) {
    return { bytes: stored, isNew: false };
  }
  const bytes = await fetchBounded(context, path, meta.length);
  await requireDigest(bytes, meta, path, context.sha256);
  return { bytes, isNew: true };
}

async function isDigestRight(context: UpdateContext, bytes: Uint8Array, meta: MetaFile, path: string) {
  return requireDigest(bytes, meta, path, context.sha256).then(
    () => true,
    () => false,
  );
}

/** Downloads with the bound enforced here too, so that a careless fetcher can't let endless data through. */
async function fetchBounded(
  context: Pick<UpdateContext, 'fetcher' | 'signal'>,
  path: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const bytes = await context.fetcher.fetch(path, maxBytes, context.signal);
  if (bytes.length > maxBytes) throw new AppError('release.too-long', { file: path, limit: maxBytes });
  return bytes;
}

function requireVersion(role: Role, expected: number, found: number): void {
  if (found !== expected) throw new AppError('release.version-mismatch', { role, expected, found });
}

function rolledBack(role: string, trusted: number, offered: number): AppError {
  return new AppError('release.rolled-back', { role, trusted, offered });
}
