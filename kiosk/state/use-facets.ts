// How many records of the whole catalogue each kind, agency, topic, year and validity has.
import type { FacetCount, FacetField } from '#shared/search/types.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

export type Facets = Readonly<Record<FacetField, readonly FacetCount[]>>;

export function useFacets(): Loaded<Facets> & { readonly retry: () => void } {
  const engine = useEngine();
  return useLoaded(`facets ${useContentVersion()}`, async (signal) => {
    const everything = { text: '', filters: {}, sort: 'date', offset: 0, limit: 1 } as const;
    return (await engine.search(everything, signal)).facets;
  });
}
