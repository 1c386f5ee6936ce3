// One record by its id, as long as it is shown: what ends while it is open is told from what was never there.
import { useRef } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

export type LoadedRecord = Loaded<CatalogueRecord | null> & {
  readonly retry: () => void;
  /** The record that was open until its time was over. */
  readonly ended: CatalogueRecord | null;
};

/** Null when no such record is shown. What is open stays while it is looked whether it still is. */
export function useRecord(id: string): LoadedRecord {
  const engine = useEngine();
  const open = useRef<CatalogueRecord | null>(null);
  const key = `record ${id} ${useContentVersion()}`;
  const loaded = useLoaded(key, (signal) => engine.record(id, signal), { isFresh: true });
  if (open.current?.id !== id) open.current = null;
  if (loaded.value) open.current = loaded.value;
  if (loaded.state === 'loading' && open.current) return { ...loaded, value: open.current, ended: null };
  const hasGone = loaded.state === 'done' && loaded.value === null;
  return { ...loaded, ended: hasGone && (open.current?.shown?.until ?? null) !== null ? open.current : null };
}
