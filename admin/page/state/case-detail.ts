// One case at the desk: read, acted on, and read again when somebody was faster.
import { useRef, useState } from 'preact/hooks';
import * as z from 'zod';
import {
  type CaseAct,
  type CaseDetail,
  type CaseEvent,
  caseDetailSchema,
  caseHandlersSchema,
} from '#shared/protocol/case-desk-api.ts';
import { RequestError, request } from '../api/client.ts';
import { useLoaded } from './loaded.ts';

const addedFileSchema = z.object({ id: z.string() });

export const fetchCase = (id: string, signal?: AbortSignal): Promise<CaseDetail> =>
  request('GET', `/cases/${id}`, caseDetailSchema, signal ? { signal } : {});

/** Where a file of a case is read. */
export const caseFileAddress = (id: string, fileId: string): string => `/api/cases/${id}/files/${fileId}`;

/** Sends a file of the office for a reply; resolves with its id. */
export async function sendCaseFile(id: string, file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file, file.name);
  return (await request('POST', `/cases/${id}/files`, addedFileSchema, { form })).id;
}

/** Who may be given a case of this agency; of any where none is chosen. */
export const useHandlers = (agencyId: string | null) =>
  useLoaded(
    async (signal) => {
      const query = agencyId === null ? '' : `?${new URLSearchParams({ agency: agencyId })}`;
      return (await request('GET', `/cases/handlers${query}`, caseHandlersSchema, { signal })).handlers;
    },
    [agencyId],
  );

/** What others did between two readings of a case. */
export function eventsSince(before: CaseDetail, after: CaseDetail): readonly CaseEvent[] {
  const known = new Set(before.events.map(({ id }) => id));
  return after.events.filter(({ id }) => !known.has(id));
}

export interface CaseWork {
  readonly detail: CaseDetail | null;
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly reload: () => void;
  /**
   * Does an act. `overtaken` when somebody was faster: the case as it now is has been read and nothing was done.
   * Rejects with anything else that stood in the way.
   */
  readonly act: (act: CaseAct) => Promise<'done' | 'overtaken'>;
  /** What others did when this account was overtaken; empty otherwise. */
  readonly overtakenBy: readonly CaseEvent[];
  readonly dismissOvertaken: () => void;
  /** Reads the case again without a sign of loading, after a paper was made. */
  readonly refresh: () => Promise<void>;
}

const isConflict = (error: unknown) =>
  error instanceof RequestError && error.problem.code === 'store.conflict';

/** The case with this id, and what can be done with it. */
export function useCase(id: string): CaseWork {
  const loaded = useLoaded((signal) => fetchCase(id, signal), [id]);
  const [newer, setNewer] = useState<CaseDetail | null>(null);
  const [overtakenBy, setOvertaken] = useState<readonly CaseEvent[]>([]);
  const detail = newest(id, loaded.value, newer);
  const current = useRef(detail);
  current.current = detail;

  const refresh = async () => setNewer(await fetchCase(id));

  const act = async (call: CaseAct) => {
    const before = current.current;
    if (before === null) return 'overtaken';
    const body = { revision: before.revision, act: call };
    try {
      setNewer(await request('POST', `/cases/${id}/acts`, caseDetailSchema, { body }));
      setOvertaken([]);
      return 'done';
    } catch (failure) {
      if (!isConflict(failure)) throw failure;
      const now = await fetchCase(id);
      setOvertaken(eventsSince(before, now));
      setNewer(now);
      return 'overtaken';
    }
  };

  return {
    ...loaded,
    detail,
    act,
    overtakenBy,
    dismissOvertaken: () => setOvertaken([]),
    refresh,
  };
}

/** The later of two readings of the case that is open. */
function newest(id: string, loaded: CaseDetail | null, newer: CaseDetail | null): CaseDetail | null {
  const readings = [loaded, newer].filter((one) => one?.id === id);
  return readings.reduce(
    (latest, one) => ((one?.revision ?? 0) >= (latest?.revision ?? 0) ? one : latest),
    null,
  );
}
