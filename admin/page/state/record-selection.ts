// Which records of the list are ticked; a new filter starts with none, so nobody acts on what is not shown.
import { useEffect, useState } from 'preact/hooks';
import { recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { listAddress, type RecordPages } from './record-list.ts';

/** As many as the hub acts on at once. */
export const maxSelected = 5000;
const pageSize = 200;

export interface RecordSelection {
  readonly ids: ReadonlySet<string>;
  readonly isAllShown: boolean;
  readonly isGathering: boolean;
  readonly error: unknown;
  readonly toggle: (id: string) => void;
  readonly toggleShown: () => void;
  /** Ticks everything the filter finds, shown or not, up to `maxSelected`. */
  readonly selectMatching: () => void;
  readonly clear: () => void;
}

async function idsMatching(pages: RecordPages): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const parameters = new URLSearchParams({ ...pages.filter, limit: String(pageSize) });
    if (cursor) parameters.set('cursor', cursor);
    const answer = await request('GET', `/records?${parameters}`, recordListSchema);
    ids.push(...answer.records.map(({ id }) => id));
    cursor = answer.next;
  } while (cursor !== null && ids.length < maxSelected);
  return ids.slice(0, maxSelected);
}

export function useRecordSelection(pages: RecordPages): RecordSelection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isGathering, setGathering] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const clear = () => setIds(new Set());
  useEffect(clear, [listAddress(pages.filter)]);

  const isAllShown = pages.records.length > 0 && pages.records.every(({ id }) => ids.has(id));
  const selectMatching = async () => {
    setGathering(true);
    setError(null);
    try {
      setIds(new Set(await idsMatching(pages)));
    } catch (failure) {
      setError(failure);
    }
    setGathering(false);
  };
  return {
    ids,
    isAllShown,
    isGathering,
    error,
    toggle: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    toggleShown: () => setIds(new Set(isAllShown ? [] : pages.records.map(({ id }) => id))),
    selectMatching: () => void selectMatching(),
    clear,
  };
}
