// The chain of the audit trail: each entry's digest covers the one before, so that no row can be changed unseen.
import { sql } from 'kysely';
import { chainDigest } from '../store/sql-functions.ts';
import type { AuditEntryTable, Database } from '../store/tables.ts';

type Entry = Omit<AuditEntryTable, 'id' | 'digest'>;

/** Entries read at once when the chain is walked. */
const pageSize = 5000;

/** Adds an entry and its digest in one statement: two processes cannot chain onto the same entry. */
export async function appendEntry(db: Database, entry: Entry): Promise<void> {
  const { at, who, action, subject, details } = entry;
  await sql`insert into audit_entries (id, at, who, action, subject, details, digest)
    select id, ${at}, ${who}, ${action}, ${subject}, ${details},
      chain_digest(previous, id, ${at}, ${who}, ${action}, ${subject}, ${details})
    from (select
      1 + coalesce((select seq from sqlite_sequence where name = 'audit_entries'), 0) as id,
      coalesce((select digest from audit_entries order by id desc limit 1), '') as previous)`.execute(db);
}

export interface AuditChainReport {
  readonly isSound: boolean;
  readonly entries: number;
  /** The newest digest: written down elsewhere, it proves later that nothing up to here was changed. */
  readonly head: string;
  /** Ids at which the chain breaks, the first ones. */
  readonly broken: readonly number[];
}

const toldBreaks = 20;

/**
 * Walks the chain from its first entry. A row that was changed, put in or taken out breaks it there; rows cut off at
 * the end show as a gap to the highest number the store ever gave.
 */
export async function verifyAuditChain(db: Database): Promise<AuditChainReport> {
  const broken: number[] = [];
  let previous = { id: 0, digest: '' };
  let entries = 0;
  for await (const row of walkEntries(db)) {
    const { id, at, who, action, subject, details, digest } = row;
    const expected = chainDigest([previous.digest, String(id), at, who, action, subject, details]);
    if ((digest !== expected || id !== previous.id + 1) && broken.length < toldBreaks) broken.push(id);
    previous = { id, digest };
    entries += 1;
  }
  const given = await highestId(db);
  if (given !== previous.id && broken.length < toldBreaks) broken.push(previous.id + 1);
  return { isSound: broken.length === 0, entries, head: previous.digest, broken };
}

/** Every entry in order, a page at a time. */
export async function* walkEntries(db: Database) {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.id;
  }
}

async function highestId(db: Database): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from sqlite_sequence where name = 'audit_entries'`.execute(db);
  return rows[0]?.seq ?? 0;
}
