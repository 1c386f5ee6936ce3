// The day's picture for staff: how much there is, what waits, what a publish would bring, what happened last.
import { sql } from 'kysely';
import { writtenKinds } from '#shared/catalogue/record.ts';
import type { Overview } from '#shared/protocol/hub-api.ts';
import { countPendingRegisters, countRegisters } from '../registers/register-counts.ts';
import type { Database } from '../store/tables.ts';

/** Acts shown as recent. */
const recentActs = 20;

/** Everything of the overview but the terminals, which the fleet knows. */
export async function loadOverview(db: Database): Promise<Omit<Overview, 'terminals'>> {
  const release = await loadCurrentRelease(db);
  return {
    counts: await countRecords(db),
    release: release === null ? null : { ...release },
    registers: await countRegisters(db),
    pending: await countPending(db, release?.publishedAt ?? null),
    recent: await loadRecent(db),
  };
}

/** The newest release the store knows of, or null before the first. */
export async function loadCurrentRelease(db: Database) {
  const row = await db
    .selectFrom('releases')
    .select(['version', 'published_at as publishedAt', 'records', 'bytes', 'note'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function countRecords(db: Database): Promise<Overview['counts']> {
  const waits = sql<number>`sum(case when state = 'draft' or (state = 'approved' and version <> approved_version)
    then 1 else 0 end)`;
  const groups = await db
    .selectFrom('records')
    .groupBy(['state', 'kind'])
    .select((table) => [
      'state',
      'kind',
      table.fn.countAll<number>().as('total'),
      table.fn.count<number>('published_version').as('published'),
      waits.as('awaitingReview'),
    ])
    .execute();
  const sum = (pick: (group: (typeof groups)[number]) => number): number =>
    groups.reduce((total, group) => total + pick(group), 0);
  const byKind = Object.fromEntries(
    writtenKinds.map((kind) => [kind, sum((group) => (group.kind === kind ? group.total : 0))]),
  ) as Overview['counts']['byKind'];
  return {
    total: sum((group) => group.total),
    published: sum((group) => group.published),
    awaitingReview: sum((group) => group.awaitingReview),
    withdrawn: sum((group) => (group.state === 'withdrawn' ? group.total : 0)),
    byKind,
  };
}

/** What the next release would add, change and remove; a renamed agency changes all that is shown under it. */
export async function countPending(db: Database, publishedAt: string | null): Promise<Overview['pending']> {
  const counts = await db
    .selectFrom('records')
    .select(sql<number>`coalesce(sum(state = 'approved' and published_version is null), 0)`.as('added'))
    .select(
      sql<number>`coalesce(sum(state = 'approved' and published_version <> approved_version), 0)`.as(
        'changed',
      ),
    )
    .select(
      sql<number>`coalesce(sum(state <> 'approved' and published_version is not null), 0)`.as('removed'),
    )
    .executeTakeFirstOrThrow();
  const { renamed } = await db
    .selectFrom('records as record')
    .innerJoin('agencies as agency', 'agency.id', 'record.agency_id')
    .where('agency.renamed_at', '>', publishedAt ?? '9')
    .where('record.state', '=', 'approved')
    .whereRef('record.published_version', '=', 'record.approved_version')
    .select((table) => table.fn.countAll<number>().as('renamed'))
    .executeTakeFirstOrThrow();
  const registers = await countPendingRegisters(db);
  return {
    added: counts.added + registers.added,
    changed: counts.changed + renamed + registers.changed,
    removed: counts.removed + registers.removed,
  };
}

async function loadRecent(db: Database): Promise<Overview['recent']> {
  return db
    .selectFrom('audit_entries')
    .select(['at', 'who', 'action', 'subject as what'])
    .where('action', 'not like', 'session.%')
    .orderBy('id', 'desc')
    .limit(recentActs)
    .execute();
}
