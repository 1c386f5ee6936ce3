// The terminal's own facts: who it is at the hub and how its last sync went.
import type { KioskStore } from './kiosk-store.ts';
import type { Settings } from './schema.ts';

/** Whatever is known, in one read. */
export async function loadSettings(store: KioskStore): Promise<Partial<Settings>> {
  return await store.use(async (database) => {
    const work = database.transaction('settings', 'readonly');
    const [keys, values] = await Promise.all([work.store.getAllKeys(), work.store.getAll()]);
    return Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Partial<Settings>;
  });
}

/** Sets the given facts and removes those given as null, together. */
export async function persistSettings(
  store: KioskStore,
  changes: { readonly [Key in keyof Settings]?: Settings[Key] | null },
): Promise<void> {
  await store.use(async (database) => {
    const work = database.transaction('settings', 'readwrite');
    const writes = Object.entries(changes).map(([key, value]) =>
      value === null
        ? work.store.delete(key as keyof Settings)
        : work.store.put(value, key as keyof Settings),
    );
    await Promise.all([...writes, work.done]);
  });
}
