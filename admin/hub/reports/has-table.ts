// Whether the store keeps a kind of thing at all.
import { sql } from 'kysely';
import type { Database } from '../store/tables.ts';

/** True when there is a table of this name. */
export async function hasTable(db: Database, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema where type = 'table' and name = ${name}`.execute(db);
  return rows.length > 0;
}
