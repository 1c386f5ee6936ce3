// The way of one record to the public as staff see it: its procedure, reviews, comments, plans, and what may be done.
import { AppError } from '#shared/errors/app-error.ts';
import { type RecordReview, type Review, recordActs } from '#shared/protocol/workflow-api.ts';
import { permittedActs } from '#shared/workflow/record-acts.ts';
import { approvalRefusals } from '../editorial/approval-guards.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { isSingleHanded } from '../editorial/single-handed.ts';
import type { Actor } from '../http/actor.ts';
import type { Database } from '../store/tables.ts';
import type { ReviewTable } from '../store/workflow-tables.ts';
import { candidateOf, isAlone } from './bulk-act.ts';
import { loadProcedureFinder } from './procedures.ts';
import { loadStandings, type StandingRecord } from './record-standings.ts';
import { parseSteps } from './stored-steps.ts';

/** Reviews and comments shown of one record, the newest. */
const shownReviews = 50;
const shownComments = 500;

/** Throws `not-found`. */
export async function loadRecordReview(desk: Desk, recordId: string, actor: Actor): Promise<RecordReview> {
  const { db } = desk;
  const record = (await loadStandings(db, [recordId], actor.name)).get(recordId);
  if (record === undefined) throw new AppError('not-found', { what: recordId });
  return {
    procedure: (await loadProcedureFinder(db))(record.nodeId),
    reviews: await viewReviews(db, await newestReviews(db, recordId)),
    comments: await loadComments(db, recordId),
    ...(await loadPlans(db, recordId)),
    fate: await loadFate(db, recordId),
    mayDo: await mayDo(desk, record, actor),
    isSingleHanded: await isSingleHanded(db),
  };
}

/** By the same rules that refuse; what others put between a version and its approval counts too. */
async function mayDo(desk: Desk, record: StandingRecord, actor: Actor): Promise<RecordReview['mayDo']> {
  const acts = permittedActs(recordActs, record, actor, await isAlone(desk, actor));
  const approving = record.open?.step === 'approval' ? ['approve', 'pass'] : ['approve'];
  if (!acts.some((act) => approving.includes(act))) return acts;
  // A guard may put on record what it looked at.
  const refusals = await withTransaction(desk, (inside) =>
    approvalRefusals(inside, [candidateOf(record)], actor),
  );
  return refusals.has(record.id) ? acts.filter((act) => !approving.includes(act)) : acts;
}

export type ReviewRow = ReviewTable;

function newestReviews(db: Database, recordId: string): Promise<ReviewRow[]> {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('record_id', '=', recordId)
    .orderBy('id', 'desc')
    .limit(shownReviews)
    .execute();
}

/** Reviews with the steps taken in them, in the order given. */
export async function viewReviews(db: Database, rows: readonly ReviewRow[]): Promise<Review[]> {
  const ids = rows.map(({ id }) => id);
  const taken =
    ids.length === 0
      ? []
      : await db
          .selectFrom('review_steps')
          .select(['review_id', 'step', 'decision', 'who', 'display_name as displayName', 'at', 'opinion'])
          .where('review_id', 'in', ids)
          .orderBy('review_id')
          .orderBy('position')
          .execute();
  const byReview = Map.groupBy(taken, ({ review_id }) => review_id);
  return rows.map((row) => ({
    id: row.id,
    recordId: row.record_id,
    version: row.version,
    state: row.state,
    steps: parseSteps(row.steps),
    step: row.step,
    taken: byReview.get(row.id) ?? [],
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    note: row.note,
  }));
}

function loadComments(db: Database, recordId: string): Promise<RecordReview['comments']> {
  return db
    .selectFrom('review_comments')
    .select(['id', 'version', 'place', 'quote', 'text', 'who', 'at'])
    .select(['resolved_at as resolvedAt', 'resolved_by as resolvedBy'])
    .where('record_id', '=', recordId)
    .orderBy('id', 'desc')
    .limit(shownComments)
    .execute();
}

async function loadPlans(db: Database, recordId: string): Promise<Pick<RecordReview, 'scheduled' | 'group'>> {
  const schedule = await db
    .selectFrom('record_schedules')
    .select(['version', 'at'])
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  const group = await db
    .selectFrom('release_group_items as item')
    .innerJoin('release_groups as group', 'group.id', 'item.group_id')
    .select(['group.id', 'group.title', 'item.version', 'group.at'])
    .where('item.record_id', '=', recordId)
    .where('group.released_at', 'is', null)
    .executeTakeFirst();
  if (schedule !== undefined) return { scheduled: { ...schedule, groupId: null }, group: null };
  if (group === undefined) return { scheduled: null, group: null };
  const { id: groupId, version, at } = group;
  return { scheduled: at === null ? null : { version, at, groupId }, group };
}

async function loadFate(db: Database, recordId: string): Promise<RecordReview['fate']> {
  const row = await db
    .selectFrom('record_fates as end')
    .leftJoin('records as successor', 'successor.id', 'end.successor_id')
    .select(['end.fate', 'end.successor_id as successorId', 'successor.title as successorTitle'])
    .select(['end.reason', 'end.who', 'end.at'])
    .where('end.record_id', '=', recordId)
    .executeTakeFirst();
  return row ?? null;
}
