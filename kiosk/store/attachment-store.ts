// Attachments: whole files, addressed by their own hash.
import type { KioskStore } from './kiosk-store.ts';
import { sha256Hex } from './sha256.ts';

/** Stores a verified attachment. */
export async function persistAttachment(store: KioskStore, sha256: string, content: Blob): Promise<void> {
  await store.use(async (database) => {
    const work = database.transaction('attachments', 'readwrite', { durability: 'strict' });
    await Promise.all([work.store.put(content, sha256), work.done]);
  });
}

/** Which of these attachments are not stored. */
export async function findMissingAttachments(
  store: KioskStore,
  sha256s: readonly string[],
): Promise<string[]> {
  return await store.use(async (database) => {
    const work = database.transaction('attachments', 'readonly');
    const keys = await Promise.all(sha256s.map((sha256) => work.store.getKey(sha256)));
    return sha256s.filter((_, index) => keys[index] === undefined);
  });
}

/** An attachment whose bytes have just been checked, or null when it is missing or damaged. */
export async function loadSoundAttachment(store: KioskStore, sha256: string): Promise<Blob | null> {
  const stored = await store.use((database) => database.get('attachments', sha256));
  if (!(stored instanceof Blob)) return null;
  try {
    return (await sha256Hex(await stored.arrayBuffer())) === sha256 ? stored : null;
  } catch {
    return null; // the file behind the blob is gone or unreadable
  }
}
