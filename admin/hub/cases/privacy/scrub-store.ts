// Clears the store's file of what is erased: old copies of rows in pages that live on, free pages, the write-ahead log.
import { sql } from 'kysely';
import type { Database } from '../../store/tables.ts';

/** The tables that hold keys. Whatever else is left of an erased case is noise without them. */
const keyTables = ['cases', 'case_files'] as const;
const checkpointTries = 20;
const betweenTriesMs = 100;

/**
 * Runs `work` in a transaction that leaves no old copy of a key behind.
 *
 * `secure_delete` overwrites what is deleted, but not the copy a row leaves where it lay before its page was split or
 * merged. So the tables with keys are emptied, which overwrites all their pages, and filled again, in the transaction of
 * the erasure. Foreign keys are not checked meanwhile: their parents are gone for an instant, and no id changes.
 */
export async function scrubbingTransaction<T>(
  db: Database,
  work: (inside: Database) => Promise<T>,
): Promise<T> {
  const result = await db.connection().execute(async (connection) => {
    await sql`pragma foreign_keys = off`.execute(connection);
    try {
      return await connection.transaction().execute(async (inside) => {
        const done = await work(inside);
        for (const table of keyTables) await refill(inside, table);
        return done;
      });
    } finally {
      await sql`pragma foreign_keys = on`.execute(connection);
    }
  });
  await emptyLog(db);
  return result;
}

async function refill(db: Database, table: (typeof keyTables)[number]): Promise<void> {
  const rows = sql.table(table);
  const copy = sql.table(`${table}_copy`);
  await sql`create table ${copy} as select * from ${rows}`.execute(db);
  await sql`delete from ${rows}`.execute(db);
  await sql`insert into ${rows} select * from ${copy}`.execute(db);
  await sql`drop table ${copy}`.execute(db);
}

/**
 * Moves the write-ahead log into the store and cuts it to nothing. False when another process kept it from being
 * emptied: the next call does it.
 */
export async function emptyLog(db: Database): Promise<boolean> {
  for (let attempt = 0; attempt < checkpointTries; attempt += 1) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
  }
  return false;
}
