// The files of mirrors in the origin-private file system, one a segment; absent where the browser has no such thing.

/** The part of a FileSystemSyncAccessHandle a mirror needs. */
export interface MirrorFile {
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  getSize(): number;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}

/** A FileSystemFileHandle as workers have it; pages have no synchronous access. */
interface WorkerFileHandle {
  createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<MirrorFile>;
}

const folderName = 'mirrors';

async function findFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return await root.getDirectoryHandle(folderName);
}

/** For who writes: a browser asked to make a folder first sums up what all stores take, which a reader need not wait for. */
async function makeFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return await root.getDirectoryHandle(folderName, { create: true });
}

let found: Promise<FileSystemDirectoryHandle> | null = null;

/** Begins to look for the folder, which takes longest the first time. */
export function warmMirrors(): void {
  found = findFolder();
  // Before the first sync there is none, nor where there is no such file system.
  found.catch(() => {
    found = null;
  });
}

/** Opens a mirror for reading, beside others who read it. Throws a DOMException when there is none. */
export async function openMirrorForReading(segment: string): Promise<MirrorFile> {
  const file = (await (await (found ?? findFolder())).getFileHandle(segment)) as unknown as WorkerFileHandle;
  return await file.createSyncAccessHandle({ mode: 'read-only' });
}

/** Opens a mirror to be written, made if need be. Throws a DOMException when somebody has it or it can't be had. */
export async function openMirrorForWriting(segment: string): Promise<MirrorFile> {
  const handle: unknown = await (await makeFolder()).getFileHandle(segment, { create: true });
  return await (handle as WorkerFileHandle).createSyncAccessHandle();
}

/** Removes the mirrors of all other segments; one that somebody reads stays until the next time. */
export async function removeOtherMirrors(kept: ReadonlySet<string>): Promise<void> {
  const mirrors = await makeFolder();
  const names: string[] = [];
  for await (const name of mirrors.keys()) if (!kept.has(name)) names.push(name);
  for (const name of names) await mirrors.removeEntry(name).catch(() => undefined);
}
