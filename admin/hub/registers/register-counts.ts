// How many registers there are, how many wait for a decision, and what a release would change of them.
import { sql } from 'kysely';
import type { Overview } from '#shared/protocol/hub-api.ts';
import type { Database } from '../store/tables.ts';

/** Registers in all, those with changes that wait for approval, and the entries the release in force carries. */
export async function countRegisters(db: Database): Promise<Overview['registers']> {
  const { total, waiting } = await db
    .selectFrom('registers')
    .select((table) => table.fn.countAll<number>().as('total'))
    .select(sql<number>`coalesce(sum(version is not approved_version), 0)`.as('waiting'))
    .executeTakeFirstOrThrow();
  const { entries } = await db
    .selectFrom('register_entries')
    .select((table) => table.fn.countAll<number>().as('entries'))
    .where('published_version', 'is not', null)
    .executeTakeFirstOrThrow();
  return { total, waiting, entries };
}

/** What the next release would add, change and remove of registers and their entries. */
export async function countPendingRegisters(db: Database): Promise<Overview['pending']> {
  const sums = { added: 0, changed: 0, removed: 0 };
  for (const table of ['registers', 'register_entries'] as const) {
    const counts = await db
      .selectFrom(table)
      .select(sql<number>`coalesce(sum(published_version is null), 0)`.as('added'))
      .select(sql<number>`coalesce(sum(published_version <> approved_version), 0)`.as('changed'))
      .select(sql<number>`coalesce(sum(approved_version is null), 0)`.as('removed'))
      // The words of the index over exactly these rows.
      .where(sql<boolean>`published_version is not approved_version`)
      .executeTakeFirstOrThrow();
    sums.added += counts.added;
    sums.changed += counts.changed;
    sums.removed += counts.removed;
  }
  return sums;
}
