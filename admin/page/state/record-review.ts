// The review of the record in the editor: how it stands, acts on it, and what the last act came to.
import { useState } from 'preact/hooks';
import type { RecordReview } from '#shared/protocol/workflow-api.ts';
import { RequestError } from '../api/client.ts';
import type { MessageKey } from '../i18n/index.ts';
import { useLoaded } from './loaded.ts';
import { type BulkAnswer, loadReview } from './review-calls.ts';

/** An act that went well, in words, and how to take it back where that is safe. */
export interface DoneAct {
  readonly said: MessageKey;
  readonly undo: (() => Promise<unknown>) | null;
}

export interface RecordReviewState {
  /** Null for a new record, and while it is being read. */
  readonly review: RecordReview | null;
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly done: DoneAct | null;
  /** True when it went well; the review and the record are then read anew. */
  readonly run: (act: () => Promise<unknown>, done: DoneAct | null) => Promise<boolean>;
  readonly reload: () => void;
}

/** An answer about one record that left it alone is a refusal like any other. */
function refusalOf(answer: unknown): RequestError | null {
  const { done, skipped } = (answer ?? {}) as Partial<BulkAnswer>;
  const first = skipped?.[0];
  if (done !== 0 || first === undefined) return null;
  const problem = { type: 'about:blank', title: first.message, status: 409, code: first.code };
  return new RequestError(problem);
}

/** Follows the review of this record; it is read anew with every new version. */
export function useRecordReview(
  id: string | null,
  version: number,
  onDone: () => Promise<void>,
): RecordReviewState {
  const loaded = useLoaded(async (signal) => (id === null ? null : loadReview(id, signal)), [id, version]);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<DoneAct | null>(null);
  const run = async (act: () => Promise<unknown>, words: DoneAct | null) => {
    setBusy(true);
    setError(null);
    setDone(null);
    try {
      const refusal = refusalOf(await act());
      if (refusal) throw refusal;
      await onDone();
      setDone(words);
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
      loaded.reload();
    }
  };
  return { review: loaded.value, error: error ?? loaded.error, isBusy, done, run, reload: loaded.reload };
}
