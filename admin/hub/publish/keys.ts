// The Ed25519 keys a hub signs releases with: made at first start, one a role, readable by the hub's user only.
//
// A small library keeps all four here and works from the first day. A larger one moves `root.json` to an offline
// machine after the first publish; publishing goes on without it. The root is then renewed (it is signed for ten
// years), its keys exchanged or a threshold of several asked for by signing a new root file there, with the old
// root keys and the new ones, and putting it into `release/metadata/` as `<n+1>.root.json`: the hub takes it over at
// its next start or publish and terminals follow it by themselves.
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { Signer } from '#shared/release/crypto.ts';
import { fromHex, toHex } from '#shared/release/hex.ts';
import { type Role, roles } from '#shared/release/tuf/metadata.ts';
import { syncFolder, systemErrorCode } from './durable-files.ts';
import { signerFromSeed } from './node-crypto.ts';

/** One signer a role; null where the key has been moved elsewhere. */
export type KeySet = Readonly<Record<Role, Signer | null>>;

/** Makes the keys that are not there yet. Two processes doing so at once end up with the same set. */
export async function createMissingKeys(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  for (const role of roles) await createKey(folder, role);
  await syncFolder(folder);
}

/** Reads the keys that are there. Throws `release.key-damaged`. */
export async function loadKeys(folder: string): Promise<KeySet> {
  const entries = await Promise.all(roles.map(async (role) => [role, await loadKey(folder, role)] as const));
  return Object.fromEntries(entries) as Record<Role, Signer | null>;
}

/** The signer of a role. Throws `release.key-missing`. */
export function requireKey(keys: KeySet, role: Role): Signer {
  const signer = keys[role];
  if (signer === null) throw new AppError('release.key-missing', { role });
  return signer;
}

async function createKey(folder: string, role: Role): Promise<void> {
  const seed = randomBytes(32);
  const content = {
    role,
    keytype: 'ed25519',
    public: toHex(signerFromSeed(seed).publicKey),
    private: toHex(seed),
  };
  const temporary = join(folder, `${role}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // Unlike a rename a link never replaces: the first process wins and the others read its key.
    await link(temporary, keyPath(folder, role));
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'EEXIST') throw thrown;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function loadKey(folder: string, role: Role): Promise<Signer | null> {
  let text: string;
  try {
    text = await readFile(keyPath(folder, role), 'utf8');
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw thrown;
  }
  const signer = parseKey(text);
  if (signer === null) throw new AppError('release.key-damaged', { role });
  return signer;
}

function parseKey(text: string): Signer | null {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== 'object' || content === null) return null;
    const { private: privateHex, public: publicHex } = content as Record<string, unknown>;
    const seed = typeof privateHex === 'string' ? fromHex(privateHex, 32) : null;
    const signer = seed === null ? null : signerFromSeed(seed);
    return signer !== null && toHex(signer.publicKey) === publicHex ? signer : null;
  } catch {
    return null;
  }
}

function keyPath(folder: string, role: Role): string {
  return join(folder, `${role}.json`);
}
