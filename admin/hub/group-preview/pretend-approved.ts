// Lets a store look, to one connection and nobody else, as if some versions had been approved.
import { sql } from 'kysely';
import type { Database } from '../store/tables.ts';

export interface HeldVersion {
  readonly recordId: string;
  readonly version: number;
}

/**
 * Temporary names come before those of the store itself, so whoever reads `records` by this connection reads the view.
 * Nothing is written to the store and nothing is locked; the view goes with the connection.
 */
export async function pretendApproved(db: Database, items: readonly HeldVersion[]): Promise<void> {
  await sql`create temp table held_versions (record_id text primary key, version integer not null)`.execute(
    db,
  );
  for (const { recordId, version } of items) {
    await sql`insert into temp.held_versions values (${recordId}, ${version})`.execute(db);
  }
  const { rows } = await sql<{ name: string }>`select name from pragma_table_info('records')`.execute(db);
  const columns = rows.map(({ name }) => {
    if (name === 'approved_version')
      return 'coalesce(held.version, record.approved_version) as approved_version';
    if (name === 'state')
      return `case when held.version is null then record.state else 'approved' end as state`;
    return `record."${name}"`;
  });
  await sql`create temp view records as select ${sql.raw(columns.join(', '))} from main.records as record
    left join temp.held_versions as held on held.record_id = record.id`.execute(db);
}
