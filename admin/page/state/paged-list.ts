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

interface PagedListOptions<T> {
  /** What was shown stays until the first page of the new question is here; otherwise it goes at once. */
  readonly isKept?: boolean;
  /** What changed while somebody read on may come up again further down: by this it stays where it was first shown. */
  readonly idOf?: (item: T) => string;
}

/** Begins anew whenever `key` changes; an answer to an older question is dropped. */
export function usePagedList<T>(
  key: string,
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>,
  { isKept = false, idOf }: PagedListOptions<T> = {},
): PagedList<T> {
  const [page, setPage] = useState<Page<T> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isLoading, setLoading] = useState(true);
  const [round, setRound] = useState(0);
  const current = useRef(new AbortController());
  const fetchPage = async (before: Page<T> | null) => {
    const { signal } = current.current;
    setLoading(true);
    setError(null);
    try {
      const next = await load(before?.next ?? null, signal);
      if (signal.aborted) return;
      setPage(before === null ? next : { ...next, items: joined(before.items, next.items, idOf) });
    } catch (failure) {
      if (signal.aborted) return;
      setError(failure);
    }
    setLoading(false);
  };
  useEffect(() => {
    current.current = new AbortController();
    if (!isKept) setPage(null);
    void fetchPage(null);
    return () => current.current.abort();
  }, [key, round]);
  return {
    items: page?.items ?? null,
    total: page?.total ?? 0,
    hasMore: page !== null && page.next !== null,
    isLoading,
    error,
    loadMore: () => void (page !== null && page.next !== null && !isLoading && fetchPage(page)),
    reload: () => setRound((count) => count + 1),
  };
}

function joined<T>(
  before: readonly T[],
  more: readonly T[],
  idOf: ((item: T) => string) | undefined,
): readonly T[] {
  if (idOf === undefined) return [...before, ...more];
  const shown = new Set(before.map(idOf));
  return [...before, ...more.filter((item) => !shown.has(idOf(item)))];
}
