// Reads the guides of the catalogue for screens they are browsed on.
import type { GuideShelf } from '#shared/catalogue/guide-shelf.ts';
import { loadGuideShelf } from '#shared/search/load-guides.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import type { Filters } from './search-address.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** Reads the guides that pass the filters, newest first, as many as a shelf holds. */
export async function loadGuides(
  engine: Pick<KioskEngine, 'search' | 'manifest'>,
  filters: Filters,
  signal: AbortSignal,
): Promise<GuideShelf> {
  return await loadGuideShelf(engine, engine.manifest.peek()?.tree ?? [], filters, signal);
}

export function useGuideShelf(filters: Filters = {}): Loaded<GuideShelf> & { readonly retry: () => void } {
  const engine = useEngine();
  const key = `guides ${JSON.stringify(filters)} ${useContentVersion()}`;
  return useLoaded(key, (signal) => loadGuides(engine, filters, signal));
}
