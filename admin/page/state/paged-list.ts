// A list the hub hands out a page at a time: the pages so far, and the way to the next one.
import { useEffect, useRef, useState } from 'preact/hooks';

interface Page<T> {
  readonly total: number;
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface PagedList<T> {
  /** Null before the first page. */
  readonly items: readonly T[] | null;
  readonly total: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** Begins anew whenever `key` changes; an answer to an older question is dropped. */
export function usePagedList<T>(
  key: string,
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>,
): PagedList<T> {
  const [page, setPage] = useState<Page<T> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isLoading, setLoading] = useState(true);
  const [round, setRound] = useState(0);
  const current = useRef(new AbortController());
  const fetchPage = async (before: Page<T> | null) => {
    const { signal } = current.current;
    setLoading(true);
    try {
      const next = await load(before?.next ?? null, signal);
      if (signal.aborted) return;
      setPage(before === null ? next : { ...next, items: [...before.items, ...next.items] });
      setError(null);
    } catch (failure) {
      if (signal.aborted) return;
      setError(failure);
    }
    setLoading(false);
  };
  useEffect(() => {
    current.current = new AbortController();
    setPage(null);
    void fetchPage(null);
    return () => current.current.abort();
  }, [key, round]);
  return {
    items: page?.items ?? null,
    total: page?.total ?? 0,
    hasMore: page !== null && page.next !== null,
    isLoading,
    error,
    loadMore: () => void (!isLoading && fetchPage(page)),
    reload: () => setRound((count) => count + 1),
  };
}
