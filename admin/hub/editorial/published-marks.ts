// Which version of each record is public, and the list of releases: what publishing leaves behind in the store.
import { sql } from 'kysely';
import type {
  PublishedMark,
  PublishedRelease,
  PublishSource,
  ReleaseMarks,
} from '../publish/publish-source.ts';
import type { Database } from '../store/tables.ts';
import { recordAudit } from './audit.ts';
import { type Desk, withTransaction } from './desk.ts';
import { notePublications } from './note-publications.ts';
import { type MarkedTable, markedTables, mergeOrdered, tableOf } from './published-table.ts';

/** Records looked at by one statement. */
const lookBatch = 500;
/** Marks written in one transaction: others wait to write for as long as it takes, some tens of milliseconds. */
const writeBatch = 4000;
/** Records read at once when all are walked. */
const walkBatch = 2000;

/** Whether this is the release the store was told of last. */
export async function isToldOf(db: Database, release: ReleaseMarks['since']): Promise<boolean> {
  const last = await db
    .selectFrom('releases')
    .select(['version', 'published_at'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.version === release.version && last.published_at === release.publishedAt;
}

/**
 * Brings the marks in line with a release and lists it. Batches are idempotent and the release's own row comes last,
 * so a call cut short is simply repeated.
 */
export async function markPublished(
  desk: Desk,
  release: PublishedRelease,
  published: Parameters<PublishSource['markPublished']>[1],
  changes?: ReleaseMarks,
): Promise<void> {
  const isKnown = changes !== undefined && (await isToldOf(desk.db, changes.since));
  const wrong = isKnown ? wrongAmong(desk.db, changes.marks) : wrongAnywhere(desk.db, published);
  let pending: PublishedMark[] = [];
  for await (const marks of wrong) {
    pending.push(...marks);
    if (pending.length < writeBatch) continue;
    await writeMarks(desk, release.version, pending);
    pending = [];
  }
  await writeMarks(desk, release.version, pending);
  await noteRelease(desk, release);
}

/** The marks that are not in the store already, some at a time. */
async function* wrongAmong(
  db: Database,
  marks: AsyncIterable<PublishedMark>,
): AsyncGenerator<PublishedMark[]> {
  for await (const batch of inBatches(marks, lookBatch)) {
    const present = new Map<string, number | null>();
    for (const [table, group] of Map.groupBy(batch, ({ id }) => tableOf(id))) {
      const ids = group.map(({ id }) => id);
      const rows = await db
        .selectFrom(table)
        .select(['id', 'published_version'])
        .where('id', 'in', ids)
        .execute();
      for (const row of rows) present.set(row.id, row.published_version);
    }
    yield batch.filter(({ id, version }) => present.get(id) !== version);
  }
}

/** Walks all records beside all of the release. */
async function* wrongAnywhere(
  db: Database,
  published: AsyncIterable<{ readonly id: string; readonly version: number }>,
): AsyncGenerator<PublishedMark[]> {
  const entries = published[Symbol.asyncIterator]();
  try {
    let entry = await entries.next();
    const walks = markedTables.map((table) => allRows(db, table));
    for await (const records of inBatches(mergeOrdered(walks), walkBatch)) {
      const wrong: PublishedMark[] = [];
      for (const { id, published_version } of records) {
        while (!entry.done && entry.value.id < id) entry = await entries.next();
        const version = !entry.done && entry.value.id === id ? entry.value.version : null;
        if (version !== published_version) wrong.push({ id, version });
      }
      yield wrong;
    }
  } finally {
    await entries.return?.();
  }
}

async function* allRows(db: Database, table: MarkedTable) {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'published_version'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(walkBatch)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < walkBatch) return;
    after = last.id;
  }
}

async function writeMarks(desk: Desk, release: number, marks: readonly PublishedMark[]): Promise<void> {
  if (marks.length === 0) return;
  const groups = Map.groupBy(marks, ({ id, version }) => `${tableOf(id)} ${version}`);
  await withTransaction(desk, async ({ db }) => {
    for (const group of groups.values()) {
      for (let from = 0; from < group.length; from += lookBatch) {
        const part = group.slice(from, from + lookBatch);
        await notePublications(db, release, part);
        await setMark(db, part);
      }
    }
  });
}

/** Marks of one table and version. */
async function setMark(db: Database, marks: readonly PublishedMark[]): Promise<void> {
  const [first] = marks;
  if (first === undefined) return;
  const ids = marks.map(({ id }) => id);
  const { version } = first;
  const table = tableOf(first.id);
  if (table === 'records') {
    const replaced_version = version === null ? null : replaced(version);
    await db
      .updateTable('records')
      .set({ published_version: version, replaced_version })
      .where('id', 'in', ids)
      .execute();
  } else await db.updateTable(table).set({ published_version: version }).where('id', 'in', ids).execute();
}

/** The version a release carried until now; marking the same one again leaves what it replaced as it was. */
function replaced(version: number) {
  return sql<
    number | null
  >`case when published_version is ${version} then replaced_version else published_version end`;
}

async function* inBatches<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function noteRelease(desk: Desk, release: PublishedRelease): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const { version, note, who, records, bytes } = release;
    const result = await inside.db
      .insertInto('releases')
      .values({
        version,
        published_at: release.publishedAt,
        note,
        who,
        records,
        bytes,
        new_bytes: release.newBytes,
      })
      .onConflict((conflict) => conflict.column('version').doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows === 0n) return;
    await recordAudit(inside, {
      who,
      action: 'release.publish',
      subject: String(version),
      details: { note, records, bytes },
    });
  });
}
