// The latest time this terminal has ever known, kept over a restart: what has ended stays ended when the clock goes back.
import type { KioskStore } from './kiosk-store.ts';

/** Milliseconds since 1970; 0 on a new terminal. */
export async function loadLatestTime(store: KioskStore): Promise<number> {
  const kept = await store.use((database) => database.get('settings', 'latestTimeMs'));
  return typeof kept === 'number' && Number.isFinite(kept) ? kept : 0;
}

/** Keeps a time unless a later one is kept: several pages and workers may raise it. */
export async function raiseLatestTime(store: KioskStore, timeMs: number): Promise<void> {
  await store.use(async (database) => {
    const work = database.transaction('settings', 'readwrite');
    const kept = await work.store.get('latestTimeMs');
    if (typeof kept !== 'number' || kept < timeMs) await work.store.put(timeMs, 'latestTimeMs');
    await work.done;
  });
}
