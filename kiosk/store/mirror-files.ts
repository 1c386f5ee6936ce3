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

function folder(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage
    .getDirectory()
    .then((root) => root.getDirectoryHandle(folderName, { create: true }));
}

/** Has the browser find the folder, which takes it longest the first time. */
export function warmMirrors(): void {
  // Where there is no such file system, nothing is lost.
  Promise.resolve()
    .then(folder)
    .catch(() => undefined);
}

/** Opens a mirror for reading, beside others who read it. Throws a DOMException when there is none. */
export async function openMirrorForReading(segment: string): Promise<MirrorFile> {
  const file = (await (await folder()).getFileHandle(segment)) as unknown as WorkerFileHandle;
  return await file.createSyncAccessHandle({ mode: 'read-only' });
}

/** Opens a mirror to be written, made if need be. Throws a DOMException when somebody has it or it can't be had. */
export async function openMirrorForWriting(segment: string): Promise<MirrorFile> {
  const handle: unknown = await (await folder()).getFileHandle(segment, { create: true });
  return await (handle as WorkerFileHandle).createSyncAccessHandle();
}

/** Removes the mirrors of all other segments; one that somebody reads stays until the next time. */
export async function removeOtherMirrors(kept: ReadonlySet<string>): Promise<void> {
  const mirrors = await folder();
  const names: string[] = [];
  for await (const name of mirrors.keys()) if (!kept.has(name)) names.push(name);
  for (const name of names) await mirrors.removeEntry(name).catch(() => undefined);
}
