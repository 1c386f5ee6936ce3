// What visitors voted on: titles and agencies of records, registers and rows of registers.
import { sql } from 'kysely';
import type { Database } from '../store/tables.ts';

export interface VotedRecord {
  readonly title: string;
  readonly agencyId: string | null;
  readonly agencyName: string;
  /** Where the desk opens it. */
  readonly open: string | null;
}

export const unknownRecord: VotedRecord = { title: '', agencyId: null, agencyName: '', open: null };

/**
 * Rows `(id, title, agency_id, open)` of all that can be voted on, to be joined by id. A row of a register is known by its
 * register: its own cells may be nobody's business here.
 */
export const votable = sql<{ id: string; title: string; agency_id: string; open: string }>`(
  select id, title, agency_id, '/records/' || id as open from records
  union all select id, title, agency_id, '/registers/' || id as open from registers
  union all select entry.id, register.title, register.agency_id, '/registers/' || register.id as open
    from register_entries as entry join registers as register on register.id = entry.register_id
)`;

/** These records by id; one the hub does not know is absent. */
export async function loadVoted(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VotedRecord>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    title: string;
    agency_id: string;
    agency_name: string | null;
    open: string;
  }>`select voted.id, voted.title, voted.agency_id, agencies.name as agency_name, voted.open
    from ${votable} as voted left join agencies on agencies.id = voted.agency_id
    where voted.id in (${sql.join(ids)})`.execute(db);
  return new Map(
    rows.map(({ id, title, agency_id, agency_name, open }) => [
      id,
      { title, agencyId: agency_id, agencyName: agency_name ?? '', open },
    ]),
  );
}

/** The condition that a vote is of a period, and of a record of one agency where one is asked for. */
export function inScope(
  scope: { readonly from?: string | undefined; readonly to?: string | undefined },
  agency: string | null,
) {
  const from = scope.from ?? '0000';
  const to = scope.to ?? '9999';
  const period = sql<boolean>`vote.on_day between ${from} and ${to}`;
  return agency === null
    ? period
    : sql<boolean>`${period} and vote.record_id in (select id from ${votable} where agency_id = ${agency})`;
}
