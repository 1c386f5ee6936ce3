// Migration 22: steps of reviews in the order they were taken, for the ledger of reviews.
import type { Migration } from './migration.ts';

export const reviewStepsByTime: Migration = {
  number: 22,
  name: 'review-steps-by-time',
  statements: ['create index review_steps_at on review_steps (at, review_id, position)'],
};
