// The root metadata of a hub: made once, kept in two places, mended from the private copy, renewed before its end.
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { Signer } from '#shared/release/crypto.ts';
import { metadataFilePath } from '#shared/release/release-path.ts';
import {
  maxMetadataBytes,
  type Role,
  type RoleKeys,
  type RootMetadata,
  roles,
  specVersion,
} from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import { expiresAt, keyId, keyJson, signMetadata } from '#shared/release/tuf/sign-metadata.ts';
import { verifyThreshold } from '#shared/release/tuf/verify-metadata.ts';
import { readBounded } from './disk-fetcher.ts';
import { ensureFolder, replaceDurably, syncFolder } from './durable-files.ts';
import { createMissingKeys, type KeySet, loadKeys, requireKey } from './keys.ts';
import { sha256, verifyEd25519 } from './node-crypto.ts';
import type { PublishFolders } from './publish-folders.ts';

const dayMs = 86_400_000;
/** How long a root is signed for, and how long before its end it is renewed. */
const rootLifeMs = 3650 * dayMs;
const rootRenewalMs = 365 * dayMs;

/** A root and the bytes it was read from. */
export interface RootFile {
  readonly signed: RootMetadata;
  readonly bytes: Uint8Array;
}

/** What signing needs: the keys, and the roots from the first to the one in force. */
export interface Trust {
  readonly keys: KeySet;
  readonly roots: readonly [RootFile, ...RootFile[]];
}

/**
 * Keys and roots, made when this data folder has none. A root missing or damaged in the release folder is written
 * again from the private copy; a new one put there by hand (a rotation signed offline) is taken over.
 * Throws `release.key-missing` and `release.key-damaged`.
 */
export async function prepareTrust(folders: PublishFolders, nowMs: number): Promise<Trust> {
  for (const folder of [folders.metadata, folders.targets, folders.index, folders.staging]) {
    if (await ensureFolder(folder)) await syncFolder(dirname(folder));
  }
  const copies = await readChain(folders.keys, (version) => `${version}.root.json`);
  const isNew = copies.length === 0 && !(await holdsRoot(folders));
  if (isNew) await createMissingKeys(folders.keys);
  const keys = await loadKeys(folders.keys);
  const known = copies.length > 0 ? copies : await readPublished(folders, []);
  const roots = isNew ? [await makeFirstRoot(folders, keys, nowMs)] : await readPublished(folders, known);
  const [first, ...rest] = roots;
  if (first === undefined) throw new AppError('release.key-damaged', { role: 'root' });
  for (const root of roots) await keepRoot(folders, root);
  await requireKeysOf(roots[roots.length - 1] ?? first, keys);
  return { keys, roots: [first, ...rest] };
}

/** The root in force. */
export function currentRoot(trust: Trust): RootFile {
  return trust.roots[trust.roots.length - 1] ?? trust.roots[0];
}

/**
 * Signs the next root with the same keys and thresholds when the present one ends within a year. Null when it does
 * not, and when the root key is not here or not enough alone: whoever holds the root keys offline must then sign.
 */
export async function renewRoot(folders: PublishFolders, trust: Trust, nowMs: number): Promise<Trust | null> {
  const { signed } = currentRoot(trust);
  const signer = trust.keys.root;
  if (Date.parse(signed.expires) - nowMs > rootRenewalMs || signer === null) return null;
  const id = await keyId(keyJson(signer.publicKey), sha256);
  if (signed.roles.root.threshold > 1 || !signed.roles.root.keyids.includes(id)) return null;
  const expires = expiresAt(nowMs + rootLifeMs);
  const next = await signRoot(folders, { ...signed, version: signed.version + 1, expires }, signer);
  return { keys: trust.keys, roots: [...trust.roots, next] };
}

