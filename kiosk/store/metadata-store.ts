// The TUF metadata this terminal trusts, byte for byte.
import type { KioskStore } from './kiosk-store.ts';

/** One trusted metadata file by name, e.g. `root.json`. */
export async function loadMetadata(store: KioskStore, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  return (await store.use((database) => database.get('metadata', name))) ?? null;
}

/** Remembers a metadata file as trusted; it is on disk when this resolves. */
export async function persistMetadata(
  store: KioskStore,
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await store.use(async (database) => {
    const work = database.transaction('metadata', 'readwrite', { durability: 'strict' });
    await Promise.all([work.store.put(content, name), work.done]);
  });
}

/** Forgets a metadata file that may no longer be trusted. */
export async function removeMetadata(store: KioskStore, name: string): Promise<void> {
  await store.use((database) => database.delete('metadata', name));
}
