// Where a record stands in its procedure, as the stages of a line: writing, every step, public.
import type { Review, ReviewStep } from '#shared/protocol/workflow-api.ts';

export type StageKey = 'draft' | ReviewStep | 'public';
/** `returned` is the step that sent it back; `after` was passed by publishing in an emergency and is still owed. */
export type StageState = 'done' | 'now' | 'ahead' | 'returned' | 'owed';

export interface Stage {
  readonly key: StageKey;
  readonly state: StageState;
  /** Who took the step, and when; null while nobody did. */
  readonly by: { readonly name: string; readonly at: string; readonly opinion: string } | null;
}

export interface Standing {
  readonly steps: readonly ReviewStep[];
  /** The newest passage; null when there was none. */
  readonly review: Review | null;
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly publishedVersion: number | null;
}

/** The passage that tells about the newest version; an older one is history. */
export function currentReview({ review, version }: Pick<Standing, 'review' | 'version'>): Review | null {
  return review?.version === version ? review : null;
}

function stateOfStep(step: ReviewStep, index: number, review: Review): StageState {
  const last = review.taken.findLast((taken) => taken.step === step);
  if (review.state === 'returned' && last?.decision === 'return') return 'returned';
  if (review.state === 'approved') return 'done';
  const at = review.step === null ? -1 : review.steps.indexOf(review.step);
  if (at >= 0 && index < at) return 'done';
  if (at === index) return review.state === 'follow-up' ? 'owed' : 'now';
  if (review.state === 'follow-up') return 'owed';
  return at < 0 && last?.decision === 'pass' ? 'done' : 'ahead';
}

function takenBy(step: ReviewStep, review: Review): Stage['by'] {
  const taken = review.taken.findLast((one) => one.step === step);
  return taken === undefined ? null : { name: taken.displayName, at: taken.at, opinion: taken.opinion };
}

/** Every stage of the newest version, in order. */
export function stagesOf(standing: Standing): readonly Stage[] {
  const { version, approvedVersion, publishedVersion } = standing;
  const review = currentReview(standing);
  const isOut = publishedVersion === version;
  const isApproved = approvedVersion === version;
  const isUnderWay = review !== null && (review.state === 'in-review' || review.state === 'follow-up');
  const steps = review?.steps ?? standing.steps;
  const stepStages = steps.map((step, index): Stage => {
    // Approved by the short way: nobody took the steps one by one.
    if (review === null) return { key: step, state: isApproved ? 'done' : 'ahead', by: null };
    return { key: step, state: stateOfStep(step, index, review), by: takenBy(step, review) };
  });
  const submitted = review
    ? { name: review.submittedBy, at: review.submittedAt, opinion: review.note }
    : null;
  const isWritten = isUnderWay || isApproved || review?.state === 'approved';
  return [
    { key: 'draft', state: isWritten ? 'done' : 'now', by: isWritten ? submitted : null },
    ...stepStages,
    { key: 'public', state: isOut ? 'done' : isApproved && !isUnderWay ? 'now' : 'ahead', by: null },
  ];
}
