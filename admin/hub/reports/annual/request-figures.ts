// Tables 2 and 3 of the annual report from the ledger of requests: what came, what became of it, what was disputed.

import { readCourse } from '#shared/cases/case-course.ts';
import type { CaseChannel, CaseState } from '#shared/cases/case-kinds.ts';
import { formalKinds, settledStates } from '#shared/cases/case-kinds.ts';
import { type ReplyKind, resultRowOf } from '#shared/cases/replies.ts';
import type { WithholdingGround } from '#shared/catalogue/withholding-grounds.ts';
import type { KnownFigures } from '#shared/reports/annual-content.ts';
import {
  type Applicant,
  applicants,
  type Dispute,
  type DisputeOutcome,
  disputeOutcomes,
  disputes,
  type ResultRow,
  type Table2Row,
  table2Rows,
} from '#shared/reports/annual-form.ts';
import { eventsOf, type StoredEvent } from '../../cases/case-events.ts';
import type { Database } from '../../store/tables.ts';

/** What a request counts for. */
interface CountedRequest {
  readonly applicant: Applicant;
  readonly receivedYear: number;
  /** The first year at whose end it was settled; null while it is at no year's. What is redone later is not counted twice. */
  readonly settledYear: number | null;
  readonly result: ResultRow;
}

/** Nothing where the ledger holds no request of these agencies up to that year. */
export async function requestFigures(
  db: Database,
  year: number,
  agencyId: string | null,
): Promise<KnownFigures> {
  const requests = await loadRequests(db, year, agencyId);
  if (requests === null) return {};
  return { ...countRequests(requests, year), ...(await countDisputes(db, year, agencyId)) };
}

/** 新收 + 上年结转 = 办理总计 + 结转下年 holds of itself: each that counts in a year is on either side once. */
export function countRequests(requests: readonly CountedRequest[], year: number): KnownFigures {
  const figures: KnownFigures = {};
  for (const row of table2Rows)
    for (const applicant of applicants) figures[`requests.${row}.${applicant}`] = 0;
  const count = (row: Table2Row, applicant: Applicant) => {
    figures[`requests.${row}.${applicant}`] = (figures[`requests.${row}.${applicant}`] ?? 0) + 1;
  };
  for (const { applicant, receivedYear, settledYear, result } of requests) {
    if (receivedYear > year || (settledYear !== null && settledYear < year)) continue;
    count(receivedYear === year ? 'received' : 'carried', applicant);
    count(settledYear === year ? result : 'carriedOver', applicant);
  }
  return figures;
}

const columns = [
  ...['id', 'channel', 'state', 'applicant_class', 'received_on', 'settled_on', 'reply_kind', 'ground'],
] as const;
type Row = { readonly [Key in 'id' | 'channel' | 'state' | 'received_on']: string } & {
  readonly [Key in 'applicant_class' | 'settled_on' | 'reply_kind' | 'ground']: string | null;
};

/** Requests that were open at some time of the year; null where there never was any. */
async function loadRequests(
  db: Database,
  year: number,
  agencyId: string | null,
): Promise<CountedRequest[] | null> {
  const all = ofAgency(db, agencyId)
    .where('kind', '=', 'request')
    .where('received_on', '<=', `${year}-12-31`);
  if ((await all.select('id').limit(1).executeTakeFirst()) === undefined) return null;
  const rows: readonly Row[] = await all
    .select([...columns] as (keyof Row)[])
    .where((where) =>
      where.or([
        where('settled_on', 'is', null),
        where('settled_on', '>=', `${year}-01-01`),
        where('id', 'in', db.selectFrom('case_events').select('case_id').where('kind', '=', 'reopened')),
      ]),
    )
    .execute();
  const reopened = await eventsOfReopened(db, rows);
  return rows.map((row) => {
    const events = reopened.get(row.id);
    return events === undefined ? countedOnce(row) : countedByYears(row, events, year);
  });
}

const ofAgency = (db: Database, agencyId: string | null) => {
  const rows = db.selectFrom('cases');
  return agencyId === null ? rows : rows.where('agency_id', '=', agencyId);
};

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Never taken up again: the row says it all. */
function countedOnce(row: Row): CountedRequest {
  return {
    ...basicsOf(row),
    settledYear: row.settled_on === null ? null : yearOf(row.settled_on),
    result: resultOf(row.reply_kind as ReplyKind | null, row.ground as WithholdingGround | null, row.state),
  };
}

