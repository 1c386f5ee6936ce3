// The list of records as the address says it: filters, sort, and the pages fetched so far.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type ListedRecord, recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';

const filterKeys = ['q', 'kind', 'agencyId', 'state', 'topic', 'year', 'sort', 'order'] as const;
export type ListFilter = Partial<Record<(typeof filterKeys)[number], string>>;

const pageSize = 100;

/** The filter an address carries; the address is the state, so that back and reload keep it. */
export function filterOf(query: Readonly<Record<string, string>>): ListFilter {
  const filter: ListFilter = {};
  for (const key of filterKeys) if (query[key]) filter[key] = query[key];
  return filter;
}

/** The address of the list under a filter. */
export function listAddress(filter: ListFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
  return query === '' ? '/admin/records' : `/admin/records?${query}`;
}

export interface RecordPages {
  readonly filter: ListFilter;
  readonly setFilter: (change: ListFilter) => void;
  readonly records: readonly ListedRecord[];
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

interface Pages {
  readonly records: readonly ListedRecord[];
  readonly total: number | null;
  readonly next: string | null;
}

const noPages: Pages = { records: [], total: null, next: null };

/** A record changed while staff read on may come up again further down; it stays where it was first shown. */
function withoutRepeats(before: readonly ListedRecord[], more: readonly ListedRecord[]): ListedRecord[] {
  const shown = new Set(before.map(({ id }) => id));
  return [...before, ...more.filter(({ id }) => !shown.has(id))];
}

/** Fetches the first page for the address's filter and further ones on request; a new filter drops older answers. */
export function useRecordPages(): RecordPages {
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const address = listAddress(filter);
  const [pages, setPages] = useState<Pages>(noPages);
  const [error, setError] = useState<unknown>(null);
  const [isLoading, setLoading] = useState(true);
  const under = useRef<AbortController | null>(null);

  const fetchPage = useCallback(
    async (cursor: string | null, before: Pages) => {
      under.current?.abort();
      const controller = new AbortController();
      under.current = controller;
      setLoading(true);
      setError(null);
      const parameters = new URLSearchParams({
        ...filter,
        limit: String(pageSize),
        ...(cursor ? { cursor } : {}),
      });
      try {
        const answer = await request('GET', `/records?${parameters}`, recordListSchema, {
          signal: controller.signal,
        });
        setPages({
          records: withoutRepeats(before.records, answer.records),
          total: answer.total,
          next: answer.next,
        });
      } catch (failure) {
        if (!controller.signal.aborted) setError(failure);
      }
      if (!controller.signal.aborted) setLoading(false);
    },
    [address],
  );

  useEffect(() => {
    void fetchPage(null, noPages);
    return () => under.current?.abort();
  }, [fetchPage]);

  return {
    filter,
    setFilter: (change) => route(listAddress({ ...filter, ...change }), true),
    records: pages.records,
    total: pages.total,
    hasMore: pages.next !== null,
    isLoading,
    error,
    loadMore: () => void (pages.next !== null && !isLoading && fetchPage(pages.next, pages)),
    reload: () => void fetchPage(null, noPages),
  };
}
