// Reviews that wait, as the address says it: whose, at which step, in which state; and the pages read so far.
import { useLocation } from 'preact-iso';
import type * as z from 'zod';
import { type listedReviewSchema, reviewListSchema } from '#shared/protocol/workflow-api.ts';
import { request } from '../api/client.ts';
import { usePagedList } from './paged-list.ts';

export type ListedReview = z.infer<typeof listedReviewSchema>;

const filterKeys = ['mine', 'step', 'state', 'agencyId'] as const;
export type ReviewFilter = Partial<Record<(typeof filterKeys)[number], string>>;

const pageSize = 100;

/** What the address narrows to; without a word of its own it is what the asker may decide now. */
export function reviewFilterOf(query: Readonly<Record<string, string>>): ReviewFilter {
  const filter: ReviewFilter = { mine: '1' };
  for (const key of filterKeys) if (query[key]) filter[key] = query[key];
  return filter;
}

export function reviewsAddress(filter: ReviewFilter): string {
  const query = Object.entries(filter).filter(
    ([key, value]) => value !== '' && !(key === 'mine' && value === '1'),
  );
  const words = new URLSearchParams(query).toString();
  return words === '' ? '/admin/reviews' : `/admin/reviews?${words}`;
}

export interface ReviewPages {
  readonly filter: ReviewFilter;
  readonly setFilter: (change: ReviewFilter) => void;
  readonly reviews: readonly ListedReview[];
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** What was published in an emergency is looked at first; the order is otherwise the hub's, oldest first. */
export function urgentFirst(reviews: readonly ListedReview[]): readonly ListedReview[] {
  const isUrgent = ({ state }: ListedReview) => state === 'follow-up';
  return [...reviews.filter(isUrgent), ...reviews.filter((review) => !isUrgent(review))];
}

/** Reads one page of reviews. */
export function fetchReviews(
  filter: ReviewFilter,
  options: { readonly limit?: number; readonly cursor?: string | null; readonly signal?: AbortSignal } = {},
) {
  const entries = Object.entries(filter).filter(([, value]) => value !== '');
  const parameters = new URLSearchParams([...entries, ['limit', String(options.limit ?? pageSize)]]);
  if (options.cursor) parameters.set('cursor', options.cursor);
  const { signal } = options;
  return request('GET', `/reviews?${parameters}`, reviewListSchema, signal ? { signal } : {});
}

export function useReviewPages(): ReviewPages {
  const { query, route } = useLocation();
  const filter = reviewFilterOf(query);
  const list = usePagedList<ListedReview>(
    reviewsAddress(filter),
    async (cursor, signal) => {
      const answer = await fetchReviews(filter, { cursor, signal });
      return { items: answer.reviews, total: answer.total, next: answer.next };
    },
    { isKept: true, idOf: ({ id }) => id },
  );
  return {
    ...list,
    filter,
    setFilter: (change) => route(reviewsAddress({ ...filter, ...change }), true),
    reviews: urgentFirst(list.items ?? []),
    total: list.items === null ? null : list.total,
  };
}
