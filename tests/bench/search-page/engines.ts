// The engines a page can hold: ours over the terminal's own store, and the peers, each in its worker.
import { spawnSearch } from '#kiosk/engine/spawn-search.ts';
import { WorkerBridge } from '#kiosk/engine/worker-bridge.ts';
import type { SearchWorkerCalls } from '#shared/protocol/worker-messages.ts';
import type { SearchResult } from '#shared/search/types.ts';
import type { FromPeer, ToPeer } from '../peers/serve-peer.ts';

export interface Asked {
  readonly ms: number;
  readonly found: number;
}

export interface Engine {
  /** Resolves with how many results the first page has. */
  ask(text: string): Promise<number>;
}

const peerWorkers: Readonly<Record<string, () => Worker>> = {
  floor: () => new Worker(new URL('./floor-worker.ts', import.meta.url), { type: 'module' }),
  scan: () => new Worker(new URL('../peers/scan-worker.ts', import.meta.url), { type: 'module' }),
  sqlite: () => new Worker(new URL('../peers/sqlite-worker.ts', import.meta.url), { type: 'module' }),
  ranked: () =>
    new Worker(new URL('../peers/sqlite-worker.ts', import.meta.url), { type: 'module', name: 'ranked' }),
  flexsearch: () => new Worker(new URL('../peers/flexsearch-worker.ts', import.meta.url), { type: 'module' }),
  minisearch: () => new Worker(new URL('../peers/minisearch-worker.ts', import.meta.url), { type: 'module' }),
};

export async function storePeer(name: string, urls: readonly string[]): Promise<number> {
  return await callPeer(spawnPeer(name), { type: 'store', urls });
}

/** The worker is spawned when this is called; what was stored is opened with the first question. */
export async function spawnEngine(name: string): Promise<Engine> {
  if (name === 'ours') return spawnOurs();
  const worker = spawnPeer(name);
  return { ask: (text) => callPeer(worker, { type: 'search', text }) };
}

function spawnPeer(name: string): Worker {
  const spawn = peerWorkers[name];
  if (spawn === undefined) throw new Error(`There is no engine ${name}.`);
  return spawn();
}

function callPeer(worker: Worker, message: ToPeer): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromPeer>) => {
      if ('value' in data) resolve(data.value);
      else reject(new Error(data.error));
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(message);
  });
}

function spawnOurs(): Engine {
  const bridge = new WorkerBridge<SearchWorkerCalls, never>({
    name: 'search',
    spawn: spawnSearch,
    onEvent: () => undefined,
  });
  // As peers are: the first question is there before the worker has opened what it asks about, and waits in it.
  const opened = bridge.call('open', { generation: 'current' });
  return {
    ask: async (text) => {
      const query = { text, filters: {}, sort: 'relevance', offset: 0, limit: 20 } as const;
      const asked = bridge.call('search', query);
      if ((await opened) === null) throw new Error('Nothing is synced.');
      return (JSON.parse(await asked) as SearchResult).hits.length;
    },
  };
}