/** Taken up again at some time: looked at as it stood at the end of each year. */
function countedByYears(row: Row, events: readonly StoredEvent[], lastYear: number): CountedRequest {
  const basics = basicsOf(row);
  for (let year = basics.receivedYear; year <= lastYear; year++) {
    const course = readCourse(
      row.channel as CaseChannel,
      events.filter(({ on }) => on <= `${year}-12-31`),
    );
    if (!settledStates.includes(course.state)) continue;
    const { kind = null, ground = null } = course.reply ?? {};
    return { ...basics, settledYear: year, result: resultOf(kind, ground, course.state) };
  }
  return { ...basics, settledYear: null, result: 'other-result' };
}

function basicsOf(row: Row) {
  const applicant = applicants.find((one) => one === row.applicant_class) ?? 'other';
  return { applicant, receivedYear: yearOf(row.received_on) };
}

/** Moved to another office is not held here; withdrawn and merged have no row of their own. */
function resultOf(kind: ReplyKind | null, ground: WithholdingGround | null, state: string): ResultRow {
  if (kind !== null) return resultRowOf(kind, ground);
  return (state as CaseState) === 'moved' ? 'not-held' : 'other-result';
}

const eventBatch = 500;

async function eventsOfReopened(db: Database, rows: readonly Row[]): Promise<Map<string, StoredEvent[]>> {
  const ids = new Set(rows.map(({ id }) => id));
  const reopened = await db
    .selectFrom('case_events')
    .select('case_id as id')
    .distinct()
    .where('kind', '=', 'reopened')
    .execute();
  const wanted = reopened.filter(({ id }) => ids.has(id));
  const found = new Map<string, StoredEvent[]>();
  for (let at = 0; at < wanted.length; at += eventBatch) {
    for (const [id, events] of await eventsOf(db, wanted.slice(at, at + eventBatch))) found.set(id, events);
  }
  return found;
}

/** One line of a dispute's course. */
export interface DisputeFact {
  readonly caseId: string;
  readonly on: string;
  readonly dispute: Dispute;
  readonly outcome: DisputeOutcome;
}

async function countDisputes(db: Database, year: number, agencyId: string | null): Promise<KnownFigures> {
  let query = db
    .selectFrom('case_events as event')
    .innerJoin('cases', 'cases.id', 'event.case_id')
    .select(['event.case_id as caseId', 'event.on_day as on', 'event.facts_json'])
    .where('event.kind', '=', 'dispute')
    .where('event.on_day', '<=', `${year}-12-31`)
    .where('cases.kind', 'in', formalKinds);
  if (agencyId !== null) query = query.where('cases.agency_id', '=', agencyId);
  const rows = await query.orderBy('event.on_day').orderBy('event.id').execute();
  return disputeFigures(
    rows.map(({ caseId, on, facts_json }) => ({ caseId, on, ...JSON.parse(facts_json) })),
    year,
  );
}

/**
 * Disputes of the year: those something was heard of in it, and those pending since before. A further `pending` after an
 * outcome is another dispute; a further outcome corrects the one before.
 */
export function disputeFigures(facts: readonly DisputeFact[], year: number): KnownFigures {
  const figures: KnownFigures = {};
  for (const dispute of disputes)
    for (const outcome of disputeOutcomes) figures[`disputes.${dispute}.${outcome}`] = 0;
  const latest = new Map<string, DisputeFact>();
  const add = ({ on, dispute, outcome }: DisputeFact) => {
    if (yearOf(on) !== year && outcome !== 'pending') return;
    figures[`disputes.${dispute}.${outcome}`] = (figures[`disputes.${dispute}.${outcome}`] ?? 0) + 1;
  };
  for (const fact of facts) {
    const key = `${fact.caseId} ${fact.dispute}`;
    const before = latest.get(key);
    if (before !== undefined && before.outcome !== 'pending' && fact.outcome === 'pending') add(before);
    latest.set(key, fact);
  }
  for (const fact of latest.values()) add(fact);
  return figures;
}
