// The list of erased cases, kept apart from the store: a backup from before knows nothing of it and is made to forget again.
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ensureFolder, syncFolder, systemErrorCode } from '../../publish/durable-files.ts';
import { asStoreError } from '../../store/store-error.ts';

/** Ids say nothing of anybody. Durable when it answers. */
export async function listErased(path: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  try {
    await ensureFolder(dirname(path), 0o700);
    const file = await open(path, 'a', 0o600);
    try {
      await file.writeFile(`${ids.join('\n')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(dirname(path));
  } catch (thrown) {
    throw asStoreError(thrown);
  }
}

/** Every id ever listed; empty where nothing was. */
export async function loadErased(path: string): Promise<readonly string[]> {
  try {
    const text = await readFile(path, 'utf8');
    return [...new Set(text.split('\n').filter((line) => /^[A-Za-z0-9_-]{1,60}$/u.test(line)))];
  } catch (thrown) {
    if (systemErrorCode(thrown) === 'ENOENT') return [];
    throw asStoreError(thrown);
  }
}
