// A page without screens: drives one engine in its worker, as a terminal's page does, and keeps the time.
import { type Asked, type Engine, spawnEngine, storePeer } from './engines.ts';
import { firstSync, type SyncFigures, searchAtEase, searchWhileSyncing, standWithRelease } from './sync.ts';

/** What the bench asks of the page. */
export interface BenchPage {
  /** Lays a peer's files down in this browser's own store. */
  store(engine: string, urls: readonly string[]): Promise<number>;
  /** Milliseconds from the spawning of a worker to its first answer; the worker stays. */
  cold(engine: string, text: string): Promise<number>;
  /** Asks one question after the other. */
  ask(texts: readonly string[]): Promise<Asked[]>;
  /** Bytes of the page's workers after a collection of garbage; null where it can't be told. */
  workerBytes(): Promise<number | null>;
  firstSync(): Promise<SyncFigures>;
  /** Shows what is stored; the two below ask it. */
  standWithRelease(): Promise<void>;
  searchAtEase(texts: readonly string[]): Promise<readonly number[]>;
  searchWhileSyncing(texts: readonly string[]): Promise<SyncFigures>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

interface MemoryReport {
  readonly breakdown: readonly {
    readonly bytes: number;
    readonly attribution: readonly { readonly scope: string }[];
  }[];
}

let engine: Engine | null = null;

window.bench = {
  store: storePeer,
  cold: async (name, text) => {
    const started = performance.now();
    engine = await spawnEngine(name);
    await engine.ask(text);
    return performance.now() - started;
  },
  ask: async (texts) => {
    const asked: Asked[] = [];
    for (const text of texts) {
      const started = performance.now();
      const found = await engine?.ask(text);
      asked.push({ ms: performance.now() - started, found: found ?? 0 });
    }
    return asked;
  },
  workerBytes: async () => {
    const measure = (performance as { measureUserAgentSpecificMemory?: () => Promise<MemoryReport> })
      .measureUserAgentSpecificMemory;
    if (!crossOriginIsolated || measure === undefined) return null;
    const { breakdown } = await measure.call(performance);
    return breakdown
      .filter(({ attribution }) => attribution.some(({ scope }) => scope.includes('Worker')))
      .reduce((sum, { bytes }) => sum + bytes, 0);
  },
  firstSync,
  standWithRelease,
  searchAtEase,
  searchWhileSyncing,
};
