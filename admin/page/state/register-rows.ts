// The rows of a register, a page at a time, found again when words are typed.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type RegisterRow, rowListSchema } from '#shared/protocol/registers-api.ts';
import { request } from '../api/client.ts';

const typingPauseMs = 250;

export interface RegisterRows {
  readonly rows: readonly RegisterRow[] | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** Follows the words once typing pauses. */
export function useRegisterRows(id: string, words: string, onlyWaiting: boolean): RegisterRows {
  const [rows, setRows] = useState<readonly RegisterRow[] | null>(null);
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
      const page = await request('GET', `/registers/${id}/rows?${query}`, rowListSchema, {
        signal: own.signal,
      });
      if (own.signal.aborted) return;
      setRows((before) => (after === null ? page.rows : [...(before ?? []), ...page.rows]));
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
  }, [id, words, onlyWaiting, round]);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    rows,
    hasMore: next !== null,
    isLoading,
    error,
    loadMore: () => next !== null && void ask(next),
    reload: () => setRound((count) => count + 1),
  };
}
