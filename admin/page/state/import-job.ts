// One import at the hub, from dropped files to stored records: each step is asked for and then followed.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ImportJob, importJobSchema } from '#shared/protocol/import-api.ts';
import { nothing, RequestError, request } from '../api/client.ts';
import { type FileChoice, type KeptImport, keepImport, readKeptImport } from './kept-import.ts';

const pollMs = 400;

export interface ImportJobState {
  readonly job: ImportJob | null;
  readonly choices: KeptImport['choices'];
  readonly agency: string;
  readonly error: unknown;
  /** True while files are on their way to the hub: leaving now would lose them. */
  readonly isUploading: boolean;
  /** True while the hub works on it or a request is under way. */
  readonly isBusy: boolean;
  /** True when the hub no longer holds the upload, because it was restarted or a day has passed. */
  readonly isGone: boolean;
  readonly upload: (files: readonly File[]) => void;
  readonly chooseFile: (file: string, choice: FileChoice) => void;
  readonly chooseAgency: (agency: string) => void;
  readonly run: (isApproved: boolean) => void;
  /** Stops what is under way and forgets the upload. */
  readonly discard: () => void;
}

type Step = 'idle' | 'uploading' | 'asking';

const isWorking = (job: ImportJob | null) => job?.state === 'previewing' || job?.state === 'running';
const isMissing = (error: unknown) => error instanceof RequestError && error.problem.status === 404;
const fetchJob = (id: string) => request('GET', `/imports/${id}`, importJobSchema);

async function uploadFiles(files: readonly File[]): Promise<ImportJob> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return await request('POST', '/imports', importJobSchema, { form });
}

function askPreview({ id, choices, agency }: KeptImport): Promise<ImportJob> {
  const files = Object.entries(choices).map(([file, choice]) => ({ file, ...choice }));
  const body = { files, agency: agency.trim() === '' ? null : agency.trim() };
  return request('PUT', `/imports/${id}/options`, importJobSchema, { body });
}

/** Follows the job while the hub works on it, one question after the other. */
function useFollowing(
  job: ImportJob | null,
  onJob: (job: ImportJob) => void,
  onFailure: (e: unknown) => void,
) {
  const id = job?.id ?? null;
  const isFollowed = isWorking(job);
  useEffect(() => {
    if (!isFollowed || id === null) return;
    let isLeft = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await fetchJob(id).catch((failure: unknown) => {
        if (!isLeft) onFailure(failure);
        return null;
      });
      if (isLeft) return;
      if (answer) onJob(answer);
      timer = setTimeout(ask, pollMs);
    };
    timer = setTimeout(ask, pollMs);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [isFollowed, id]);
}

/** Drives one import; one that was left is picked up again; a second one starts after `discard`. */
export function useImportJob(): ImportJobState {
  const kept = useRef(readKeptImport());
  const [job, setJob] = useState<ImportJob | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [step, setStep] = useState<Step>(kept.current ? 'asking' : 'idle');
  const [isGone, setGone] = useState(false);

  const keep = (next: KeptImport | null) => {
    kept.current = next;
    keepImport(next);
  };
  const fail = (failure: unknown) => {
    if (!isMissing(failure)) return setError(failure);
    setGone(true);
    setJob(null);
    keep(null);
  };
  const perform = useCallback(async (during: Step, act: () => Promise<ImportJob | null>) => {
    setStep(during);
    setError(null);
    setGone(false);
    try {
      setJob(await act());
    } catch (failure) {
      fail(failure);
    }
    setStep('idle');
  }, []);

  useEffect(() => {
    const id = kept.current?.id;
    if (id !== undefined) void perform('asking', () => fetchJob(id));
  }, []);

  useFollowing(
    job,
    (next) => {
      setError(null);
      setJob(next);
    },
    fail,
  );

  const preview = (change: Partial<KeptImport>) => {
    if (!kept.current) return;
    const next = { ...kept.current, ...change };
    keep(next);
    void perform('asking', () => askPreview(next));
  };
  const discard = async () => {
    const id = kept.current?.id;
    keep(null);
    if (id !== undefined)
      await request('DELETE', `/imports/${id}`, nothing).catch((failure) => {
        if (!isMissing(failure)) throw failure;
      });
    return null;
  };

  return {
    job,
    choices: kept.current?.choices ?? {},
    agency: kept.current?.agency ?? '',
    error,
    isUploading: step === 'uploading',
    isBusy: step !== 'idle' || isWorking(job),
    isGone,
    upload: (files) =>
      void perform('uploading', async () => {
        const { id } = await uploadFiles(files);
        keep({ id, choices: {}, agency: '' });
        return await askPreview({ id, choices: {}, agency: '' });
      }),
    chooseFile: (file, choice) => preview({ choices: { ...kept.current?.choices, [file]: choice } }),
    chooseAgency: (agency) => preview({ agency }),
    run: (isApproved) => {
      const id = kept.current?.id;
      if (id === undefined) return;
      const body = { approve: isApproved };
      void perform('asking', () => request('POST', `/imports/${id}/run`, importJobSchema, { body }));
    },
    discard: () => void perform('asking', discard),
  };
}
