// How much hangs on each tree node and below, asked one after the other and kept per release.
import type { KioskEngine } from '../engine/engine.ts';
import { makeLookedUp } from './use-looked-up.ts';

/** All records of a node, and how many of them are matters: what must be public rather than what is. */
export interface NodeCount {
  readonly total: number;
  readonly matters: number;
}

async function countNode(engine: KioskEngine, id: string, signal: AbortSignal): Promise<NodeCount> {
  const query = { text: '', filters: { node: [id] }, sort: 'date', offset: 0, limit: 1 } as const;
  const { total, facets } = await engine.search(query, signal);
  const matters = facets.kind.find(({ value }) => value === 'matter')?.count ?? 0;
  return { total, matters };
}

/** Counts of the nodes asked for, as far as they are known. */
export const useNodeCounts = makeLookedUp(countNode);
