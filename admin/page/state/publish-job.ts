// The publish job at the hub: started here, followed until it is done, picked up again after a reload.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod';
import { publishJobSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';

export type PublishJob = z.infer<typeof publishJobSchema>;

const pollMs = 500;

export interface PublishJobState {
  readonly job: PublishJob | null;
  readonly error: unknown;
  readonly isRunning: boolean;
  readonly publish: (note: string) => void;
}

/** Follows the hub's publish job; `onFinished` runs when one that was seen running has ended. */
export function usePublishJob(onFinished: () => void): PublishJobState {
  const [job, setJob] = useState<PublishJob | null>(null);
  const [error, setError] = useState<unknown>(null);
  const finished = useRef(onFinished);
  finished.current = onFinished;
  const isRunning = job?.state === 'running';

  const ask = useCallback(async () => {
    try {
      setJob(await request('GET', '/publish/job', publishJobSchema));
      setError(null);
    } catch (failure) {
      setError(failure);
    }
  }, []);

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
