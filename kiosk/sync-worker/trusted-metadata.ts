// The TUF client's memory on this terminal, and how the first root gets into it.
import { AppError } from '#shared/errors/app-error.ts';
import { metadataFilePath } from '#shared/release/release-path.ts';
import { maxMetadataBytes, type Role, roles } from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import type { Fetcher, TrustedMetadataStore } from '#shared/release/tuf/update-client.ts';
import { verifyThreshold } from '#shared/release/tuf/verify-metadata.ts';
import type { KioskStore } from '../store/kiosk-store.ts';
import { loadMetadata, persistMetadata, removeMetadata } from '../store/metadata-store.ts';
import { verifySignature } from './verify-signature.ts';

const fileOf = (role: Role) => `${role}.json`;

/** Trusted metadata in the terminal's own store. */
export function trustedMetadataIn(store: KioskStore): TrustedMetadataStore {
  return {
    load: (role) => loadMetadata(store, fileOf(role)),
    save: (role, bytes) => persistMetadata(store, fileOf(role), new Uint8Array(bytes)),
    remove: (role) => removeMetadata(store, fileOf(role)),
  };
}

/**
 * Makes sure there is a root to start from: the one held, else the hub's first (trust on first use). A held root
 * that no longer verifies itself is damage on this disk, not an attack from outside: it is taken anew, and the
 * version of the catalogue held still guards against going back.
 */
export async function ensureTrustedRoot(trusted: TrustedMetadataStore, fetcher: Fetcher): Promise<void> {
  const held = await trusted.load('root');
  if (held && (await isSoundRoot(held))) return;
  const first = await fetchFirstRoot(fetcher);
  const file = parseMetadata(first, 'root');
  await verifyThreshold(file.signed, 'root', file, verifySignature);
  for (const role of roles) await trusted.remove(role);
  await trusted.save('root', first);
}

/** Throws `release.none` when the hub has not published anything yet. */
async function fetchFirstRoot(fetcher: Fetcher): Promise<Uint8Array> {
  try {
    return await fetcher.fetch(metadataFilePath('root', 1), maxMetadataBytes.root);
  } catch (thrown) {
    const isMissing = thrown instanceof AppError && thrown.code === 'release.file-missing';
    throw isMissing ? new AppError('release.none') : thrown;
  }
}

/** Whether these bytes are a root that vouches for itself. */
export async function isSoundRoot(bytes: Uint8Array): Promise<boolean> {
  try {
    const file = parseMetadata(bytes, 'root');
    await verifyThreshold(file.signed, 'root', file, verifySignature);
    return true;
  } catch {
    return false;
  }
}

/** Whether the freshest metadata held has passed its time; false when none is held. */
export async function isTrustedMetadataExpired(store: KioskStore, nowMs: number): Promise<boolean> {
  const bytes = await loadMetadata(store, fileOf('timestamp'));
  if (!bytes) return false;
  try {
    return Date.parse(parseMetadata(bytes, 'timestamp').signed.expires) <= nowMs;
  } catch {
    return false;
  }
}
