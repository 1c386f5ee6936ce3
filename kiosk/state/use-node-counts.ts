// How much hangs on each tree node and below, asked one after the other and kept per release.
import { useEffect, useState } from 'preact/hooks';
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';

/** All records of a node, and how many of them are matters: what must be public rather than what is. */
export interface NodeCount {
  readonly total: number;
  readonly matters: number;
}

const known = new Map<string, NodeCount>();
let knownVersion: string | null = null;

async function countNode(engine: KioskEngine, id: string, signal: AbortSignal): Promise<NodeCount> {
  const query = { text: '', filters: { node: [id] }, sort: 'date', offset: 0, limit: 1 } as const;
  const { total, facets } = await engine.search(query, signal);
  const matters = facets.kind.find(({ value }) => value === 'matter')?.count ?? 0;
  return { total, matters };
}

/** Counts of the nodes asked for, as far as they are known; it fills up while the component stays. */
export function useNodeCounts(ids: readonly string[]): ReadonlyMap<string, NodeCount> {
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
        const count = await countNode(engine, id, cancel.signal);
        if (cancel.signal.aborted) return;
        known.set(id, count);
        setDone((done) => done + 1);
      }
    };
    // A count that cannot be had leaves its place empty; the link works all the same.
    fill().catch(() => undefined);
    return () => cancel.abort();
  }, [ids.join(' '), version]);
  return known;
}
