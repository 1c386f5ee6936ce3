// Attachments on disk by content: `attachments/ab/abcd…`, written so that a name in place means whole bytes.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { asStoreError } from './store-error.ts';

export interface AttachmentFiles {
  /** Absolute path of a stored attachment, whether or not it exists. Throws `bad-request` for no SHA-256. */
  pathOf(sha256: string): string;
  has(sha256: string): boolean;
  /** Stores bytes and returns their SHA-256. Durable when the promise resolves. */
  put(content: Uint8Array): Promise<string>;
  /** Takes over a finished file of known digest; the file is gone from `path` afterwards. */
  adopt(path: string, sha256: string): Promise<void>;
}

/** Keeps attachments under `root`, which must not be shared with anything else. */
export function openAttachmentFiles(root: string): AttachmentFiles {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('bad-request', { reason: 'sha256' });
    return join(root, sha256.slice(0, 2), sha256);
  };
  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    put: async (content) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      await placeOnce(pathOf(sha256), content.byteLength, (temporary) => writeSynced(temporary, content));
      return sha256;
    },
    adopt: async (path, sha256) => {
      const target = pathOf(sha256);
      const { size } = await stat(path);
      await placeOnce(target, size, async (temporary) => {
        await copyFile(path, temporary);
        await syncFile(temporary);
      });
      await rm(path, { force: true });
    },
  };
}

/** Writes beside the place and renames into it; a file already there with the right length is left alone. */
async function placeOnce(
  target: string,
  bytes: number,
  write: (path: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(target);
  if (existsSync(target) && (await stat(target)).size === bytes) return;
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    await write(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw asStoreError(error);
  }
  await syncFile(folder);
  await syncFile(dirname(folder));
}

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename or creation lasts once its folder is synced as well. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
