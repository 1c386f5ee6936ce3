// Small values kept in the browser's storage; storage that is full, refused or tampered with reads as absent.

/** The stored text, or null when there is none or storage is refused. */
export function readStored(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** Stores the text, or removes the entry for null; a refusal leaves the value to this page's lifetime. */
export function writeStored(storage: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // A full or refused storage costs persistence across a reload, nothing else.
  }
}
