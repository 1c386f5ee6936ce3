// The matters on one node with what fulfils each, looked up one after the other and kept per release.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';
import { makeLookedUp } from './use-looked-up.ts';

/** How much fulfils a matter, and the newest of it. */
export interface Fulfilment {
  readonly count: number;
  readonly isLowerBound: boolean;
  readonly newest: CatalogueRecord | null;
}

/** Matters listed on a screen. */
export const mostMatters = 60;

/** One question of one hit: what is newest, and how many there are. */
export async function lookUpFulfilment(
  engine: KioskEngine,
  matterId: string,
  signal: AbortSignal,
): Promise<Fulfilment> {
  const query = { text: '', filters: { matter: [matterId] }, sort: 'date', offset: 0, limit: 1 } as const;
  const { total, totalIsLowerBound, hits } = await engine.search(query, signal);
  return { count: total, isLowerBound: totalIsLowerBound, newest: hits[0]?.record ?? null };
}

/** The matters that hang on the node itself or below it. */
export function useMatters(nodeId: string): Loaded<readonly CatalogueRecord[]> & { retry: () => void } {
  const engine = useEngine();
  return useLoaded(
    `matters ${nodeId} ${useContentVersion()}`,
    async (signal) => {
      const filters = { node: [nodeId], kind: ['matter'] };
      const query = { text: '', filters, sort: 'date', offset: 0, limit: 100 } as const;
      return (await engine.search(query, signal)).hits.map((hit) => hit.record);
    },
    { isFresh: true },
  );
}

/** What fulfils each of these matters, as far as it is known. */
export const useFulfilments = makeLookedUp(lookUpFulfilment);
