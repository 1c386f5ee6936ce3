// Brings a store's schema up to what this program knows, and refuses stores from a newer program.
import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '#shared/errors/app-error.ts';
import type { Migration } from './migrations/migration.ts';
import { defineSqlFunctions } from './sql-functions.ts';

/**
 * Applies the migrations the store lacks, each atomically, and returns how many that were. Two processes may
 * open one new folder at once: the version is read again under the write lock.
 * Throws `store.newer` when the store has seen a migration this program does not know.
 */
export function migrate(database: DatabaseSync, migrations: readonly Migration[]): number {
  let applied = 0;
  defineSqlFunctions(database);
  for (const migration of migrations) {
    if (migration.number <= schemaVersion(database)) continue;
    applied += applyMigration(database, migration) ? 1 : 0;
  }
  const version = schemaVersion(database);
  const known = migrations.at(-1)?.number ?? 0;
  if (version > known) throw new AppError('store.newer', { version, known });
  return applied;
}

/** The number of the last migration the store has seen; 0 for an empty file. */
export function schemaVersion(database: DatabaseSync): number {
  const row = database.prepare('pragma user_version').get();
  return Number(row?.user_version ?? 0);
}

function applyMigration(database: DatabaseSync, migration: Migration): boolean {
  database.exec('begin immediate');
  try {
    if (schemaVersion(database) >= migration.number) {
      database.exec('rollback');
      return false;
    }
    for (const statement of migration.statements) database.exec(statement);
    database.exec(`pragma user_version = ${migration.number}`);
    database.exec('commit');
    return true;
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
