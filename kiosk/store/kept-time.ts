// The times this terminal knows of, kept over a restart: what has ended stays ended when its clock goes back.
import type { KioskStore } from './kiosk-store.ts';

/** Milliseconds since 1970; 0 where there is none. */
export interface KeptTime {
  /** The newest time that was signed. */
  readonly signedMs: number;
  /** The newest signed time and what really went by since: never ahead of the truth. */
  readonly provenMs: number;
  /** What the terminal's own clock told last. */
  readonly toldMs: number;
}

/** All 0 on a new terminal; one number, as it was kept once, came from its own clock as well as from signatures. */
export async function loadKeptTime(store: KioskStore): Promise<KeptTime> {
  return asKeptTime(await store.use((database) => database.get('settings', 'latestTimeMs')));
}

/**
 * Keeps what a clock tells. What was signed or proven later, by another page or worker, stays, and with a newer signed
 * time nothing of what the clock told before it. Gives what is kept now.
 */
export async function persistKeptTime(store: KioskStore, time: KeptTime): Promise<KeptTime> {
  return await store.use(async (database) => {
    const work = database.transaction('settings', 'readwrite');
    const kept = asKeptTime(await work.store.get('latestTimeMs'));
    const next = {
      signedMs: Math.max(kept.signedMs, time.signedMs),
      provenMs: Math.max(kept.provenMs, time.provenMs),
      toldMs: time.signedMs < kept.signedMs ? 0 : time.toldMs,
    };
    await work.store.put(next, 'latestTimeMs');
    await work.done;
    return next;
  });
}

/** Keeps a time that was signed; nothing changes where a newer one is kept. */
export async function persistSignedTime(store: KioskStore, signedMs: number): Promise<void> {
  const { signedMs: before } = await loadKeptTime(store);
  if (signedMs > before) await persistKeptTime(store, { signedMs, provenMs: signedMs, toldMs: 0 });
}

function asKeptTime(kept: unknown): KeptTime {
  if (typeof kept === 'number') return { signedMs: 0, provenMs: 0, toldMs: finite(kept) };
  const { signedMs, provenMs, toldMs } = (kept ?? {}) as Partial<Record<keyof KeptTime, unknown>>;
  return { signedMs: finite(signedMs), provenMs: finite(provenMs), toldMs: finite(toldMs) };
}

function finite(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
