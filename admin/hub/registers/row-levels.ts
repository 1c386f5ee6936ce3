// How deep each row of a short register stands, and its total rows between them: what makes a list read as its table.
import { sql } from 'kysely';
import { openLevels } from '#shared/registers/item-levels.ts';
import { mostTableRows } from '#shared/registers/project-register.ts';
import { titleColumn } from '#shared/registers/register-definition.ts';
import type { Database } from '../store/tables.ts';
import { parseCells } from './entry-store.ts';
import type { StoredRegister } from './stored-register.ts';

/** Row id → its level where it is more than 0; longer registers than people read as a table have none. */
export async function levelsOfRows(
  db: Database,
  { id, definition }: StoredRegister,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('register_entries as entry')
    .innerJoin('register_entry_versions as shown', (join) =>
      join
        .onRef('shown.entry_id', '=', 'entry.id')
        .on('shown.version', '=', sql<number>`coalesce(entry.current_version, entry.approved_version)`),
    )
    .select(['entry.id', 'shown.cells_json'])
    .where('entry.register_id', '=', id)
    .orderBy('entry.place')
    .orderBy('entry.id')
    .limit(mostTableRows + 1)
    .execute();
  if (rows.length > mostTableRows) return new Map();
  const title = titleColumn(definition).key;
  const levelOf = openLevels();
  const levels = rows.map((row) => [row.id, levelOf(parseCells(row.cells_json)[title] ?? '').level] as const);
  return new Map(levels.filter(([, level]) => level > 0));
}