/** The root a hub begins with: one key a role, all of them its own. */
async function makeFirstRoot(folders: PublishFolders, keys: KeySet, nowMs: number): Promise<RootFile> {
  const listed = await Promise.all(
    roles.map(async (role) => {
      const key = keyJson(requireKey(keys, role).publicKey);
      return { role, key, id: await keyId(key, sha256) };
    }),
  );
  const only = (role: Role): RoleKeys => ({
    keyids: listed.filter((entry) => entry.role === role).map(({ id }) => id),
    threshold: 1,
  });
  const signed: RootMetadata = {
    _type: 'root',
    spec_version: specVersion,
    version: 1,
    expires: expiresAt(nowMs + rootLifeMs),
    consistent_snapshot: true,
    keys: Object.fromEntries(listed.map(({ id, key }) => [id, key])),
    roles: {
      root: only('root'),
      timestamp: only('timestamp'),
      snapshot: only('snapshot'),
      targets: only('targets'),
    },
  };
  return signRoot(folders, signed, requireKey(keys, 'root'));
}

async function signRoot(folders: PublishFolders, signed: RootMetadata, signer: Signer): Promise<RootFile> {
  const root = { signed, bytes: await signMetadata(signed, [signer], sha256) };
  await keepRoot(folders, root);
  return root;
}

/** Puts a root into the private copy first and then among the metadata, where it isn't there already. */
async function keepRoot(folders: PublishFolders, { signed, bytes }: RootFile): Promise<void> {
  const places = [
    join(folders.keys, `${signed.version}.root.json`),
    join(folders.release, metadataFilePath('root', signed.version)),
  ];
  for (const place of places) {
    const held = await readBounded(place, maxMetadataBytes.root, place).catch(() => null);
    if (held === null || !Buffer.from(bytes).equals(held))
      await replaceDurably(place, bytes, folders.staging);
  }
}

/** Continues a chain with the roots that lie in the release folder. */
async function readPublished(folders: PublishFolders, known: readonly RootFile[]): Promise<RootFile[]> {
  return readChain(folders.metadata, (version) => `${version}.root.json`, known);
}

/** Reads `1.root.json`, `2.root.json` … as far as each is properly signed by the one before and by itself. */
async function readChain(
  folder: string,
  name: (version: number) => string,
  known: readonly RootFile[] = [],
): Promise<RootFile[]> {
  const chain = [...known];
  for (let version = chain.length + 1; ; version += 1) {
    const bytes = await readBounded(join(folder, name(version)), maxMetadataBytes.root, name(version)).catch(
      () => null,
    );
    const root = bytes === null ? null : await readRoot(bytes, version, chain[chain.length - 1] ?? null);
    if (root === null) return chain;
    chain.push(root);
  }
}

async function readRoot(
  bytes: Uint8Array,
  version: number,
  before: RootFile | null,
): Promise<RootFile | null> {
  try {
    const file = parseMetadata(bytes, 'root');
    if (file.signed.version !== version) return null;
    await verifyThreshold(before?.signed ?? file.signed, 'root', file, verifyEd25519);
    await verifyThreshold(file.signed, 'root', file, verifyEd25519);
    return { signed: file.signed, bytes };
  } catch {
    return null;
  }
}

async function holdsRoot(folders: PublishFolders): Promise<boolean> {
  const names = [...(await readdir(folders.metadata)), ...(await readdir(folders.keys).catch(() => []))];
  return names.some((name) => name.endsWith('.root.json'));
}

/** A key that is there must be one the root names; otherwise what it signs would be refused everywhere. */
async function requireKeysOf(root: RootFile, keys: KeySet): Promise<void> {
  for (const role of roles) {
    const signer = keys[role];
    if (signer === null) continue;
    const id = await keyId(keyJson(signer.publicKey), sha256);
    const isNamed = root.signed.roles[role].keyids.includes(id);
    // A root key may have been rotated out in favour of offline ones; it is then of no use, but no harm either.
    if (!isNamed && role !== 'root') throw new AppError('release.key-damaged', { role });
  }
}
