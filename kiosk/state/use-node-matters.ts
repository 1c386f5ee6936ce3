// The matters on one node with what fulfils each, looked up one after the other and kept per release.
import { useEffect, useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** How much fulfils a matter, and the newest of it. */
export interface Fulfilment {
  readonly count: number;
  readonly isLowerBound: boolean;
  readonly newest: CatalogueRecord | null;
}

/** Matters listed on a screen. */
export const mostMatters = 60;

const known = new Map<string, Fulfilment>();
let knownVersion: string | null = null;

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

/** What fulfils each of these matters, as far as it is known; it fills up while the component stays. */
export function useFulfilments(ids: readonly string[]): ReadonlyMap<string, Fulfilment> {
  const engine = useEngine();
  const version = useContentVersion();
  const [, setDone] = useState(0);
  if (version !== knownVersion) {
    known.clear();
    knownVersion = version;
  }
  useEffect(() => {
    const cancel = new AbortController();
    const fill = async () => {
      for (const id of ids.filter((one) => !known.has(one))) {
        const found = await lookUpFulfilment(engine, id, cancel.signal);
        if (cancel.signal.aborted) return;
        known.set(id, found);
        setDone((done) => done + 1);
      }
    };
    // What cannot be looked up leaves its place empty; the link works all the same.
    fill().catch(() => undefined);
    return () => cancel.abort();
  }, [ids.join(' '), version]);
  return known;
}
