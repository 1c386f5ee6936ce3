// Takes a release from an update pack on a stick, by the same checks as from the hub, and all of it or nothing.
import type { ByteSource } from '#shared/archive/walk-tar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type OpenPack, openPack } from '#shared/release/pack.ts';
import type { Role } from '#shared/release/tuf/metadata.ts';
import type { TrustedMetadataStore } from '#shared/release/tuf/update-client.ts';
import { loadPointer } from '../store/release-store.ts';
import type { SyncContext } from './sync-context.ts';
import { takeRelease } from './sync-release.ts';
import { isSoundRoot, trustedMetadataIn } from './trusted-metadata.ts';

/**
 * Resolves with the version installed just now, or null when it is the one held. Throws `pack.…`, `archive.…`,
 * `kiosk.disk-full` or `release.…`. Trust in newer metadata is kept only with the release it is of: a pack that lacks
 * something changes nothing at all.
 */
export async function installPack(context: SyncContext, file: Blob): Promise<number | null> {
  context.report({ sync: { step: 'checking', doneBytes: 0, totalBytes: 0 } });
  const pack = await openPack(sourceOf(file));
  const trusted = trustedMetadataIn(context.store);
  const root = await trusted.load('root');
  // Whose pack it is only a root from the hub itself can tell: a stick is never trusted on first use.
  if (root === null || !(await isSoundRoot(root))) throw new AppError('pack.no-root');
  const tried = new TriedMetadata(trusted);
  try {
    const version = await takeRelease({ ...context, fetcher: pack.fetcher }, tried);
    await tried.keep();
    return version;
  } catch (thrown) {
    throw await inWordsOfPacks(context, pack, thrown);
  }
}

/** A slice at a time: the file may be larger than the memory. */
function sourceOf(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (at, length) => {
      try {
        return new Uint8Array(await file.slice(at, at + length).arrayBuffer());
      } catch (thrown) {
        // The stick was pulled out, or the file on it changed.
        const reason = thrown instanceof Error ? thrown.name : '';
        const name = file instanceof File ? file.name : '';
        throw new AppError('archive.cannot-read', { file: name, reason }, { cause: thrown });
      }
    },
  };
}

/** Metadata as the pack would have it, over the trusted one, which stays as it is until `keep`. */
class TriedMetadata implements TrustedMetadataStore {
  private readonly trusted: TrustedMetadataStore;
  private readonly changes = new Map<Role, Uint8Array | null>();

  constructor(trusted: TrustedMetadataStore) {
    this.trusted = trusted;
  }

  async load(role: Role): Promise<Uint8Array | null> {
    const changed = this.changes.get(role);
    return changed === undefined ? this.trusted.load(role) : changed;
  }

  async save(role: Role, bytes: Uint8Array): Promise<void> {
    this.changes.set(role, bytes);
  }

  async remove(role: Role): Promise<void> {
    this.changes.set(role, null);
  }

  /** Whatever of it a power cut keeps from being written, the next look at the hub or a pack works out again. */
  async keep(): Promise<void> {
    for (const [role, bytes] of this.changes) {
      if (bytes === null) await this.trusted.remove(role);
      else await this.trusted.save(role, bytes);
    }
  }
}

const damages: readonly string[] = [
  'release.hash-mismatch',
  'release.length-mismatch',
  'release.too-long',
  'release.metadata-malformed',
  'release.version-mismatch',
  'release.manifest-malformed',
  'release.manifest-mismatch',
  'release.no-such-target',
  'release.block-file-damaged',
  'release.deleted-list-damaged',
];

/** Errors of the network's way speak of a server; in front of a stick they have to speak of the stick. */
async function inWordsOfPacks(context: SyncContext, { head }: OpenPack, thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof AppError)) return thrown;
  const { code, details } = thrown;
  const held = (await loadPointer(context.store).catch(() => null))?.current ?? 0;
  const because = { cause: thrown };
  if (code === 'release.signature-invalid') return new AppError('pack.foreign', {}, because);
  if (code === 'release.metadata-expired') return new AppError('pack.expired', details, because);
  if (code === 'release.rolled-back') {
    return new AppError('pack.older', { offered: head.release, held }, because);
  }
  if (code === 'release.file-missing' && head.since !== null) {
    const { since } = head;
    if (held === 0) return new AppError('pack.whole-needed', { since }, because);
    return new AppError('pack.base-missing', { since, held }, because);
  }
  if (code === 'release.file-missing' || damages.includes(code)) {
    return new AppError('archive.damaged', { reason: code.replace('release.', '') }, because);
  }
  return thrown;
}
