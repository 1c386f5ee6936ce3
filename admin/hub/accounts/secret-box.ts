// Seals what the hub must be able to read again but a copy of the store must not give away: TOTP and client secrets.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { syncFolder, systemErrorCode } from '../publish/durable-files.ts';

/** `what` names the owner and purpose and is bound in: a sealed text put elsewhere in the store does not open. */
export interface SecretBox {
  seal(plain: Uint8Array, what: string): Promise<string>;
  /** Throws `accounts.key-missing` when the key file is gone, is another one, or the text was tampered with. */
  open(sealed: string, what: string): Promise<Uint8Array>;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const keyFileName = 'accounts.key';
const format = 'v1';

/**
 * A box whose key lies in a file of its own beside the signing keys, mode 0600, made when something is first sealed.
 * AES-256-GCM; a sealed text is `v1.<nonce, tag and cipher in base64url>`.
 */
export function openSecretBox(folder: string): SecretBox {
  return {
    seal: async (plain, what) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', await loadOrCreateKey(folder), nonce);
      cipher.setAAD(Buffer.from(what));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return `${format}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open: async (sealed, what) => {
      const key = await loadKey(folder);
      const bytes = Buffer.from(sealed.slice(format.length + 1), 'base64url');
      if (key === null || !sealed.startsWith(`${format}.`) || bytes.length < nonceBytes + tagBytes) {
        throw new AppError('accounts.key-missing');
      }
      return decrypt(key, bytes, what);
    },
  };
}

function decrypt(key: Uint8Array, bytes: Buffer, what: string): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(what));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new AppError('accounts.key-missing', {}, { cause });
  }
}

async function loadOrCreateKey(folder: string): Promise<Uint8Array> {
  const known = await loadKey(folder);
  if (known !== null) return known;
  await createKey(folder);
  const made = await loadKey(folder);
  if (made === null) throw new AppError('accounts.key-missing');
  return made;
}

/** Null when there is none yet. Throws `accounts.key-missing` for a file that holds something else. */
async function loadKey(folder: string): Promise<Uint8Array | null> {
  let text: string;
  try {
    text = await readFile(join(folder, keyFileName), 'utf8');
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return null;
    throw new AppError('accounts.key-missing', {}, { cause: thrown });
  }
  if (!/^[0-9a-f]{64}\s*$/.test(text)) throw new AppError('accounts.key-missing');
  return Buffer.from(text.trim(), 'hex');
}

/** Unlike a rename a link never replaces: of two processes the first wins, and both use its key. */
async function createKey(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const temporary = join(folder, `${keyFileName}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(keyBytes).toString('hex')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, join(folder, keyFileName));
    await syncFolder(folder);
  } catch (thrown) {
    if (systemErrorCode(thrown) !== 'EEXIST') throw thrown;
  } finally {
    await rm(temporary, { force: true });
  }
}
