// Keeps what is owed and what is out of date up to date: works out anew what was touched, a batch at a time.
import { sql } from 'kysely';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { lastDayOf } from '#shared/calendar/partial-date.ts';
import { findRepealedTexts } from '#shared/catalogue/repealed-titles.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { nameKey, numberKey } from '../editorial/identity-keys.ts';
import { findDeadLinks } from '../lint/dead-links.ts';
import type { Database } from '../store/tables.ts';
import { assessEvents } from './assess-event.ts';
import { assessPeriod } from './assess-period.ts';
import { assessRecord } from './assess-record.ts';
import { assessStaleness, periodMark, type StaleRow, type Surroundings } from './assess-staleness.ts';
import type { Counting, DeadlineRow } from './counting.ts';
import { loadPolicy } from './deadline-policy.ts';
import { loadMatters, loadRecordFacts, loadReports, type MatterFacts, type RecordFacts } from './facts.ts';
import { type EventsBySubject, loadMatterEvents, loadOwnEvents } from './load-events.ts';
import { countTouched, touchPastEvents, touchRecords, touchRecordsOf } from './touched-records.ts';

/** Records worked out in one transaction: some 30 ms, so that nobody at the desk waits for it. */
const batchSize = 300;

export interface RefreshOptions {
  /** Records at most; the rest stays on the list. */
  readonly most?: number;
}

