// Reads the non-disclosure register: one entry with its history, and lists, within the asker's scope.
import type { Selectable } from 'kysely';
import { isPermitted } from '#shared/accounts/acts.ts';
import type { WithholdingGround } from '#shared/catalogue/withholding-grounds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type {
  WithheldDetail,
  WithheldEntry,
  WithheldList,
  WithheldQuery,
} from '#shared/protocol/withheld-api.ts';
import { chinaDay } from '#shared/transfers/transfer-month.ts';
import type { Desk } from '../editorial/desk.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import type { WithheldEntryTable } from '../store/withheld-tables.ts';

type Row = Selectable<WithheldEntryTable>;

/** `2026-003` */
export const withheldNumber = (row: Pick<WithheldEntryTable, 'number_year' | 'number_seq'>) =>
  `${row.number_year}-${String(row.number_seq).padStart(3, '0')}`;

/** Throws `not-found` or `withheld.foreign-agency`. */
export async function findWithheld({ db }: Pick<Desk, 'db'>, id: string, actor: Actor): Promise<Row> {
  const row = await db.selectFrom('withheld_entries').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  if (actor.agencyId !== null && actor.agencyId !== row.agency_id)
    throw new AppError('withheld.foreign-agency');
  return row;
}

export async function loadWithheld(desk: Desk, id: string, actor: Actor): Promise<WithheldDetail> {
  const row = await findWithheld(desk, id, actor);
  const [entry] = await entriesOf(desk, [row], actor);
  if (entry === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
  const events = await desk.db
    .selectFrom('withheld_events')
    .select(['at', 'who', 'act', 'note'])
    .where('entry_id', '=', id)
    .orderBy('id')
    .execute();
  return { entry, events };
}

/** What is due first when `due` is asked for, otherwise the newest first. */
export async function listWithheld(desk: Desk, query: WithheldQuery, actor: Actor): Promise<WithheldList> {
  const today = chinaDay(desk.now());
  const filtered = filter(desk.db, query, actor, today);
  const total = await count(filtered);
  const due = await count(filter(desk.db, { ...query, due: '1' }, actor, today));
  const grounds = await filtered
    .select((row) => ['ground', row.fn.countAll<number>().as('total')])
    .groupBy('ground')
    .execute();
  let page = filtered
    .selectAll()
    .orderBy('id', 'desc')
    .limit(query.limit + 1);
  if (query.cursor !== undefined) page = page.where('id', '<', query.cursor);
  const rows = await page.execute();
  const shown = rows.slice(0, query.limit);
  const byGround: Partial<Record<WithholdingGround, number>> = {};
  for (const one of grounds) byGround[one.ground] = one.total;
  return {
    total,
    due,
    byGround,
    entries: await entriesOf(desk, shown, actor),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

type Filter = Pick<WithheldQuery, 'agencyId' | 'ground' | 'state' | 'text' | 'due'>;

function filter(db: Database, query: Filter, actor: Actor, today: string) {
  const agencyId = actor.agencyId ?? query.agencyId;
  let rows = db.selectFrom('withheld_entries');
  if (agencyId !== undefined) rows = rows.where('agency_id', '=', agencyId);
  if (query.ground !== undefined) rows = rows.where('ground', '=', query.ground);
  if (query.state !== undefined) rows = rows.where('state', '=', query.state);
  if (query.due === '1') rows = rows.where('next_review_on', '<=', today);
  const text = nameKey(query.text ?? '').replace(/[\\%_]/g, '\\$&');
  if (text !== '') {
    rows = rows.where((where) =>
      where.or([where('title_key', 'like', `%${text}%`), where('doc_no', 'like', `%${text}%`)]),
    );
  }
  return rows;
}

async function count(rows: ReturnType<typeof filter>): Promise<number> {
  const { total } = await rows
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

async function entriesOf(desk: Desk, rows: readonly Row[], actor: Actor): Promise<WithheldEntry[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ agency_id }) => agency_id))];
  const agencies = await desk.db
    .selectFrom('agencies')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const today = chinaDay(desk.now());
  return rows.map((row) => ({
    id: row.id,
    number: withheldNumber(row),
    agencyId: row.agency_id,
    agencyName: names.get(row.agency_id) ?? '',
    title: row.title,
    docNo: row.doc_no,
    indexNo: row.index_no,
    formedOn: row.formed_on,
    ground: row.ground,
    reason: row.reason,
    until: row.until,
    reviewEveryMonths: row.review_every_months,
    state: row.state,
    revision: row.revision,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionNote: row.decision_note,
    nextReviewOn: row.next_review_on,
    isDue: row.next_review_on !== null && row.next_review_on <= today,
    recordId: row.record_id,
    mayDo: actsOn(row, actor),
  }));
}

function actsOn({ state }: Row, { roles }: Actor): WithheldEntry['mayDo'] {
  const mayWrite = isPermitted(roles, 'withheld.write');
  if (state === 'proposed') {
    const acts: WithheldEntry['mayDo'] = mayWrite ? ['change'] : [];
    return isPermitted(roles, 'withheld.decide') ? [...acts, 'decide'] : acts;
  }
  return mayWrite && (state === 'withheld' || state === 'partial') ? ['evaluate'] : [];
}
