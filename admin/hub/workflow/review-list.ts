// The list of what waits for review, oldest first, as a whole or narrowed to what one person may decide now.
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { isPermitted } from '#shared/accounts/acts.ts';
import { type ReviewList, type ReviewListQuery, reviewSteps } from '#shared/protocol/workflow-api.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { Database, Tables } from '../store/tables.ts';
import { isAlone } from './bulk-act.ts';
import { type ReviewRow, viewReviews } from './record-review.ts';

/** One page and how many there are in all. Without a state it is what is open. */
export async function listReviews(desk: Desk, query: ReviewListQuery, actor: Actor): Promise<ReviewList> {
  const alone = await isAlone(desk, actor);
  const { total } = await filtered(desk.db, query, actor, alone)
    .select((table) => table.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let ids = filtered(desk.db, query, actor, alone)
    .select('review.id')
    .orderBy('review.id')
    .limit(query.limit + 1);
  if (query.cursor !== undefined) ids = ids.where('review.id', '>', query.cursor);
  // Sorted by their ids alone; only what is shown is read whole.
  const rows = await desk.db
    .selectFrom('reviews as review')
    .innerJoin('records as record', 'record.id', 'review.record_id')
    .innerJoin('agencies as agency', 'agency.id', 'record.agency_id')
    .selectAll('review')
    .select(['record.title', 'record.kind', 'agency.name as agency_name'])
    .where('review.id', 'in', ids)
    .orderBy('review.id')
    .execute();
  const shown = rows.slice(0, query.limit);
  const reviews = await viewReviews(desk.db, shown as ReviewRow[]);
  return {
    total,
    reviews: reviews.map((review, at) => ({
      ...review,
      title: shown[at]?.title ?? '',
      kind: shown[at]?.kind ?? 'document',
      agencyName: shown[at]?.agency_name ?? '',
    })),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Records are looked at only for their agency: counting ten thousand reviews must not read ten thousand records. */
function filtered(db: Database, query: ReviewListQuery, actor: Actor, alone: boolean) {
  const ofAgency = (id: string) => db.selectFrom('records').select('id').where('agency_id', '=', id);
  let reviews = db.selectFrom('reviews as review');
  if (query.state !== undefined) reviews = reviews.where('review.state', '=', query.state);
  // What came back and was submitted again, or written anew since, no longer waits for its author.
  if (query.state === 'returned' || query.state === 'recalled') {
    reviews = reviews.where((where) => where.and([isOfNewest(where), where.not(hasLater(where))]));
  }
  if (query.state === undefined || query.mine === '1') reviews = reviews.where('review.step', 'is not', null);
  if (query.step !== undefined) reviews = reviews.where('review.step', '=', query.step);
  if (query.agencyId !== undefined)
    reviews = reviews.where('review.record_id', 'in', ofAgency(query.agencyId));
  if (query.mine === '0') return reviews;
  if (actor.agencyId !== null) reviews = reviews.where('review.record_id', 'in', ofAgency(actor.agencyId));
  const mine = reviewSteps.filter((step) =>
    isPermitted(actor.roles, step === 'approval' ? 'records.approve' : 'records.review'),
  );
  if (mine.length < reviewSteps.length) reviews = reviews.where('review.step', 'in', mine);
  return alone ? reviews : reviews.where((where) => where.not(hasOtherPart(where, actor.name)));
}

type Where = ExpressionBuilder<Tables & { review: Tables['reviews'] }, 'review'>;

function isOfNewest(where: Where): Expression<SqlBool> {
  return where.exists(
    where
      .selectFrom('records as record')
      .select('record.id')
      .whereRef('record.id', '=', 'review.record_id')
      .whereRef('record.version', '=', 'review.version'),
  );
}

function hasLater(where: Where): Expression<SqlBool> {
  return where.exists(
    where
      .selectFrom('reviews as later')
      .select('later.id')
      .whereRef('later.record_id', '=', 'review.record_id')
      .whereRef('later.id', '>', 'review.id'),
  );
}

/** The rules of shared/workflow about two people, as the store can judge them for thousands of reviews. */
function hasOtherPart(where: Where, who: string): Expression<SqlBool> {
  const wrote = where.exists(
    where
      .selectFrom('record_versions as written')
      .select('written.version')
      .whereRef('written.record_id', '=', 'review.record_id')
      .whereRef('written.version', '>', 'review.base_version')
      .whereRef('written.version', '<=', 'review.version')
      .where('written.who', '=', who),
  );
  // Found from the person's own steps, so that they are not gone through for every review.
  const tookOther = where(
    'review.id',
    'in',
    where
      .selectFrom('review_steps as taken')
      .innerJoin('reviews as earlier', 'earlier.id', 'taken.review_id')
      .innerJoin('reviews as waiting', 'waiting.record_id', 'earlier.record_id')
      .select('waiting.id')
      .where('taken.who', '=', who)
      .where('waiting.step', 'is not', null)
      .whereRef('earlier.version', '>', 'waiting.base_version')
      .whereRef('earlier.version', '<=', 'waiting.version')
      .where(sql<boolean>`(taken.step = 'approval') <> (waiting.step = 'approval')`),
  );
  const declared = where.and([
    where('review.state', '=', 'follow-up'),
    where('review.submitted_by', '=', who),
    where('review.step', '<>', 'approval'),
  ]);
  return where.or([wrote, tookOther, declared]);
}
