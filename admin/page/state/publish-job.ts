// The publish job at the hub: started here, followed until it is done, picked up again after a reload.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type PublishJobView, publishJobSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';

const pollMs = 500;

export interface PublishJobState {
  /** What is running or ended while this screen was open; null when the last one ended before. */
  readonly job: PublishJobView | null;
  readonly error: unknown;
  readonly isRunning: boolean;
  readonly publish: (note: string) => void;
}

/** Follows the hub's publish job; `onFinished` runs when one that was seen running has ended. */
export function usePublishJob(onFinished: () => void): PublishJobState {
  const [job, setJob] = useState<PublishJobView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const finished = useRef(onFinished);
  finished.current = onFinished;
  const isRunning = job?.state === 'running';

  /** The good end of an earlier publish is no news: the list of releases has it. A failure stays one. */
  const show = useCallback((next: PublishJobView) => {
    setError(null);
    setJob((before) => (before === null && next.state === 'done' ? null : next));
  }, []);

  const ask = useCallback(
    () => request('GET', '/publish/job', publishJobSchema).then(show, setError),
    [show],
  );

  useEffect(() => void ask(), [ask]);

  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(ask, pollMs);
    return () => {
      clearInterval(timer);
      finished.current();
    };
  }, [isRunning, ask]);

  const publish = async (note: string) => {
    try {
      setJob(await request('POST', '/publish', publishJobSchema, { body: { note } }));
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  };
  return { job, error, isRunning, publish: (note) => void publish(note) };
}
