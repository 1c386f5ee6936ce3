// The findings of one record: fetched, asked for again while a check is under way, checked anew, answered.
import { useEffect, useState } from 'preact/hooks';
import { type AnswerFindings, type RecordFindings, recordFindingsSchema } from '#shared/protocol/lint-api.ts';
import { request } from '../api/client.ts';

/** While attachments are read, between two questions. */
const askAgainMs = 1500;

export interface FindingsState {
  readonly view: RecordFindings | null;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly check: (links: boolean) => Promise<void>;
  /** True when the answer was taken. */
  readonly answer: (
    ids: readonly string[],
    answer: AnswerFindings['answer'],
    reason: string,
  ) => Promise<boolean>;
}

/** Of the newest stored version; asks again whenever `version` changes. */
export function useFindings(recordId: string, version: number): FindingsState {
  const [view, setView] = useState<RecordFindings | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const path = `/records/${recordId}/findings`;
  useEffect(() => {
    const controller = new AbortController();
    let timer = 0;
    const ask = async () => {
      try {
        const next = await request('GET', path, recordFindingsSchema, { signal: controller.signal });
        setView(next);
        if (next.state === 'pending') timer = window.setTimeout(ask, askAgainMs);
      } catch (failure) {
        if (!controller.signal.aborted) setError(failure);
      }
    };
    setError(null);
    void ask();
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, [path, version]);
  const act = async (below: string, body: unknown) => {
    setBusy(true);
    setError(null);
    try {
      setView(await request('POST', `${path}/${below}`, recordFindingsSchema, { body }));
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    view,
    error,
    isBusy,
    check: async (links) => {
      await act('check', { links });
    },
    answer: (ids, answer, reason) => act('answer', { version, ids: [...ids], answer, reason }),
  };
}
