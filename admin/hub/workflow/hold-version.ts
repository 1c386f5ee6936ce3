// Holds a reviewed version back until its time: what was approved before stays what the next release carries.
import { type Desk, instant } from '../editorial/desk.ts';
import type { StandingRecord } from './record-standings.ts';
import { stepTaker } from './review-store.ts';

/** Call inside the transaction that plans the version; does nothing when it is not approved yet. */
export async function holdVersion(
  inside: Desk,
  { id, version, approvedVersion }: StandingRecord,
): Promise<void> {
  if (approvedVersion !== version) return;
  const record = await inside.db
    .selectFrom('records')
    .select(['published_version', 'approved_by', 'approved_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const review = await approvedReview(inside, id, version);
  if (review === undefined) await keepApproval(inside, id, version, record);
  const before = review === undefined ? (record.published_version ?? 0) : review.base_version;
  await inside.db
    .updateTable('records')
    .set(
      before > 0
        ? { approved_version: before }
        : { state: 'draft', approved_version: null, approved_at: null, approved_by: null },
    )
    .where('id', '=', id)
    .execute();
}

function approvedReview({ db }: Desk, id: string, version: number) {
  return db
    .selectFrom('reviews')
    .select('base_version')
    .where('record_id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'approved')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** A version approved directly has no review; that it was approved, by whom and when, must not get lost. */
async function keepApproval(
  inside: Desk,
  recordId: string,
  version: number,
  record: { published_version: number | null; approved_by: string | null; approved_at: string | null },
): Promise<void> {
  const at = record.approved_at ?? instant(inside);
  const { who, displayName } = await stepTaker(inside, { name: record.approved_by ?? '' });
  const id = inside.newId('v');
  await inside.db
    .insertInto('reviews')
    .values({
      id,
      record_id: recordId,
      version,
      base_version: record.published_version ?? 0,
      state: 'approved',
      steps: 'approval',
      step: null,
      submitted_by: who,
      submitted_at: at,
      note: '',
      closed_at: at,
    })
    .execute();
  await inside.db
    .insertInto('review_steps')
    .values({
      review_id: id,
      position: 1,
      step: 'approval',
      decision: 'pass',
      who,
      display_name: displayName,
      at,
      opinion: '',
    })
    .execute();
}
