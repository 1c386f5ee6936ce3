// Notes which release brought or took out which record: the history from which any release can be listed later.
import { sql } from 'kysely';
import type { PublishedMark } from '../publish/publish-source.ts';
import type { Database } from '../store/tables.ts';
import { tableOf } from './published-table.ts';

/**
 * Notes marks of one table and version before they are set, in the same transaction; rows of registers, of which there
 * may be millions, are left out. Repeating it changes nothing.
 */
export async function notePublications(
  db: Database,
  release: number,
  marks: readonly PublishedMark[],
): Promise<void> {
  const [first] = marks;
  const table = first === undefined ? 'register_entries' : tableOf(first.id);
  if (first === undefined || table === 'register_entries') return;
  const { version } = first;
  const ids = JSON.stringify(marks.map(({ id }) => id));
  const from = sql.table(table);
  await sql`insert into publications (item_id, release_version, version, approved_by, approved_at)
    select item.id, ${release}, ${version},
      case when item.approved_version is ${version} then item.approved_by end,
      case when item.approved_version is ${version} then item.approved_at end
    from json_each(${ids}) as wanted join ${from} as item on item.id = wanted.value
    where true
    on conflict (item_id, release_version) do update set version = excluded.version,
      approved_by = excluded.approved_by, approved_at = excluded.approved_at`.execute(db);
}
