// The mirror's file in the origin-private file system, open for this worker alone.
import { type MirrorFile, mirrorBytes } from './block-mirror.ts';

/** So many times the mirror's size must be free: a new release needs the room more. */
const roomFactor = 4;
const fileName = 'block-mirror';

/** Throws where there is none to be had: another tab has it, the browser refuses, there is no room. */
export async function openMirrorFile(): Promise<MirrorFile> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < mirrorBytes * roomFactor) throw new DOMException('No room', 'QuotaExceededError');
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(fileName, { create: true });
  return await file.createSyncAccessHandle();
}
