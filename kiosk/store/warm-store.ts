// Has the browser open what the search worker reads, while that worker's script is still on its way.
import { storeName, storeVersion } from './schema.ts';

/** Begins at once and waits for nothing; where there is no store yet, it is left to whoever makes it. */
export function warmStore(): void {
  try {
    const opening = indexedDB.open(storeName, storeVersion);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    // The browser keeps a store that was let go of open for some seconds.
    opening.onsuccess = () => opening.result.close();
    opening.onerror = (event) => event.preventDefault();
    navigator.storage.getDirectory().catch(() => undefined);
  } catch {
    // Whoever needs the store says why it can't be had.
  }
}
