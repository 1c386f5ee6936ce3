// The lists of what is owed and what is out of date: filtered, counted and paged by key over indexes.
import { sql } from 'kysely';
import * as z from 'zod';
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import { periodName, periodOf } from '#shared/calendar/period.ts';
import type { DeadlinePeriod } from '#shared/catalogue/deadline-rule.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type {
  DeadlineQuery,
  Escalation,
  Owed,
  StaleItem,
  StaleQuery,
} from '#shared/protocol/deadlines-api.ts';
import type { Database } from '../store/tables.ts';
import { oldContacts } from './old-contacts.ts';

/** The two days that part what is overdue, due soon and due later. */
export interface Horizon {
  readonly today: IsoDate;
  readonly soonUntil: IsoDate;
}

/** Where a page ends: the date it is sorted by, and the subject with its kind or reason. */
const cursorSchema = z.tuple([z.string().max(10), z.string().max(120), z.string().max(20)]);

interface Page<T> {
  readonly total: number;
  readonly items: readonly T[];
  readonly next: string | null;
}

/** One page of what is owed, oldest due date first. Throws `store.bad-cursor`. */
export async function listOwed(db: Database, query: DeadlineQuery, horizon: Horizon): Promise<Page<Owed>> {
  const { total } = await owedIn(db, query, horizon)
    .select((table) => table.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = owedIn(db, query, horizon)
    .innerJoin('agencies as agency', 'agency.id', 'owed.agency_id')
    .leftJoin('records as matter', 'matter.id', 'owed.matter_id')
    .leftJoin('record_versions as version', (join) =>
      join
        .onRef('version.record_id', '=', 'owed.subject_id')
        .on('owed.kind', '=', 'period')
        .on('version.version', '=', sql`coalesce(matter.approved_version, matter.version)`),
    )
    .select(['owed.subject_id as subjectId', 'owed.kind', 'owed.title', 'owed.person'])
    .select(['owed.agency_id as agencyId', 'agency.name as agencyName', 'owed.matter_id as matterId'])
    .select([
      'matter.title as matterTitle',
      'owed.starts_on as startsOn',
      'owed.due_on as dueOn',
      'owed.problem',
    ])
    .select(sql<string | null>`json_extract(version.content_json, '$.details.deadline.every')`.as('every'))
    .orderBy('owed.due_on')
    .orderBy('owed.subject_id')
    .orderBy('owed.kind')
    .limit(query.limit + 1);
  if (query.cursor !== undefined) {
    const [due, subject, kind] = readCursor(query.cursor);
    page = page.where(
      sql<boolean>`(coalesce(owed.due_on, ''), owed.subject_id, owed.kind) > (${due}, ${subject}, ${kind})`,
    );
  }
  const rows = await page.execute();
  const items = rows.slice(0, query.limit).map(({ every, ...row }): Owed => {
    const isNamed = row.kind === 'period' && row.startsOn !== null && every !== null;
    return {
      ...row,
      period: isNamed ? periodName(periodOf(every as DeadlinePeriod, row.startsOn ?? '')) : null,
    };
  });
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { total, items, next: last ? writeCursor(last.dueOn ?? '', last.subjectId, last.kind) : null };
}

function owedIn(db: Database, query: Pick<DeadlineQuery, 'state' | 'agencyId' | 'person'>, horizon: Horizon) {
  // A literal, so that the partial indexes on what is open serve.
  let owed = db.selectFrom('deadlines as owed').where(sql<boolean>`owed.is_open = 1`);
  if (query.state === 'overdue') owed = owed.where('owed.due_on', '<', horizon.today);
  else if (query.state === 'soon')
    owed = owed.where('owed.due_on', '>=', horizon.today).where('owed.due_on', '<=', horizon.soonUntil);
  else if (query.state === 'later') owed = owed.where('owed.due_on', '>', horizon.soonUntil);
  else owed = owed.where(sql<boolean>`owed.problem is not null`);
  if (query.agencyId !== undefined) owed = owed.where('owed.agency_id', '=', query.agencyId);
  return query.person === undefined ? owed : owed.where('owed.person', '=', query.person);
}

/** Who owes how much, worst first: by agency and by the person who answers for it. */
export async function listEscalation(
  db: Database,
  agencyId: string | undefined,
  { today, soonUntil }: Horizon,
): Promise<Escalation['rows']> {
  let owed = db
    .selectFrom('deadlines as owed')
    .innerJoin('agencies as agency', 'agency.id', 'owed.agency_id')
    .where(sql<boolean>`owed.is_open = 1`)
    .where('owed.due_on', '<=', soonUntil);
  if (agencyId !== undefined) owed = owed.where('owed.agency_id', '=', agencyId);
  return owed
    .groupBy(['owed.agency_id', 'agency.name', 'owed.person'])
    .select(['owed.agency_id as agencyId', 'agency.name as agencyName', 'owed.person'])
    .select(sql<number>`sum(owed.due_on < ${today})`.as('overdue'))
    .select(sql<number>`sum(owed.due_on >= ${today})`.as('soon'))
    .select((table) => table.fn.min('owed.due_on').as('oldestDueOn'))
    .orderBy(sql`overdue`, 'desc')
    .orderBy('agency.name')
    .orderBy('owed.person')
    .execute();
}

/** One page of what is out of date, longest first; agencies' own contact details come with it. */
export async function listStale(db: Database, query: StaleQuery, today: IsoDate): Promise<Page<StaleItem>> {
  const contacts = await oldContacts(db, query, today);
  const { total } = await staleIn(db, query, today)
    .select((table) => table.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = staleIn(db, query, today)
    .innerJoin('agencies as agency', 'agency.id', 'mark.agency_id')
    .select(['mark.subject_id as subjectId', 'mark.kind as subject', 'mark.reason', 'mark.title'])
    .select(['mark.agency_id as agencyId', 'agency.name as agencyName', 'mark.since', 'mark.detail'])
    .orderBy('mark.since')
    .orderBy('mark.subject_id')
    .orderBy('mark.reason')
    .limit(query.limit + 1);
  if (query.cursor !== undefined) {
    const [since, subject, reason] = readCursor(query.cursor);
    page = page.where(
      sql<boolean>`(mark.since, mark.subject_id, mark.reason) > (${since}, ${subject}, ${reason})`,
    );
  }
  const rows = await page.execute();
  const marks = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? marks.at(-1) : undefined;
  const items = query.cursor === undefined ? [...contacts, ...marks] : marks;
  return {
    total: total + contacts.length,
    items,
    next: last ? writeCursor(last.since, last.subjectId, last.reason) : null,
  };
}

function staleIn(
  db: Database,
  { reason, agencyId }: Pick<StaleQuery, 'reason' | 'agencyId'>,
  today: IsoDate,
) {
  let marks = db.selectFrom('stale_marks as mark').where('mark.since', '<=', today);
  if (reason !== undefined) marks = marks.where('mark.reason', '=', reason);
  return agencyId === undefined ? marks : marks.where('mark.agency_id', '=', agencyId);
}

const writeCursor = (...parts: readonly [string, string, string]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

function readCursor(cursor: string): readonly [string, string, string] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    throw new AppError('store.bad-cursor', {}, { cause: error });
  }
}
