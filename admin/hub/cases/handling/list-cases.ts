// The ledger of cases within the asker's scope: filtered and counted by columns, unsealed for one page only.
import { sql } from 'kysely';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { soonUntil } from '#shared/cases/case-clock.ts';
import { consultationKinds, formalKinds } from '#shared/cases/case-kinds.ts';
import type { CaseEventKind, CaseList, CaseQuery } from '#shared/protocol/case-desk-api.ts';
import { loadCalendar } from '../../calendar/calendar-store.ts';
import type { Actor } from '../../http/actor.ts';
import type { Database } from '../../store/tables.ts';
import type { CaseDesk } from '../case-desk.ts';
import type { CaseRow } from '../case-events.ts';
import { shownRows } from './case-rows.ts';

interface Days {
  readonly today: string;
  /** The last day that counts as due soon. */
  readonly soon: string;
}

/** What is open comes by its due date, everything else newest first. */
export async function listCases(caseDesk: CaseDesk, query: CaseQuery, actor: Actor): Promise<CaseList> {
  const { desk } = caseDesk;
  const today = chinaDate(desk.now());
  const days = { today, soon: soonUntil(await loadCalendar(desk.db), today) };
  const filtered = filter(desk.db, query, actor, days);
  const { total } = await filtered
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const isByDue = ['open', 'overdue', 'due-soon', 'to-decide'].includes(query.state ?? '');
  const page = filtered.select('id').limit(query.limit).offset(query.offset);
  const ordered = isByDue
    ? page.orderBy(sql`coalesce(due_on, '9999')`).orderBy('received_on')
    : page.orderBy('received_on', 'desc');
  const ids = (await ordered.orderBy('id', 'desc').execute()).map(({ id }) => id);
  const rows = await rowsOf(desk.db, ids);
  return { total, rows: await shownRows(caseDesk, rows, today), counts: await counts(desk.db, actor, days) };
}

/** Whole rows are read for the page alone: what is sealed in them is long, and would be sorted along. */
async function rowsOf(db: Database, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('cases').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Everything this account may see. */
function within(db: Database, { agencyId }: Actor) {
  const rows = db.selectFrom('cases');
  return agencyId === null ? rows : rows.where('agency_id', '=', agencyId);
}

type Rows = ReturnType<typeof within>;

function ofKind(rows: Rows, kind: CaseQuery['kind']): Rows {
  if (kind === 'formal') return rows.where('kind', 'in', formalKinds);
  if (kind === 'answers') return rows.where('kind', 'in', consultationKinds);
  if (kind === 'voices') return rows.where('kind', 'not in', [...formalKinds, ...consultationKinds]);
  return kind === undefined ? rows : rows.where('kind', '=', kind);
}

function filter(db: Database, query: CaseQuery, actor: Actor, days: Days) {
  let rows = byState(ofKind(within(db, actor), query.kind), query.state, days);
  if (query.agency !== undefined) rows = rows.where('agency_id', '=', query.agency);
  if (query.handler === 'me') rows = rows.where('handler_id', '=', actor.accountId);
  if (query.handler === 'none') rows = rows.where('handler_id', 'is', null);
  const number = (query.number ?? '').trim().replace(/[\\%_]/gu, '\\$&');
  if (number !== '') rows = rows.where(sql<boolean>`number like ${`%${number}%`} escape '\\'`);
  if (query.from !== undefined) rows = rows.where('received_on', '>=', query.from);
  return query.to === undefined ? rows : rows.where('received_on', '<=', query.to);
}

const lastOf = (kinds: readonly CaseEventKind[]) => sql<
  string | null
>`(select event.kind from case_events as event
  where event.case_id = cases.id and event.kind in (${sql.join(kinds)}) order by event.id desc limit 1)`;

/** The last word about an extension is that it was asked for, or about a draft of a reply that it was written. */
const awaitsDecision = sql<boolean>`(${lastOf(['extension-asked', 'extension-refused', 'extended', 'reopened'])} = 'extension-asked'
  or ${lastOf(['reply-drafted', 'draft-returned', 'draft-approved', 'completed', 'replied', 'reopened'])} = 'reply-drafted')`;

function byState(rows: Rows, state: CaseQuery['state'], { today, soon }: Days): Rows {
  if (state === undefined) return rows;
  const open = rows.where('settled_on', 'is', null);
  if (state === 'to-decide') return open.where('kind', 'in', formalKinds).where(awaitsDecision);
  if (state !== 'open' && state !== 'overdue' && state !== 'due-soon') return rows.where('state', '=', state);
  if (state === 'overdue') return open.where('due_on', '<', today);
  return state === 'open' ? open : open.where('due_on', '>=', today).where('due_on', '<=', soon);
}

function counts(db: Database, actor: Actor, { today, soon }: Days) {
  return within(db, actor)
    .where('settled_on', 'is', null)
    .select((row) => row.fn.countAll<number>().as('open'))
    .select(sql<number>`count(*) filter (where due_on < ${today})`.as('overdue'))
    .select(sql<number>`count(*) filter (where due_on >= ${today} and due_on <= ${soon})`.as('dueSoon'))
    .select(sql<number>`count(*) filter (where handler_id is null)`.as('unassigned'))
    .select(
      sql<number>`count(*) filter (where kind in ('request', 'correction') and ${awaitsDecision})`.as(
        'toDecide',
      ),
    )
    .executeTakeFirstOrThrow();
}
