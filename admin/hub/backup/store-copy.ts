// A copy of the store as it was at one moment, while others write to it.
import { rm } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { schemaVersion } from '../store/migrate.ts';
import { asStoreError } from '../store/store-error.ts';

/** All pages in one step: SQLite begins a copy in several steps anew whenever another process commits in between. */
const allPages = 0x7fffffff;
const busyTimeoutMs = 15_000;

/**
 * Writes the copy to `to` and returns its schema version. The store is not brought up to date, so that it can be
 * backed up before a newer program does so. Throws `store.…`.
 */
export async function copyStore(from: string, to: string): Promise<number> {
  try {
    await rm(to, { force: true });
    const database = new DatabaseSync(from, { timeout: busyTimeoutMs });
    try {
      await backup(database, to, { rate: allPages });
      return schemaVersion(database);
    } finally {
      database.close();
    }
  } catch (thrown) {
    throw asStoreError(thrown);
  }
}

/** The last migration a store has seen. Throws `store.…`. */
export function readSchemaVersion(path: string): number {
  try {
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
    try {
      return schemaVersion(database);
    } finally {
      database.close();
    }
  } catch (thrown) {
    throw asStoreError(thrown);
  }
}
