// The course of a review against the plainest model of one, and the rules about who may take which part.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Role, roles } from '#shared/accounts/roles.ts';
import { type ReviewStep, recordActs, reviewSteps } from '#shared/protocol/workflow-api.ts';
import { type RecordStanding, refusalOf, refusalOfDuty } from '#shared/workflow/record-acts.ts';
import { beginCourse, openStep, passAll, recallCourse, takeStep } from '#shared/workflow/review-course.ts';

const procedures = fc
  .subarray(reviewSteps.filter((step) => step !== 'approval'))
  .map((steps): ReviewStep[] => [...steps, 'approval']);
const moves = fc.array(fc.constantFrom('pass', 'pass', 'pass', 'return', 'recall', 'pass-all'), {
  maxLength: 12,
});

/** A list of what is left and a word for how it stands. */
function naiveCourse(
  steps: readonly ReviewStep[],
  begun: 'in-review' | 'follow-up',
  taken: readonly string[],
) {
  const left = [...steps];
  let state: string = begun;
  const log: string[] = [];
  const end: Record<string, () => void> = {
    recall: () => {
      if (begun === 'in-review') state = 'recalled';
    },
    return: () => {
      log.push(`${left[0]} return`);
      state = 'returned';
    },
  };
  for (const move of taken) {
    if (state !== begun) break;
    const ending = end[move];
    ending?.();
    const count = ending !== undefined ? 0 : move === 'pass' ? 1 : left.length;
    for (let n = 0; n < count; n += 1) log.push(`${left.shift()} pass`);
    if (left.length === 0) state = 'approved';
  }
  return { state, step: state === begun ? left[0] : null, log };
}

describe('the course of a review', () => {
  it('any moves in any order › it stands where the plainest model says', () => {
    fc.assert(
      fc.property(procedures, fc.constantFrom('in-review', 'follow-up'), moves, (steps, begun, taken) => {
        let course = beginCourse(steps, begun);
        for (const move of taken) {
          if (move === 'recall') course = recallCourse(course);
          else if (move === 'pass-all') course = passAll(course);
          else course = takeStep(course, move === 'pass' ? 'pass' : 'return');
        }
        const expected = naiveCourse(steps, begun, taken);
        expect(course.state).toBe(expected.state);
        expect(openStep(course)).toBe(expected.step);
        expect(course.taken.map(({ step, decision }) => `${step} ${decision}`)).toEqual(expected.log);
      }),
      { numRuns: 2000 },
    );
  });
});

const versions = fc.integer({ min: 1, max: 4 });
const standings: fc.Arbitrary<RecordStanding> = fc.record({
  agencyId: fc.constantFrom('a1', 'a2'),
  state: fc.constantFrom('draft', 'approved', 'withdrawn'),
  version: versions,
  approvedVersion: fc.option(versions),
  publishedVersion: fc.option(versions),
  fate: fc.option(fc.constantFrom('superseded', 'archived'), { freq: 4 }),
  open: fc.option(
    fc.record({
      state: fc.constantFrom('in-review', 'follow-up'),
      version: versions,
      step: fc.constantFrom(...reviewSteps),
    }),
  ),
  isReviewed: fc.boolean(),
  isScheduled: fc.boolean(),
  isGrouped: fc.boolean(),
  own: fc.record({ hasWritten: fc.boolean(), hasReviewed: fc.boolean(), hasApproved: fc.boolean() }),
});
const askers = fc.record({
  roles: fc.subarray([...roles]) as fc.Arbitrary<Role[]>,
  agencyId: fc.option(fc.constantFrom('a1', 'a2')),
});

describe('what anybody may do with a record', () => {
  it('any standing and asker › nobody takes two of the parts of author, reviewer and approver', () => {
    fc.assert(
      fc.property(standings, askers, (record, asker) => {
        const { own, open } = record;
        const mayPass = refusalOf('pass', record, asker, false) === null;
        if (mayPass && open?.step === 'approval') {
          expect(own.hasWritten || own.hasReviewed).toBe(false);
          expect(asker.roles).toContain('approver');
        }
        if (mayPass && open?.step !== 'approval') expect(own.hasWritten || own.hasApproved).toBe(false);
        if (refusalOf('approve', record, asker, false) === null) {
          expect(own.hasWritten || own.hasReviewed).toBe(false);
          expect(open === null ? record.isReviewed : open.step === 'approval').toBe(true);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('any standing and asker › content of another agency and content at its end stay as they are', () => {
    fc.assert(
      fc.property(standings, askers, fc.constantFrom(...recordActs), (record, asker, act) => {
        if (refusalOf(act, record, asker, true) !== null) return;
        expect(asker.agencyId === null || asker.agencyId === record.agencyId).toBe(true);
        const isEnded = record.fate !== null;
        const readOn = ['restore', 'comment', 'withdraw', 'recall', 'pass', 'return', 'unschedule'];
        if (isEnded) expect(readOn).toContain(act);
      }),
      { numRuns: 5000 },
    );
  });

  it('one person alone › no part keeps them from another', () => {
    const own = { hasWritten: true, hasReviewed: true, hasApproved: true };
    expect(refusalOfDuty('approve', own, true)).toBeNull();
    expect(refusalOfDuty('approve', own, false)).toBe('workflow.own-work');
  });
});
