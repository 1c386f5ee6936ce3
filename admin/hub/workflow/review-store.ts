// Writes reviews: opened, carried a step further, closed. Every function is called inside the transaction of an act.
import type { ReviewState, ReviewStep } from '#shared/protocol/workflow-api.ts';
import { openStep, type ReviewCourse, recallCourse, takeStep } from '#shared/workflow/review-course.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import { loadOpenReviews, type OpenReview } from './record-standings.ts';
import { formatSteps, parseSteps } from './stored-steps.ts';

export interface NewReview {
  readonly recordId: string;
  readonly version: number;
  /** The version approved before; 0 for none. */
  readonly baseVersion: number;
  readonly steps: readonly ReviewStep[];
  readonly state: 'in-review' | 'follow-up';
  readonly who: string;
  readonly note: string;
}

export async function openReview(desk: Desk, review: NewReview): Promise<string> {
  const id = desk.newId('v');
  await desk.db
    .insertInto('reviews')
    .values({
      id,
      record_id: review.recordId,
      version: review.version,
      base_version: review.baseVersion,
      state: review.state,
      steps: formatSteps(review.steps),
      step: review.steps[0] ?? 'approval',
      submitted_by: review.who,
      submitted_at: instant(desk),
      note: review.note,
      closed_at: null,
    })
    .execute();
  return id;
}

/** Whoever takes a step, with the name it is shown under. */
export interface StepTaker {
  readonly who: string;
  readonly displayName: string;
}

/** The name staff know them by; somebody without an account goes by their own. */
export async function stepTaker({ db }: Pick<Desk, 'db'>, { name }: Pick<Actor, 'name'>): Promise<StepTaker> {
  const row = await db
    .selectFrom('accounts')
    .select('display_name')
    .where('name', '=', name)
    .executeTakeFirst();
  return { who: name, displayName: row?.display_name ?? name };
}

/** Takes the step a review waits at, and says how the review stands then. */
export async function writeStep(
  desk: Desk,
  review: OpenReview,
  decision: 'pass' | 'return',
  taker: StepTaker,
  opinion: string,
): Promise<ReviewState> {
  const before = courseOf(review);
  const after = takeStep(before, decision);
  await desk.db
    .insertInto('review_steps')
    .values({
      review_id: review.id,
      position: before.taken.length + 1,
      step: review.step,
      decision,
      who: taker.who,
      display_name: taker.displayName,
      at: instant(desk),
      opinion,
    })
    .execute();
  await writeState(desk, review.id, after);
  return after.state;
}

/** Every step that is left, taken by one hand. */
export async function writeAllSteps(desk: Desk, review: OpenReview, taker: StepTaker): Promise<void> {
  const { taken } = courseOf(review);
  for (const step of parseSteps(review.steps).slice(taken.length)) {
    await writeStep(desk, { ...review, step }, 'pass', taker, '');
  }
}

/** Takes back what is in review of these records; what follows up an emergency stays. */
export async function recallReviews(desk: Desk, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  for (const review of await loadOpenReviews(desk.db, recordIds)) {
    const before = courseOf(review);
    const after = recallCourse(before);
    if (after !== before) await writeState(desk, review.id, after);
  }
}

/** Closes one review as recalled, whatever it was. */
export async function closeAsRecalled(desk: Desk, review: OpenReview): Promise<void> {
  await writeState(desk, review.id, { ...courseOf(review), state: 'recalled' });
}

/** All steps before the one it waits at were passed: a return would have ended it. */
function courseOf({ state, steps, step }: OpenReview): ReviewCourse {
  const all = parseSteps(steps);
  const passed = all.slice(0, Math.max(0, all.indexOf(step)));
  return { state, steps: all, taken: passed.map((one) => ({ step: one, decision: 'pass' })) };
}

async function writeState(desk: Desk, id: string, course: ReviewCourse): Promise<void> {
  const step = openStep(course);
  await desk.db
    .updateTable('reviews')
    .set({ state: course.state, step, closed_at: step === null ? instant(desk) : null })
    .where('id', '=', id)
    .execute();
}
