// The rows of a register, a page at a time, found again when words are typed.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type RegisterRow, rowListSchema, type TotalLine } from '#shared/protocol/registers-api.ts';
import { request } from '../api/client.ts';

const typingPauseMs = 250;

/** The column rows are sorted by, and which way. */
export interface RowSort {
  readonly key: string;
  readonly isDescending: boolean;
}

/** Which rows are asked for, and in which order. */
export interface RowQuestion {
  readonly words: string;
  readonly onlyWaiting: boolean;
  /** Null for the order of the table. */
  readonly sort: RowSort | null;
}

export interface RegisterRows {
  readonly rows: readonly RegisterRow[] | null;
  /** The table's total rows between these. */
  readonly totals: readonly TotalLine[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** Follows the words once typing pauses. */
export function useRegisterRows(id: string, { words, onlyWaiting, sort }: RowQuestion): RegisterRows {
  const [rows, setRows] = useState<readonly RegisterRow[] | null>(null);
  const [totals, setTotals] = useState<readonly TotalLine[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isLoading, setLoading] = useState(true);
  const [round, setRound] = useState(0);
  const controller = useRef<AbortController | null>(null);
  const ask = async (after: string | null) => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setLoading(true);
    try {
      const query = new URLSearchParams({ q: words, ...(after === null ? {} : { after }) });
      if (onlyWaiting) query.set('waiting', '1');
      if (sort !== null) {
        query.set('sort', sort.key);
        query.set('dir', sort.isDescending ? 'desc' : 'asc');
      }
      const page = await request('GET', `/registers/${id}/rows?${query}`, rowListSchema, {
        signal: own.signal,
      });
      if (own.signal.aborted) return;
      setRows((before) => (after === null ? page.rows : [...(before ?? []), ...page.rows]));
      setTotals((before) => (after === null ? page.totals : [...before, ...page.totals]));
      setNext(page.next);
      setError(null);
    } catch (failure) {
      if (own.signal.aborted) return;
      setError(failure);
    }
    setLoading(false);
  };
  useEffect(() => {
    const timer = setTimeout(() => void ask(null), rows === null ? 0 : typingPauseMs);
    return () => clearTimeout(timer);
  }, [id, words, onlyWaiting, sort, round]);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    rows,
    totals,
    hasMore: next !== null,
    isLoading,
    error,
    loadMore: () => next !== null && void ask(next),
    reload: () => setRound((count) => count + 1),
  };
}
