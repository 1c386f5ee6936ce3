// How much the browser lets this terminal store, and how much it does.
import { AppError } from '#shared/errors/app-error.ts';

/** IndexedDB needs room beside the bytes themselves, for keys and for its log. */
const overheadFactor = 1.1;
const reserveBytes = 4 * 1024 * 1024;

/** Throws `kiosk.disk-full` before a download that cannot fit; a browser that tells nothing is not held back. */
export async function requireFreeSpace(neededBytes: number): Promise<void> {
  if (neededBytes === 0) return;
  const { quota, usage } = await estimateStorage();
  if (quota === undefined || usage === undefined) return;
  if (usage + neededBytes * overheadFactor + reserveBytes > quota) throw new AppError('kiosk.disk-full');
}

/** Bytes this terminal's data takes, or null when the browser does not tell. */
export async function measureUsedBytes(): Promise<number | null> {
  return (await estimateStorage()).usage ?? null;
}

async function estimateStorage(): Promise<StorageEstimate> {
  try {
    return (await navigator.storage?.estimate()) ?? {};
  } catch {
    return {};
  }
}
