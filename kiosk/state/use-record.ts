// One record by its id, from the shown release.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** Null when the release has no such record. */
export function useRecord(id: string): Loaded<CatalogueRecord | null> & { readonly retry: () => void } {
  const engine = useEngine();
  const key = `record ${id} ${useContentVersion()}`;
  return useLoaded(key, (signal) => engine.record(id, signal), { isFresh: true });
}
