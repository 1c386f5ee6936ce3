// Which records were no help, how often and why.
import { sql } from 'kysely';
import type { UnhelpfulList, UnhelpfulQuery } from '#shared/protocol/voice-api.ts';
import { unhelpfulReasons } from '#shared/voice/votes.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { inScope, loadVoted, unknownRecord } from './voted-records.ts';

type ByReason = UnhelpfulList['byReason'];

const columns = sql.join(
  unhelpfulReasons.map((reason) => sql`sum(vote.reason = ${reason}) as ${sql.ref(reason)}`),
);

/** Within the asker's scope; the most often named first. */
export async function listUnhelpful(
  db: Database,
  query: UnhelpfulQuery,
  actor: Actor,
): Promise<UnhelpfulList> {
  const period = inScope(query, actor.agencyId ?? query.agency ?? null);
  const { rows: sums } = await sql<ByReason & { votes: number }>`select count(*) as votes, ${columns}
    from voice_unhelpful as vote where ${period}`.execute(db);
  const scope =
    query.reason === undefined ? period : sql<boolean>`${period} and vote.reason = ${query.reason}`;
  const { rows } = await sql<
    ByReason & { id: string; votes: number; last: string }
  >`select vote.record_id as id,
      count(*) as votes, max(vote.on_day) as last, ${columns}
    from voice_unhelpful as vote where ${scope} group by vote.record_id
    order by count(*) desc, max(vote.on_day) desc, id limit ${query.limit} offset ${query.offset}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ total: number }>`select count(distinct vote.record_id) as total
    from voice_unhelpful as vote where ${scope}`.execute(db);
  const voted = await loadVoted(
    db,
    rows.map(({ id }) => id),
  );
  return {
    total: counted[0]?.total ?? 0,
    votes: sums[0]?.votes ?? 0,
    byReason: reasonsOf(sums[0]),
    rows: rows.map((row) => {
      const { title, agencyName, open } = voted.get(row.id) ?? unknownRecord;
      const { id, votes, last } = row;
      return { id, title, agencyName, open, votes, last, byReason: reasonsOf(row) };
    }),
  };
}

function reasonsOf(row: ByReason | undefined): ByReason {
  return Object.fromEntries(unhelpfulReasons.map((reason) => [reason, row?.[reason] ?? 0])) as ByReason;
}
