// The list of records as the address says it: filters, sort, and the pages fetched so far.
import { useLocation } from 'preact-iso';
import { type ListedRecord, recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { usePagedList } from './paged-list.ts';

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

/** The first page for the address's filter and further ones on request; a new filter drops older answers. */
export function useRecordPages(): RecordPages {
  const { query, route } = useLocation();
  const filter = filterOf(query);
  const list = usePagedList<ListedRecord>(
    listAddress(filter),
    async (cursor, signal) => {
      const parameters = new URLSearchParams({
        ...filter,
        limit: String(pageSize),
        ...(cursor ? { cursor } : {}),
      });
      const answer = await request('GET', `/records?${parameters}`, recordListSchema, { signal });
      return { items: answer.records, total: answer.total, next: answer.next };
    },
    { isKept: true, idOf: ({ id }) => id },
  );
  return {
    ...list,
    filter,
    setFilter: (change) => route(listAddress({ ...filter, ...change }), true),
    records: list.items ?? [],
    total: list.items === null ? null : list.total,
  };
}