/** Works the list of touched records down and returns how many are left. */
export async function refreshDeadlines(desk: Desk, options: RefreshOptions = {}): Promise<number> {
  let left = options.most ?? Number.POSITIVE_INFINITY;
  await touchPastEvents(desk.db, chinaDate(desk.now()));
  while (left > 0) {
    const done = await refreshBatch(desk, Math.min(batchSize, left));
    if (done === 0) return 0;
    left -= done;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return countTouched(desk.db);
}

async function refreshBatch(desk: Desk, most: number): Promise<number> {
  return withTransaction(desk, async ({ db }) => {
    const touched = await db.selectFrom('deadline_touched').select('record_id').limit(most).execute();
    const ids = touched.map(({ record_id }) => record_id);
    if (ids.length === 0) return 0;
    await db.deleteFrom('deadline_touched').where('record_id', 'in', ids).execute();
    const counting: Counting = {
      calendar: await loadCalendar(db),
      policy: await loadPolicy(db),
      today: chinaDate(desk.now()),
    };
    await reassess(db, ids, counting);
    return ids.length;
  });
}

async function reassess(db: Database, ids: readonly string[], counting: Counting): Promise<void> {
  const before = await db
    .selectFrom('deadlines')
    .select(['subject_id', 'kind', 'matter_id', 'is_open', 'is_missed', 'met_on'])
    .where('subject_id', 'in', ids)
    .execute();
  const records = await loadRecordFacts(db, ids);
  const matterIds = new Set<string>();
  for (const { id, kind, matterId } of records) {
    if (kind === 'matter') matterIds.add(id);
    if (matterId !== null) matterIds.add(matterId);
  }
  for (const { matter_id } of before) if (matter_id !== null) matterIds.add(matter_id);
  const matters = await loadMatters(db, [...matterIds]);
  await touchRecordsOf(db, await changedMatters(db, [...matters.values()]), ids);
  await followRepeals(db, records);
  const around = await loadSurroundings(db, records);
  const metBefore = metDays(before, counting);
  const counted = [...matters.values()].filter(({ rule }) => rule?.type === 'before-event');
  const ofMatters = await loadMatterEvents(
    db,
    counted.map(({ id }) => id),
  );
  const own: EventsBySubject = counted.length === 0 ? new Map() : await loadOwnEvents(db, ids);
  const owed = records.flatMap((record) => {
    const matter = record.matterId === null ? null : (matters.get(record.matterId) ?? null);
    const events = { own: own.get(record.id) ?? [], ofMatter: ofMatters.get(matter?.id ?? '') ?? [] };
    return assessRecord(record, matter, metBefore(record), counting, events) ?? [];
  });
  const stale = records.flatMap((record) => assessStaleness(record, around(record)));
  await replaceRows(db, ids, 'record', owed, stale);
  await reassessMatters(db, [...matters.values()], counting);
  await reassessEvents(db, [...matters.values()], ofMatters, counting);
}

/** What was owed and is public now was met today, as far as the hub knows. */
function metDays(
  before: readonly {
    subject_id: string;
    kind: string;
    is_open: number;
    is_missed: number;
    met_on: string | null;
  }[],
  { today }: Counting,
) {
  const known = new Map(before.filter(({ kind }) => kind === 'record').map((row) => [row.subject_id, row]));
  return ({ id }: RecordFacts) => {
    const row = known.get(id);
    return row === undefined ? null : row.is_open === 1 || row.is_missed === 1 ? today : row.met_on;
  };
}

/**
 * Matters whose rule or person is not the one their records were counted by. One nobody has counted by yet is noted:
 * whatever is counted from now on is counted by what it says now.
 */
async function changedMatters(db: Database, matters: readonly MatterFacts[]): Promise<string[]> {
  if (matters.length === 0) return [];
  const rows = matters.map(({ id, rule, person }) => ({
    matter_id: id,
    rule_key: JSON.stringify([rule, person]),
  }));
  const ids = rows.map(({ matter_id }) => matter_id);
  const held = await db.selectFrom('matter_rules').selectAll().where('matter_id', 'in', ids).execute();
  const before = new Map(held.map(({ matter_id, rule_key }) => [matter_id, rule_key]));
  const fresh = rows.filter(({ matter_id, rule_key }) => before.get(matter_id) !== rule_key);
  for (const row of fresh) {
    await db
      .insertInto('matter_rules')
      .values(row)
      .onConflict((conflict) => conflict.column('matter_id').doUpdateSet({ rule_key: row.rule_key }))
      .execute();
  }
  return fresh.map(({ matter_id }) => matter_id).filter((id) => before.has(id));
}

/** Notes which texts the touched records repeal, and has those looked at again. */
async function followRepeals(db: Database, records: readonly RecordFacts[]): Promise<void> {
  const ids = records.map(({ id }) => id);
  if (ids.length === 0) return;
  const held = await db.selectFrom('repeals').selectAll().where('record_id', 'in', ids).execute();
  const named = records.flatMap(({ id, state, repealingText }) => {
    if (state !== 'approved' || repealingText === null) return [];
    return findRepealedTexts(repealingText).map(({ title, docNo }) => ({
      record_id: id,
      title_key: nameKey(title),
      doc_key: numberKey(docNo) ?? '',
    }));
  });
  const keyOf = (row: (typeof named)[number]) => JSON.stringify([row.record_id, row.title_key, row.doc_key]);
  const now = new Map(named.map((row) => [keyOf(row), row]));
  const then = new Map(held.map((row) => [keyOf(row), row]));
  const changed = [...now, ...then].filter(([key]) => now.has(key) !== then.has(key)).map(([, row]) => row);
  if (changed.length === 0) return;
  await db.deleteFrom('repeals').where('record_id', 'in', ids).execute();
  if (now.size > 0)
    await db
      .insertInto('repeals')
      .values([...now.values()])
      .execute();
  const targets = await db
    .selectFrom('records')
    .select('id')
    .where((where) =>
      where.or([
        where(
          'title_key',
          'in',
          changed.map(({ title_key }) => title_key),
        ),
        where(
          'doc_key',
          'in',
          changed.map(({ doc_key }) => doc_key).filter((key) => key !== ''),
        ),
      ]),
    )
    .execute();
  await touchRecords(
    db,
    targets.map(({ id }) => id).filter((id) => !ids.includes(id)),
  );
}

async function loadSurroundings(
  db: Database,
  records: readonly RecordFacts[],
): Promise<(record: RecordFacts) => Surroundings> {
  const shown = records.filter(({ publishedVersion }) => publishedVersion !== null);
  const ids = shown.map(({ id }) => id);
  if (ids.length === 0) return () => ({ repealedBy: null, contactCheckedAt: null, deadLink: null });
  const checks = await db.selectFrom('contact_checks').selectAll().where('subject_id', 'in', ids).execute();
  const checkedAt = new Map(checks.map(({ subject_id, at }) => [subject_id, at]));
  const repeals = await loadRepealers(db, ids);
  const dead = await findDeadLinks(db, ids);
  return ({ id }) => ({
    repealedBy: repeals.get(id) ?? null,
    contactCheckedAt: checkedAt.get(id) ?? null,
    deadLink: dead.get(id) ?? null,
  });
}

/** By title or number, and never by what is older than itself. */
async function loadRepealers(db: Database, ids: readonly string[]) {
  const list = sql.join(ids);
  const { rows } = await sql<{ id: string; title: string; since: string }>`
    with named as (
      select target.id, target.sort_date, repeals.record_id from records as target
        cross join repeals on repeals.title_key = target.title_key where target.id in (${list})
      union
      select target.id, target.sort_date, repeals.record_id from records as target
        cross join repeals on repeals.doc_key = target.doc_key
        where target.id in (${list}) and repeals.doc_key <> ''
    )
    select named.id, by.title, max(coalesce(by.date, substr(by.approved_at, 1, 10))) as since
    from named cross join records as by on by.id = named.record_id
    where by.id <> named.id and by.state = 'approved' and by.sort_date >= named.sort_date
    group by named.id`.execute(db);
  return new Map(rows.map(({ id, title, since }) => [id, { title, on: lastDayOf(since) ?? since }]));
}

/** The periods of matters, of which a touched record may have met one. */
async function reassessMatters(
  db: Database,
  matters: readonly MatterFacts[],
  counting: Counting,
): Promise<void> {
  const owed: DeadlineRow[] = [];
  const stale: StaleRow[] = [];
  for (const matter of matters) {
    if (matter.rule?.type !== 'frequency') continue;
    const reports = await loadReports(db, matter.id, 'public');
    const row = assessPeriod(matter, reports, counting);
    const mark = periodMark(row, reports);
    if (row !== null) owed.push(row);
    if (mark !== null) stale.push(mark);
  }
  await replaceRows(
    db,
    matters.map(({ id }) => id),
    'period',
    owed,
    stale,
  );
}

/** What these matters owe before their events, all of it anew. */
async function reassessEvents(
  db: Database,
  matters: readonly MatterFacts[],
  events: EventsBySubject,
  counting: Counting,
): Promise<void> {
  if (matters.length === 0) return;
  const ids = matters.map(({ id }) => id);
  await db.deleteFrom('deadlines').where('matter_id', 'in', ids).where('kind', '=', 'event').execute();
  for (const matter of matters) {
    const owed = await assessEvents(db, matter, events.get(matter.id) ?? [], counting);
    await insertOwed(db, owed);
  }
}

async function insertOwed(db: Database, owed: readonly DeadlineRow[]): Promise<void> {
  for (let from = 0; from < owed.length; from += 100)
    await db
      .insertInto('deadlines')
      .values(owed.slice(from, from + 100))
      .execute();
}

/** Rows of these subjects and this kind, and no others. */
async function replaceRows(
  db: Database,
  ids: readonly string[],
  kind: 'record' | 'period',
  owed: readonly DeadlineRow[],
  stale: readonly StaleRow[],
): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('deadlines').where('subject_id', 'in', ids).where('kind', '=', kind).execute();
  const reasons = kind === 'period' ? '=' : '<>';
  await db
    .deleteFrom('stale_marks')
    .where('subject_id', 'in', ids)
    .where('reason', reasons, 'update-passed')
    .execute();
  await insertOwed(db, owed);
  for (let from = 0; from < stale.length; from += 100)
    await db
      .insertInto('stale_marks')
      .values(stale.slice(from, from + 100))
      .execute();
}
