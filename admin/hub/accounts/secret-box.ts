// Seals what the hub must be able to read again but a copy of the store must not give away: TOTP and client secrets.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, type ErrorCode } from '#shared/errors/app-error.ts';
import { syncFolder, systemErrorCode } from '../publish/durable-files.ts';

/** `what` names the owner and purpose and is bound in: a sealed text put elsewhere in the store does not open. */
export interface SecretBox {
  seal(plain: Uint8Array, what: string): Promise<string>;
  /** Throws the box's error when the key file is gone, is another one, or the text was tampered with. */
  open(sealed: string, what: string): Promise<Uint8Array>;
  /** HMAC-SHA-256 in hex under a key of its own derived for `purpose`: finds the same text again and tells nothing. */
  digest(purpose: string, text: string): Promise<string>;
}

/** Which file holds the key, and what is said when it cannot be used. */
export interface BoxKey {
  readonly fileName: string;
  readonly missing: ErrorCode;
}

const accountsKey: BoxKey = { fileName: 'accounts.key', missing: 'accounts.key-missing' };

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const format = 'v1';

/**
 * A box whose key lies in a file of its own beside the signing keys, mode 0600, made when something is first sealed.
 * AES-256-GCM; a sealed text is `v1.<nonce, tag and cipher in base64url>`.
 */
export function openSecretBox(folder: string, boxKey: BoxKey = accountsKey): SecretBox {
  return {
    seal: async (plain, what) => sealWith(await loadOrCreateKey(folder, boxKey), plain, what),
    open: async (sealed, what) => {
      const key = await loadKey(folder, boxKey);
      const plain = key === null ? null : openWith(key, sealed, what);
      if (plain === null) throw new AppError(boxKey.missing);
      return plain;
    },
    digest: async (purpose, text) => {
      const key = await loadOrCreateKey(folder, boxKey);
      const derived = createHmac('sha256', key).update(`digest:${purpose}`).digest();
      return createHmac('sha256', derived).update(text).digest('hex');
    },
  };
}

/** `key` is 32 bytes. */
export function sealWith(key: Uint8Array, plain: Uint8Array, what: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(what));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return `${format}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Null when it was sealed with another key or for something else, or was tampered with. */
export function openWith(key: Uint8Array, sealed: string, what: string): Uint8Array | null {
  const bytes = Buffer.from(sealed.slice(format.length + 1), 'base64url');
  if (!sealed.startsWith(`${format}.`) || bytes.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(what));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}

async function loadOrCreateKey(folder: string, boxKey: BoxKey): Promise<Uint8Array> {
  const known = await loadKey(folder, boxKey);
  if (known !== null) return known;
  await createKey(folder, boxKey);
  const made = await loadKey(folder, boxKey);
  if (made === null) throw new AppError(boxKey.missing);
  return made;
}

/** Null when there is none yet. Throws the box's error for a file that holds something else. */
async function loadKey(folder: string, { fileName, missing }: BoxKey): Promise<Uint8Array | null> {
  let text: string;
  try {
    text = await readFile(join(folder, fileName), 'utf8');
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw new AppError(missing, {}, { cause: thrown });
  }
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new AppError(missing);
  return Buffer.from(text.trim(), 'hex');
}

/** Unlike a rename a link never replaces: of two processes the first wins, and both use its key. */
async function createKey(folder: string, { fileName }: BoxKey): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const temporary = join(folder, `${fileName}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(keyBytes).toString('hex')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, join(folder, fileName));
    await syncFolder(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'EEXIST') throw thrown;
  } finally {
    await rm(temporary, { force: true });
  }
}
