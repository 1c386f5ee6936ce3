// The keys of a restored data folder: out of the backup, out of the folder they were kept in apart, or missing.
import { chmod, copyFile, mkdir, open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { listErased, loadErased } from '../cases/privacy/erased-list.ts';
import { type BackupHead, erasedListName } from './backup-format.ts';

/** Where keys come from that are not in the backup. */
export interface KeyChoice {
  /** Absolute path of the folder they were kept in; null for none. */
  readonly folder: string | null;
  /** True when staff know that they go on without. */
  readonly isWithout: boolean;
}

/**
 * Keys the hub would make anew when it misses them, and then never read what the old ones sealed. So a file with a word
 * of explanation takes their place: the hub refuses what it needs them for until the right file is put there.
 */
const madeAnew = ['accounts.key', 'cases.key'];
const placeholder =
  'The key kept apart belongs here; replace this file with it. 请用单独保存的密钥替换本文件。\n';

/** Throws `backup.keys-needed` unless all keys can be had or staff said that they do without. */
export async function requireKeys(head: BackupHead, { folder, isWithout }: KeyChoice): Promise<void> {
  const missing = await missingKeys(head, folder);
  if (missing.length > 0 && !isWithout)
    throw new AppError('backup.keys-needed', { names: missing.join(', ') });
}

/** Brings the keys into an unpacked data folder. Gives the names of those that are still missing. */
export async function bringKeys(
  head: BackupHead,
  { folder }: KeyChoice,
  dataDir: string,
): Promise<readonly string[]> {
  const keys = join(dataDir, 'keys');
  await mkdir(keys, { recursive: true, mode: 0o700 });
  const missing = await missingKeys(head, folder);
  for (const name of head.hasKeys ? [] : head.keyFiles) {
    const place = join(keys, name);
    if (!missing.includes(name) && folder !== null) await copyKey(join(folder, name), place);
    else if (madeAnew.includes(name)) await writeFile(place, placeholder, { mode: 0o600 });
  }
  if (folder !== null) {
    const newer = await loadErased(join(folder, erasedListName));
    await listErased(join(keys, erasedListName), newer);
  }
  return missing;
}

async function missingKeys({ hasKeys, keyFiles }: BackupHead, folder: string | null): Promise<string[]> {
  if (hasKeys) return [];
  const found = await Promise.all(
    keyFiles.map(async (name) => folder !== null && (await isFile(join(folder, name)))),
  );
  return keyFiles.filter((_, index) => !found[index]);
}

async function copyKey(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, 0o600);
  const file = await open(to, 'r+');
  await file.sync().finally(() => file.close());
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
