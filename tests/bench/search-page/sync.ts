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

let standing: KioskEngine | null = null;

/** Starts with a release that is stored and shows it. */
export async function standWithRelease(): Promise<void> {
  const { engine, isKnown } = startKioskEngine();
  await isKnown;
  await statusWhere(engine, ({ phase }) => phase === 'ready');
  standing = engine;
}

/** Asks what is shown, one question after the other, as a visitor does. Resolves with how long each took. */
export async function searchAtEase(texts: readonly string[]): Promise<readonly number[]> {
  const engine = standing as KioskEngine;
  const searchMs: number[] = [];
  for (const text of texts) searchMs.push(await askAtEase(engine, text));
  return searchMs;
}

/** Fetches the newer release that is there by now, and asks the one on the screen until it is shown. */
export async function searchWhileSyncing(texts: readonly string[]): Promise<SyncFigures> {
  const engine = standing as KioskEngine;
  const { version: before } = engine.status.value;
  const tasks = watchTasks();
  const searchMs: number[] = [];
  const started = performance.now();
  let isDone = false;
  const synced = engine.syncNow().then(() => {
    isDone = true;
  });
  for (let at = 0; !isDone && texts.length > 0; at = (at + 1) % texts.length) {
    const ms = await askAtEase(engine, texts[at] ?? '');
    if (!isDone) searchMs.push(ms);
  }
  await synced;
  const { version } = await statusWhere(engine, (status) => status.version !== before);
  const seconds = (performance.now() - started) / 1000;
  return { version: version ?? 0, seconds, longestTaskMs: tasks.longest(), searchMs };
}

async function askAtEase(engine: KioskEngine, text: string): Promise<number> {
  const asked = performance.now();
  await engine.search({ text, filters: {}, sort: 'relevance', offset: 0, limit: 20 });
  const ms = performance.now() - asked;
  // A visitor types some characters a second; asking without a pause would measure a race for the processor.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return ms;
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
