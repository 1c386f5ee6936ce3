// Which records of the list are ticked; a new filter starts with none, so nobody acts on what is not shown.
import { useEffect, useState } from 'preact/hooks';
import { type ListedRecord, recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import type { BulkItem } from './bulk-act.ts';
import { listAddress, type RecordPages } from './record-list.ts';

/** As many as the hub acts on at once. */
export const maxSelected = 5000;
const pageSize = 200;

export interface RecordSelection {
  readonly ids: ReadonlySet<string>;
  /** What is ticked, with the version that was on the screen. */
  readonly items: readonly BulkItem[];
  readonly isAllShown: boolean;
  readonly isGathering: boolean;
  readonly error: unknown;
  readonly toggle: (id: string) => void;
  readonly toggleShown: () => void;
  /** Ticks everything the filter finds, shown or not, up to `maxSelected`. */
  readonly selectMatching: () => void;
  readonly clear: () => void;
}

type Items = ReadonlyMap<string, BulkItem>;

const itemsOf = (records: readonly ListedRecord[]): Items =>
  new Map(records.map(({ id, version, title }) => [id, { recordId: id, version, title }]));

async function recordsMatching(pages: RecordPages): Promise<ListedRecord[]> {
  const records: ListedRecord[] = [];
  let cursor: string | null = null;
  do {
    const parameters = new URLSearchParams({ ...pages.filter, limit: String(pageSize) });
    if (cursor) parameters.set('cursor', cursor);
    const answer = await request('GET', `/records?${parameters}`, recordListSchema);
    records.push(...answer.records);
    cursor = answer.next;
  } while (cursor !== null && records.length < maxSelected);
  return records.slice(0, maxSelected);
}

export function useRecordSelection(pages: RecordPages): RecordSelection {
  const [items, setItems] = useState<Items>(new Map());
  const ids = new Set(items.keys());
  const [isGathering, setGathering] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const clear = () => setItems(new Map());
  useEffect(clear, [listAddress(pages.filter)]);

  const isAllShown = pages.records.length > 0 && pages.records.every(({ id }) => ids.has(id));
  const selectMatching = async () => {
    setGathering(true);
    setError(null);
    try {
      setItems(itemsOf(await recordsMatching(pages)));
    } catch (failure) {
      setError(failure);
    }
    setGathering(false);
  };
  return {
    ids,
    items: [...items.values()],
    isAllShown,
    isGathering,
    error,
    toggle: (id) => {
      const next = new Map(items);
      const shown = itemsOf(pages.records).get(id);
      if (!next.delete(id) && shown) next.set(id, shown);
      setItems(next);
    },
    toggleShown: () => setItems(itemsOf(isAllShown ? [] : pages.records)),
    selectMatching: () => void selectMatching(),
    clear,
  };
}
