// The line of stages tells the truth about every way a record can stand.
import { describe, expect, it } from 'vitest';
import { type Standing, stagesOf } from '#admin-page/state/review-stages.ts';
import type { Review, ReviewStep } from '#shared/protocol/workflow-api.ts';

const steps: readonly ReviewStep[] = ['self-check', 'secrecy', 'approval'];
const at = '2026-11-26T08:00:00.000Z';

const taken = (step: ReviewStep, decision: 'pass' | 'return' = 'pass') => ({
  step,
  decision,
  who: 'li',
  displayName: '李审查',
  at,
  opinion: '',
});

const review = (changes: Partial<Review>): Review => ({
  id: 'v1',
  recordId: 'r1',
  version: 2,
  state: 'in-review',
  steps: [...steps],
  step: 'self-check',
  taken: [],
  submittedBy: 'zhang',
  submittedAt: at,
  note: '',
  ...changes,
});

const statesOf = (changes: Partial<Standing>) =>
  stagesOf({
    steps,
    review: null,
    version: 2,
    approvedVersion: null,
    publishedVersion: null,
    ...changes,
  }).map(({ state }) => state);

describe('stagesOf › when a record stands at some place of its procedure', () => {
  it.each<readonly [string, Partial<Standing>, readonly string[]]>([
    ['never submitted', {}, ['now', 'ahead', 'ahead', 'ahead', 'ahead']],
    ['just submitted', { review: review({}) }, ['done', 'now', 'ahead', 'ahead', 'ahead']],
    [
      'past its first step',
      { review: review({ step: 'secrecy', taken: [taken('self-check')] }) },
      ['done', 'done', 'now', 'ahead', 'ahead'],
    ],
    [
      'returned at its second step',
      {
        review: review({
          state: 'returned',
          step: null,
          taken: [taken('self-check'), taken('secrecy', 'return')],
        }),
      },
      ['now', 'done', 'returned', 'ahead', 'ahead'],
    ],
    [
      'approved and not yet public',
      {
        approvedVersion: 2,
        review: review({ state: 'approved', step: null, taken: steps.map((step) => taken(step)) }),
      },
      ['done', 'done', 'done', 'done', 'now'],
    ],
    [
      'approved in one act and public',
      { approvedVersion: 2, publishedVersion: 2 },
      ['done', 'done', 'done', 'done', 'done'],
    ],
    [
      'public in an emergency',
      { approvedVersion: 2, publishedVersion: 2, review: review({ state: 'follow-up' }) },
      ['done', 'owed', 'owed', 'owed', 'done'],
    ],
    [
      'written anew after an older version was approved',
      {
        version: 3,
        approvedVersion: 2,
        publishedVersion: 2,
        review: review({ state: 'approved', step: null }),
      },
      ['now', 'ahead', 'ahead', 'ahead', 'ahead'],
    ],
  ])('%s › the line says so', (_what, standing, states) => {
    expect(statesOf(standing)).toEqual(states);
  });

  it('each step taken names who took it, the draft who submitted it', () => {
    const stages = stagesOf({
      steps,
      review: review({ step: 'secrecy', taken: [taken('self-check')] }),
      version: 2,
      approvedVersion: null,
      publishedVersion: null,
    });
    expect(stages.map(({ by }) => by?.name ?? null)).toEqual(['zhang', '李审查', null, null, null]);
  });
});
