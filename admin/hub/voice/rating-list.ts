// How records and agencies were rated: means with how many votes they come from, the worst first.
import { sql } from 'kysely';
import type { RatingList, RatingQuery, VoteMean } from '#shared/protocol/voice-api.ts';
import { fewVotes, grades, type RatingAspect, ratingAspects } from '#shared/voice/votes.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { inScope, loadVoted, unknownRecord, votable } from './voted-records.ts';

type Sums = Record<`${RatingAspect | 'overall'}_${'sum' | 'votes'}`, number | null>;

const columns = sql.join(
  (['overall', ...ratingAspects] as const).flatMap((name) => [
    sql`sum(vote.${sql.ref(name)}) as ${sql.ref(`${name}_sum`)}`,
    sql`count(vote.${sql.ref(name)}) as ${sql.ref(`${name}_votes`)}`,
  ]),
);

/** Within the asker's scope. */
export async function listRatings(db: Database, query: RatingQuery, actor: Actor): Promise<RatingList> {
  const agency = actor.agencyId ?? query.agency ?? null;
  const scope = inScope(query, agency);
  const { rows: all } = await sql<Sums>`select ${columns} from voice_ratings as vote where ${scope}`.execute(
    db,
  );
  const { rows: byGrade } = await sql<{
    overall: number;
    votes: number;
  }>`select vote.overall, count(*) as votes
    from voice_ratings as vote where ${scope} group by vote.overall`.execute(db);
  const { rows, total } =
    query.by === 'record' ? await byRecord(db, query, scope) : await byAgency(db, query, scope);
  return {
    total,
    overall: meanOf(all[0], 'overall'),
    aspects: aspectsOf(all[0]),
    grades: grades.map((grade) => byGrade.find(({ overall }) => overall === grade)?.votes ?? 0),
    rows,
  };
}

type Scope = ReturnType<typeof inScope>;
type Row = RatingList['rows'][number];

const worstFirst = sql`order by count(*) < ${fewVotes}, avg(vote.overall), count(*) desc, id`;

async function byRecord(db: Database, query: RatingQuery, scope: Scope) {
  const { rows } = await sql<Sums & { id: string }>`select vote.record_id as id, ${columns}
    from voice_ratings as vote where ${scope} group by vote.record_id
    ${worstFirst} limit ${query.limit} offset ${query.offset}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`select count(distinct vote.record_id) as total
    from voice_ratings as vote where ${scope}`.execute(db);
  const voted = await loadVoted(
    db,
    rows.map(({ id }) => id),
  );
  const shown = rows.map((row): Row => {
    const { title, agencyName, open } = voted.get(row.id) ?? unknownRecord;
    return { ...rowOf(row), title, agencyName, open };
  });
  return { rows: shown, total: counted[0]?.total ?? 0 };
}

async function byAgency(db: Database, query: RatingQuery, scope: Scope) {
  const { rows } = await sql<Sums & { id: string; title: string | null }>`select voted.agency_id as id,
      max(agencies.name) as title, ${columns}
    from voice_ratings as vote join ${votable} as voted on voted.id = vote.record_id
    left join agencies on agencies.id = voted.agency_id
    where ${scope} group by voted.agency_id ${worstFirst}`.execute(db);
  const shown = rows.map((row): Row => {
    const title = row.title ?? '';
    return { ...rowOf(row), title, agencyName: title, open: null };
  });
  return { rows: shown.slice(query.offset, query.offset + query.limit), total: shown.length };
}

function rowOf(row: Sums & { id: string }) {
  const overall = meanOf(row, 'overall');
  return { id: row.id, overall, aspects: aspectsOf(row), isFew: overall.votes < fewVotes };
}

function meanOf(sums: Sums | undefined, name: RatingAspect | 'overall'): VoteMean {
  const votes = sums?.[`${name}_votes`] ?? 0;
  const sum = sums?.[`${name}_sum`] ?? 0;
  return { mean: votes === 0 ? null : sum / votes, votes };
}

function aspectsOf(sums: Sums | undefined): RatingList['aspects'] {
  return Object.fromEntries(ratingAspects.map((name) => [name, meanOf(sums, name)])) as RatingList['aspects'];
}
