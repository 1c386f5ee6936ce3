// What the desk sees of the portal connection: sources with their state, what is missing, where a record came from.
import type { Language, PlainError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type { FeedSource, MissingItems, RecordOrigin } from '#shared/protocol/feeds-api.ts';
import type { Database } from '../store/tables.ts';
import { allowedHostsOf, lastAnswerOf, mappingOf, problemOf } from './incoming/stored-source.ts';

/** Missing items listed; more than these are only counted. */
const listedMissing = 200;

/** Sources by title; of one agency, or of all for null. */
export async function listSources(
  db: Database,
  agencyId: string | null,
  language: Language,
  id: string | null = null,
): Promise<FeedSource[]> {
  let query = db
    .selectFrom('feed_sources as source')
    .innerJoin('agencies as agency', 'agency.id', 'source.agency_id')
    .selectAll('source')
    .select('agency.name as agency_name')
    .orderBy('source.title')
    .orderBy('source.id');
  if (agencyId !== null) query = query.where('source.agency_id', '=', agencyId);
  if (id !== null) query = query.where('source.id', '=', id);
  const rows = await query.execute();
  const counts = await countArrivals(
    db,
    rows.map((row) => row.id),
  );
  const say = ({ code, details }: PlainError) => ({ code, message: describeError(code, details, language) });
  return rows.map((row) => {
    const problem = problemOf(row);
    const { notes, ...last } = lastAnswerOf(row);
    return {
      ...{ id: row.id, title: row.title, url: row.url, agencyId: row.agency_id, agencyName: row.agency_name },
      ...{
        kind: row.kind,
        nodeId: row.node_id,
        mapping: mappingOf(row),
        allowedHosts: [...allowedHostsOf(row)],
      },
      ...{
        intervalMinutes: row.interval_minutes,
        isWhole: row.is_whole === 1,
        isActive: row.is_active === 1,
      },
      ...{ lastAnswer: row.last_answer, lastPolledAt: row.last_polled_at, lastGoodAt: row.last_good_at },
      ...{ nextPollAt: row.next_poll_at, failures: row.failures },
      problem: problem === null ? null : say(problem),
      last: { ...last, notes: notes.map(say) },
      ...(counts.get(row.id) ?? { arrived: 0, missing: 0 }),
    };
  });
}

async function countArrivals(db: Database, origins: readonly string[]) {
  if (origins.length === 0) return new Map<string, { arrived: number; missing: number }>();
  const rows = await db
    .selectFrom('arrivals')
    .select(({ fn }) => [
      'origin',
      fn.countAll<number>().as('arrived'),
      fn.count<number>('missing_since').as('missing'),
    ])
    .where('origin', 'in', origins)
    .groupBy('origin')
    .execute();
  return new Map(rows.map(({ origin, arrived, missing }) => [origin, { arrived, missing }]));
}

/** Newest first. */
export async function listMissing(db: Database, origin: string): Promise<MissingItems> {
  const rows = await db
    .selectFrom('arrivals as arrival')
    .innerJoin('records as record', 'record.id', 'arrival.record_id')
    .select(['record.id', 'record.title', 'arrival.address', 'arrival.missing_since'])
    .where('arrival.origin', '=', origin)
    .where('arrival.missing_since', 'is not', null)
    .orderBy('arrival.missing_since', 'desc')
    .limit(listedMissing)
    .execute();
  return {
    items: rows.map(({ id, title, address, missing_since }) => ({
      ...{ recordId: id, title, address },
      missingSince: missing_since ?? '',
    })),
  };
}

/** Null for a record that came another way. */
export async function originOf(db: Database, recordId: string): Promise<RecordOrigin> {
  const row = await db
    .selectFrom('arrivals as arrival')
    .leftJoin('feed_sources as source', 'source.id', 'arrival.origin')
    .select([
      'arrival.origin',
      'arrival.address',
      'arrival.fetched_at',
      'arrival.missing_since',
      'source.title',
    ])
    .where('arrival.record_id', '=', recordId)
    .orderBy('arrival.fetched_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    way: row.origin.startsWith('push:') ? 'push' : 'feed',
    ...{ name: row.title ?? '', address: row.address },
    ...{ fetchedAt: row.fetched_at, missingSince: row.missing_since },
  };
}
