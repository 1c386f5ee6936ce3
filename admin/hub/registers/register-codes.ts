// What became of a register or an entry with a hand-off code, for phones that ask for what is no longer public.
import type { CodeHistory } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';

/** Null when neither ever had the code. */
export async function loadRegisterCodeHistory(db: Database, code: string): Promise<CodeHistory | null> {
  const register = await db
    .selectFrom('registers')
    .select(['id', 'withdrawn_at'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (register !== undefined) {
    const versions = await db
      .selectFrom('register_versions')
      .select(['version', 'at'])
      .where('register_id', '=', register.id)
      .orderBy('version', 'desc')
      .execute();
    return { withdrawnAt: register.withdrawn_at, successorCode: null, versions };
  }
  return loadEntryHistory(db, code);
}

async function loadEntryHistory(db: Database, code: string): Promise<CodeHistory | null> {
  const entry = await db
    .selectFrom('register_entries as entry')
    .innerJoin('registers as register', 'register.id', 'entry.register_id')
    .select(['entry.id', 'register.withdrawn_at'])
    .where('entry.code', '=', code)
    .executeTakeFirst();
  if (entry === undefined) return null;
  const versions = await db
    .selectFrom('register_entry_versions')
    .select(['version', 'at'])
    .where('entry_id', '=', entry.id)
    .orderBy('version', 'desc')
    .execute();
  return { withdrawnAt: entry.withdrawn_at, successorCode: null, versions };
}
