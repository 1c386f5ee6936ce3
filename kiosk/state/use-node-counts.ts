// How many records hang on each tree node and below, asked one after the other and kept per release.
import { useEffect, useState } from 'preact/hooks';
import type { KioskEngine } from '../engine/engine.ts';
import { useContentVersion, useEngine } from './engine-context.ts';

const known = new Map<string, number>();
let knownVersion: string | null = null;

async function countNode(engine: KioskEngine, id: string, signal: AbortSignal): Promise<number> {
  const query = { text: '', filters: { node: [id] }, sort: 'date', offset: 0, limit: 1 } as const;
  return (await engine.search(query, signal)).total;
}

/** Counts of the nodes asked for, as far as they are known; it fills up while the component stays. */
export function useNodeCounts(ids: readonly string[]): ReadonlyMap<string, number> {
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
