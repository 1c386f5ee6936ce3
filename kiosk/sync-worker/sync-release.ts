// One look at the hub: trust, compare, install, tidy up.
import { AppError } from '#shared/errors/app-error.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { type TrustedMetadataStore, updateMetadata } from '#shared/release/tuf/update-client.ts';
import { collectGarbage, type KeptBesides, nothingBesides } from '../store/collect-garbage.ts';
import { heldVersions } from '../store/generation-locks.ts';
import { persistSignedTime } from '../store/kept-time.ts';
import { findGeneration, loadPointer, loadRelease } from '../store/release-store.ts';
import { sha256 } from '../store/sha256.ts';
import { fetchSigned } from './fetch-target-file.ts';
import { filesOf, installRelease, manifestTarget, type ReleaseFiles } from './install-release.ts';
import type { SyncContext } from './sync-context.ts';
import { ensureTrustedRoot, trustedMetadataIn } from './trusted-metadata.ts';
import { verifySignature } from './verify-signature.ts';
import { tidyMirrors } from './write-mirrors.ts';

/**
 * Resolves with the version installed just now, or null when the one held is the newest. Any refusal is thrown as
 * a typed error and leaves the catalogue held as it was.
 */
export async function syncRelease(context: SyncContext): Promise<number | null> {
  context.report({ sync: { step: 'checking', doneBytes: 0, totalBytes: 0 } });
  const trusted = trustedMetadataIn(context.store);
  await ensureTrustedRoot(trusted, context.fetcher);
  return takeRelease(context, trusted);
}

/** The same from wherever `context.fetcher` gets files, with a root that is trusted already. */
export async function takeRelease(
  context: SyncContext,
  trusted: TrustedMetadataStore,
): Promise<number | null> {
  const release = await updateMetadata({
    store: trusted,
    fetcher: context.fetcher,
    sha256,
    verify: verifySignature,
    startedAtMs: context.now(),
  });
  const signedMs = Date.parse(release.timestamp.signed_at ?? '');
  // Also when nothing is new: a hub that answers says what time it is at least.
  if (Number.isFinite(signedMs)) await persistSignedTime(context.store, signedMs);
  const wanted = manifestTarget(release);
  const current = await loadCurrent(context);
  if (current?.release?.manifestSha256 === wanted.sha256) return null;

  const bytes = await fetchSigned(context, wanted);
  const manifest = parseManifest(bytes);
  requireNewer(current?.version ?? 0, manifest.version, current?.release === null);
  const files = filesOf(manifest, release);
  try {
    await installRelease(context, manifest, bytes, files);
  } catch (thrown) {
    // What a full disk could not hold must not keep it full; any other interruption is taken up where it ended.
    await tidy(context, isDiskFull(thrown) ? null : files).catch(() => undefined);
    throw thrown;
  }
  await tidy(context, null).catch(() => undefined);
  return manifest.version;
}

/** Removes what no generation in use or on screen needs, and what no download in progress will need. */
export async function tidy(context: SyncContext, inProgress: ReleaseFiles | null): Promise<void> {
  const digests = (list: ReleaseFiles['all'] | undefined) => new Set(list?.map((file) => file.sha256));
  const besides: KeptBesides = {
    ...nothingBesides,
    versions: await heldVersions(),
    blockFiles: digests(inProgress?.blockFiles),
    attachments: digests(inProgress?.attachments),
  };
  await collectGarbage(context.store, besides);
  // As they are opened: of a release whose row was damaged the mirrors are what is left of it.
  const inUse = await Promise.all([
    findGeneration(context.store, 'current'),
    findGeneration(context.store, 'previous'),
  ]);
  await tidyMirrors(inUse.filter((found) => found !== null));
}

/** The version in use and, when its row is sound, the release itself. */
async function loadCurrent(context: SyncContext) {
  const pointer = await loadPointer(context.store);
  if (!pointer) return null;
  return { version: pointer.current, release: await loadRelease(context.store, pointer.current) };
}

/** A second guard beside TUF's, which a wiped or damaged trust store cannot lower. */
function requireNewer(held: number, offered: number, isHeldDamaged: boolean): void {
  if (offered > held || (offered === held && isHeldDamaged)) return;
  throw new AppError('release.rolled-back', { role: 'catalogue', trusted: held, offered });
}

function isDiskFull(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'kiosk.disk-full';
}
