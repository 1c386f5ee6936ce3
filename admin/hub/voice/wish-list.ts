// What people wished to be public, gathered to groups that ask for the same, and what became of each.
import { sql } from 'kysely';
import type { WishGroup, WishList, WishQuery, WishState } from '#shared/protocol/voice-api.ts';
import { wishStates } from '#shared/protocol/voice-api.ts';
import type { VenueVoice } from '#shared/voice/venue-voice.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import { loadVoice } from './voice-settings.ts';
import { loadVoted, unknownRecord, type VotedRecord } from './voted-records.ts';

const mostOthers = 5;

interface GroupRow {
  readonly key: string;
  readonly topic_id: string | null;
  readonly wishes: number;
  readonly after_no_result: number;
  readonly first: string;
  readonly last: string;
  readonly since: number;
  readonly state: WishState;
  readonly agency_id: string | null;
  readonly agency_name: string | null;
  readonly matter_id: string | null;
  readonly due_on: string | null;
  readonly record_id: string | null;
  readonly note: string | null;
  readonly who: string | null;
  readonly at: string | null;
}

/** Who works for one agency sees what was given to it; the others see all. The most wished comes first. */
export async function listWishes(db: Database, query: WishQuery, actor: Actor): Promise<WishList> {
  const groups = groupsOf(query, actor.agencyId ?? query.agency ?? null);
  const state = query.state === undefined ? sql`true` : sql`state = ${query.state}`;
  const { rows: counted } = await sql<{ state: WishState; total: number }>`select state, count(*) as total
    from (${groups}) group by state`.execute(db);
  const { rows } = await sql<GroupRow>`select * from (${groups}) where ${state}
    order by wishes desc, last desc, key limit ${query.limit} offset ${query.offset}`.execute(db);
  const counts = Object.fromEntries(
    wishStates.map((one) => [one, counted.find((row) => row.state === one)?.total ?? 0]),
  ) as WishList['counts'];
  const all = wishStates.reduce((sum, one) => sum + counts[one], 0);
  return {
    total: query.state === undefined ? all : counts[query.state],
    counts,
    groups: await describe(db, rows),
  };
}

/** One group as it stands now; null when nobody wished for it. */
export async function findWish(db: Database, key: string): Promise<WishGroup | null> {
  const { rows } = await sql<GroupRow>`select * from (${groupsOf({}, null)}) where key = ${key}`.execute(db);
  return (await describe(db, rows))[0] ?? null;
}

function groupsOf({ from = '0000', to = '9999' }: Pick<WishQuery, 'from' | 'to'>, agency: string | null) {
  const given = agency === null ? sql`true` : sql`answer.agency_id = ${agency}`;
  return sql`select wish.group_key as key, max(wish.topic_id) as topic_id, count(*) as wishes,
      sum(wish.way = 'no-result') as after_no_result, min(wish.on_day) as first, max(wish.on_day) as last,
      sum(answer.at is not null and taken.taken_at > answer.at) as since,
      coalesce(max(answer.state), 'open') as state, max(answer.agency_id) as agency_id,
      max(agencies.name) as agency_name, max(answer.matter_id) as matter_id, max(answer.due_on) as due_on,
      max(answer.record_id) as record_id, max(answer.note) as note, max(answer.who) as who, max(answer.at) as at
    from voice_wishes as wish join outbox_taken as taken on taken.id = wish.id
    left join voice_wish_answers as answer on answer.group_key = wish.group_key
    left join agencies on agencies.id = answer.agency_id
    where wish.on_day between ${from} and ${to} and ${given}
    group by wish.group_key`;
}

async function describe(db: Database, rows: readonly GroupRow[]): Promise<WishGroup[]> {
  const words = await wordsOf(
    db,
    rows.map(({ key }) => key),
  );
  const linked = rows.flatMap(({ record_id, matter_id }) =>
    [record_id, matter_id].filter((id) => id !== null),
  );
  const records = await loadVoted(db, linked);
  const voice = await loadVoice(db);
  return rows.map((row) => groupOf(row, words.get(row.key) ?? [], records, voice));
}

/** How each group was put, the most used first. */
async function wordsOf(db: Database, keys: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  if (keys.length === 0) return found;
  const rows = await db
    .selectFrom('voice_wishes')
    .select(['group_key', 'words'])
    .where('group_key', 'in', keys)
    .where('words', '<>', '')
    .groupBy(['group_key', 'words'])
    .orderBy((row) => row.fn.countAll(), 'desc')
    .orderBy('words')
    .execute();
  for (const { group_key, words } of rows) {
    const list = found.get(group_key) ?? [];
    if (list.length <= mostOthers) found.set(group_key, [...list, words]);
  }
  return found;
}

function groupOf(
  row: GroupRow,
  words: readonly string[],
  records: ReadonlyMap<string, VotedRecord>,
  voice: VenueVoice,
): WishGroup {
  const topic = voice.topics.find(({ id }) => id === row.topic_id)?.title ?? row.topic_id;
  const titleOf = (id: string | null) => (id === null ? '' : (records.get(id) ?? unknownRecord).title);
  return {
    key: row.key,
    topicId: row.topic_id,
    title: topic ?? words[0] ?? '',
    others: topic === null ? words.slice(1) : [],
    wishes: row.wishes,
    afterNoResult: row.after_no_result,
    first: row.first,
    last: row.last,
    state: row.state,
    since: row.since ?? 0,
    agencyId: row.agency_id,
    agencyName: row.agency_name ?? '',
    matterId: row.matter_id,
    matterTitle: titleOf(row.matter_id),
    dueOn: row.due_on,
    recordId: row.record_id,
    recordTitle: titleOf(row.record_id),
    note: row.note ?? '',
    who: row.who ?? '',
    at: row.at,
  };
}
