// One publish at a time, across processes, with a lock the kernel lets go of when its holder dies.
//
// The lock is an exclusive transaction on a small SQLite file: its byte-range lock ends with the process, kill -9
// included, and SQLite also keeps two connections of the same process apart. Nothing is ever written to the file.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '#shared/errors/app-error.ts';

const sqliteBusy = 5;

/** Runs `work` while holding the lock. Throws `release.publish-in-progress` at once when someone else holds it. */
export async function withPublishLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    lock(database);
    return await work();
  } finally {
    // Closing rolls the transaction back, which is the release of the lock.
    database.close();
  }
}

function lock(database: DatabaseSync): void {
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (thrown) {
    const isBusy = thrown instanceof Error && 'errcode' in thrown && thrown.errcode === sqliteBusy;
    throw isBusy ? new AppError('release.publish-in-progress', {}, { cause: thrown }) : thrown;
  }
}
