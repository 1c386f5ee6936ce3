// The terminal's whole machinery at a sync: how long it takes, and whether the screen and the search go on meanwhile.
import type { EngineStatus, KioskEngine } from '#kiosk/engine/engine.ts';
import { startKioskEngine } from '#kiosk/engine/start-kiosk-engine.ts';

export interface SyncFigures {
  readonly version: number;
  readonly seconds: number;
  /** The longest task of the page's own thread; 0 when none was over 50 ms. */
  readonly longestTaskMs: number;
  /** Milliseconds of each search asked meanwhile. */
  readonly searchMs: readonly number[];
}

/** Starts with what is stored and waits until a release newer than that is installed. */
export async function firstSync(): Promise<SyncFigures> {
  const tasks = watchTasks();
  const started = performance.now();
  const { engine, isKnown } = startKioskEngine();
  await isKnown;
  await statusWhere(engine, ({ phase, version }) => phase === 'ready' && version !== null);
  const seconds = (performance.now() - started) / 1000;
  return { version: engine.status.value.version ?? 0, seconds, longestTaskMs: tasks.longest(), searchMs: [] };
}

/** With a release on the screen: fetches the newer one and asks the old one until it is shown. */
export async function searchWhileSyncing(texts: readonly string[]): Promise<SyncFigures> {
  const { engine, isKnown } = startKioskEngine();
  await isKnown;
  const { version: before } = await statusWhere(engine, ({ phase }) => phase === 'ready');
  const tasks = watchTasks();
  const searchMs: number[] = [];
  const started = performance.now();
  let isDone = false;
  const synced = engine.syncNow().then(() => {
    isDone = true;
  });
  for (let at = 0; !isDone && texts.length > 0; at = (at + 1) % texts.length) {
    const asked = performance.now();
    const text = texts[at] ?? '';
    await engine.search({ text, filters: {}, sort: 'relevance', offset: 0, limit: 20 });
    if (!isDone) searchMs.push(performance.now() - asked);
    // A visitor types some characters a second; asking without a pause would measure a race for the processor.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await synced;
  const { version } = await statusWhere(engine, (status) => status.version !== before);
  const seconds = (performance.now() - started) / 1000;
  return { version: version ?? 0, seconds, longestTaskMs: tasks.longest(), searchMs };
}

function watchTasks(): { longest(): number } {
  let longest = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    longest: () => {
      note(observer.takeRecords());
      return longest;
    },
  };
}

function statusWhere(
  engine: KioskEngine,
  isWanted: (status: EngineStatus) => boolean,
): Promise<EngineStatus> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null;
    stop = engine.status.subscribe((status) => {
      if (!isWanted(status)) return;
      resolve(status);
      // The first call comes before `subscribe` has returned.
      queueMicrotask(() => stop?.());
    });
  });
}
