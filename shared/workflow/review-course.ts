// The course of one review as a pure machine: which step comes next, and how it ends.
import type { ReviewState, ReviewStep } from '../protocol/workflow-api.ts';

/** One step somebody took, as far as the course of a review goes. */
export interface TakenStep {
  readonly step: ReviewStep;
  readonly decision: 'pass' | 'return';
}

/** A review on its way: its steps as they were when it began, and those taken so far. */
export interface ReviewCourse {
  readonly state: ReviewState;
  readonly steps: readonly ReviewStep[];
  readonly taken: readonly TakenStep[];
}

/** Begins at the first step; `follow-up` is what was published in an emergency and is reviewed afterwards. */
export function beginCourse(steps: readonly ReviewStep[], state: 'in-review' | 'follow-up'): ReviewCourse {
  return { state, steps, taken: [] };
}

/** Whether somebody still has to decide. */
export function isOpen({ state }: Pick<ReviewCourse, 'state'>): boolean {
  return state === 'in-review' || state === 'follow-up';
}

/** The step the review waits at; null when it is over. */
export function openStep(course: ReviewCourse): ReviewStep | null {
  return isOpen(course) ? (course.steps[course.taken.length] ?? null) : null;
}

/** Takes the step it waits at; a review that is over stays as it is. */
export function takeStep(course: ReviewCourse, decision: TakenStep['decision']): ReviewCourse {
  const step = openStep(course);
  if (step === null) return course;
  const taken = [...course.taken, { step, decision }];
  if (decision === 'return') return { ...course, taken, state: 'returned' };
  return { ...course, taken, state: taken.length === course.steps.length ? 'approved' : course.state };
}

/** Takes every step that is left. */
export function passAll(course: ReviewCourse): ReviewCourse {
  return openStep(course) === null ? course : passAll(takeStep(course, 'pass'));
}

/** Takes a review back. What was published in an emergency has to be reviewed and cannot be taken back. */
export function recallCourse(course: ReviewCourse): ReviewCourse {
  return course.state === 'in-review' ? { ...course, state: 'recalled' } : course;
}
