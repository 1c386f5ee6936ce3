// Takes the sums terminals send, each item once, inside the transaction that acknowledges it.
import { sql } from 'kysely';
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import { fewestSessions, isShareable, normaliseWords } from '#shared/statistics/shareable-words.ts';
import { isSumKey, recordOfKey } from '#shared/statistics/sum-keys.ts';
import type { Database } from '../store/tables.ts';

type Counts = Extract<OutboxItem, { kind: 'counts' }>;
type Queries = Extract<OutboxItem, { kind: 'queries' }>;

/** Where an item comes from and when it came. */
export interface Arrival {
  readonly terminalId: string;
  /** ISO 8601 with `Z`. */
  readonly at: string;
}

/** Adds the sums of one hour; the same item again changes nothing. Sums of a later program are left out. */
export async function takeCounts(db: Database, item: Counts, arrival: Arrival): Promise<void> {
  if (!(await isNew(db, item.id, arrival))) return;
  for (const [name, count] of Object.entries(item.sums)) {
    const recordId = recordOfKey(name);
    if (count === 0) continue;
    if (recordId !== null) await addRecord(db, item, arrival, recordId, count);
    else if (isSumKey(name)) await addSum(db, item, arrival, name, count);
  }
}

/** Keeps words that many searched for; what might name somebody is left out here too, should a terminal send it. */
export async function takeQueries(db: Database, item: Queries, arrival: Arrival): Promise<void> {
  if (!(await isNew(db, item.id, arrival))) return;
  for (const { words: sent, sessions, foundNothing } of item.words) {
    const words = normaliseWords(sent);
    if (sessions < fewestSessions || !isShareable(words)) continue;
    await db
      .insertInto('statistic_queries')
      .values({
        day: item.on,
        terminal_id: arrival.terminalId,
        words,
        sessions,
        found_nothing: foundNothing ? 1 : 0,
      })
      .onConflict((conflict) =>
        conflict.columns(['day', 'terminal_id', 'words']).doUpdateSet({
          sessions: sql<number>`statistic_queries.sessions + excluded.sessions`,
          found_nothing: sql<number>`excluded.found_nothing`,
        }),
      )
      .execute();
  }
}

async function isNew(db: Database, itemId: string, { terminalId, at }: Arrival): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('statistic_items')
    .values({ item_id: itemId, terminal_id: terminalId, taken_at: at })
    .onConflict((conflict) => conflict.column('item_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function addSum(
  db: Database,
  { on, hour }: Counts,
  { terminalId }: Arrival,
  name: string,
  count: number,
): Promise<void> {
  await db
    .insertInto('statistic_sums')
    .values({ day: on, terminal_id: terminalId, hour, name, count })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'terminal_id', 'hour', 'name'])
        .doUpdateSet({ count: sql<number>`statistic_sums.count + excluded.count` }),
    )
    .execute();
}

async function addRecord(
  db: Database,
  { on }: Counts,
  { terminalId }: Arrival,
  recordId: string,
  count: number,
): Promise<void> {
  await db
    .insertInto('statistic_records')
    .values({ day: on, terminal_id: terminalId, record_id: recordId, count })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'terminal_id', 'record_id'])
        .doUpdateSet({ count: sql<number>`statistic_records.count + excluded.count` }),
    )
    .execute();
}
