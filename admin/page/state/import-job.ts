// One import at the hub, from dropped files to stored records: each step is asked for and then followed.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ImportJob, importJobSchema } from '#shared/protocol/hub-api.ts';
import { nothing, request } from '../api/client.ts';

const pollMs = 400;

/** What staff chose for one file: the kind it is read as, and corrected columns (position → field or null). */
export interface FileChoice {
  readonly as: ImportJob['files'][number]['as'];
  readonly columns: Readonly<Record<string, string | null>>;
}

export interface ImportJobState {
  readonly job: ImportJob | null;
  readonly error: unknown;
  /** True while the hub works on it or a request is under way. */
  readonly isBusy: boolean;
  readonly upload: (files: readonly File[]) => void;
  readonly preview: (choices: Readonly<Record<string, FileChoice>>, agency: string) => void;
  readonly run: (isApproved: boolean) => void;
  readonly discard: () => void;
}

type Act = () => Promise<ImportJob | null>;

const isWorking = (job: ImportJob | null) => job?.state === 'previewing' || job?.state === 'running';

async function uploadFiles(files: readonly File[]): Promise<ImportJob> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return await request('POST', '/imports', importJobSchema, { form });
}

async function askPreview(
  id: string,
  choices: Readonly<Record<string, FileChoice>>,
  agency: string,
): Promise<ImportJob> {
  const files = Object.entries(choices).map(([file, { as, columns }]) => ({ file, as, columns }));
  const body = { files, agency: agency.trim() === '' ? null : agency.trim() };
  return await request('PUT', `/imports/${id}/options`, importJobSchema, { body });
}

/** Drives one import; a second one starts after `discard`. */
export function useImportJob(): ImportJobState {
  const [job, setJob] = useState<ImportJob | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isAsking, setAsking] = useState(false);

  const perform = useCallback(async (act: Act) => {
    setAsking(true);
    setError(null);
    try {
      setJob(await act());
    } catch (failure) {
      setError(failure);
    }
    setAsking(false);
  }, []);

  const id = job?.id ?? null;
  const working = isWorking(job);
  useEffect(() => {
    if (!working || id === null) return;
    const follow = () => request('GET', `/imports/${id}`, importJobSchema).then(setJob, setError);
    const timer = setInterval(follow, pollMs);
    return () => clearInterval(timer);
  }, [working, id]);

  const discard = async () => {
    if (id !== null) await request('DELETE', `/imports/${id}`, nothing);
    return null;
  };

  return {
    job,
    error,
    isBusy: isAsking || working,
    upload: (files) =>
      void perform(async () => {
        const uploaded = await uploadFiles(files);
        return await askPreview(uploaded.id, {}, '');
      }),
    preview: (choices, agency) => void (id !== null && perform(() => askPreview(id, choices, agency))),
    run: (isApproved) =>
      void (
        id !== null &&
        perform(() =>
          request('POST', `/imports/${id}/run`, importJobSchema, { body: { approve: isApproved } }),
        )
      ),
    discard: () => void perform(discard),
  };
}
