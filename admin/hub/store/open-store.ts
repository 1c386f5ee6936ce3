// Opens the embedded store of a data folder: durable settings, schema up to date, ready for several processes.
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { asStoreError } from './store-error.ts';
import type { Database, Tables } from './tables.ts';

/** How long a writer waits for another process to finish its transaction. */
const busyTimeoutMs = 15_000;

export interface Store {
  readonly db: Database;
  /** True when this opening created the schema. */
  readonly isNew: boolean;
  /** Refreshes the planner's statistics; worth calling after a large import. */
  optimise(): void;
  /** SQLite's own integrity check; an empty list means sound. */
  checkIntegrity(): readonly string[];
  close(): Promise<void>;
}

/**
 * Opens or creates the store. Every acknowledged commit is on disk (WAL with `synchronous=FULL`), and other
 * processes may hold the same folder open.
 * Throws `store.newer`, `store.damaged`, `store.cannot-write`, `store.busy` or `store.disk-full`.
 */
export function openStore(path: string): Store {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    try {
      const store = openDatabase(database);
      // It holds password digests; SQLite gives its side files the same mode.
      if (store.isNew) chmodSync(path, 0o600);
      return store;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw asStoreError(error);
  }
}

function openDatabase(database: DatabaseSync): Store {
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  database.exec('pragma cache_size = -16000');
  database.exec('pragma journal_size_limit = 67108864');
  // What is erased of a person must not be left lying in free pages.
  database.exec('pragma secure_delete = on');
  const isNew = migrate(database, migrations) === migrations.length;
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  return {
    db,
    isNew,
    optimise: () => {
      database.exec('pragma analysis_limit = 400');
      database.exec('pragma optimize = 0x10002');
    },
    checkIntegrity: () =>
      database
        .prepare('pragma integrity_check')
        .all()
        .map((row) => String(row.integrity_check))
        .filter((line) => line !== 'ok'),
    close: async () => {
      // Kysely only closes a database it has used.
      await db.destroy();
      if (database.isOpen) database.close();
    },
  };
}
