// Blocks of the catalogue: immutable, addressed by the hash of the file they came in, shared by generations.
import type { KioskStore } from './kiosk-store.ts';
import type { StoredBlockFile } from './schema.ts';

/** Stores a verified file with all its blocks, or nothing of it. */
export async function persistBlockFile(
  store: KioskStore,
  file: StoredBlockFile,
  blocks: readonly ArrayBuffer[],
): Promise<void> {
  await store.use(async (database) => {
    const work = database.transaction(['blocks', 'blockFiles'], 'readwrite', { durability: 'strict' });
    const target = work.objectStore('blocks');
    const puts = blocks.map((block, number) => target.put(block, [file.sha256, number]));
    await Promise.all([...puts, work.objectStore('blockFiles').put(file), work.done]);
  });
}

/** Puts one verified block back in its place, unless its file has been removed meanwhile. */
export async function replaceBlock(
  store: KioskStore,
  fileSha256: string,
  number: number,
  block: ArrayBuffer,
): Promise<void> {
  await store.use(async (database) => {
    const work = database.transaction(['blocks', 'blockFiles'], 'readwrite', { durability: 'strict' });
    const isHeld = (await work.objectStore('blockFiles').getKey(fileSha256)) !== undefined;
    if (isHeld) await work.objectStore('blocks').put(block, [fileSha256, number]);
    await work.done;
  });
}

/** The tables of these files, in order; undefined where a file is not stored. */
export async function loadBlockFiles(
  store: KioskStore,
  sha256s: readonly string[],
): Promise<(StoredBlockFile | undefined)[]> {
  return await store.use(async (database) => {
    const work = database.transaction('blockFiles', 'readonly');
    return await Promise.all(sha256s.map((sha256) => work.store.get(sha256)));
  });
}

/** Blocks by place, all in one transaction; undefined where one is missing or is not a buffer. */
export async function loadBlocks(
  store: KioskStore,
  places: readonly (readonly [fileSha256: string, block: number])[],
): Promise<(ArrayBuffer | undefined)[]> {
  return await store.use(async (database) => {
    const work = database.transaction('blocks', 'readonly');
    const found = await Promise.all(places.map(([sha256, number]) => work.store.get([sha256, number])));
    return found.map((block) => (block instanceof ArrayBuffer ? block : undefined));
  });
}

/** How many blocks of a file are stored. */
export async function countBlocks(store: KioskStore, fileSha256: string): Promise<number> {
  return await store.use((database) => database.count('blocks', rangeOfFile(fileSha256)));
}

/** Every key of one file's blocks. */
export function rangeOfFile(fileSha256: string): IDBKeyRange {
  return IDBKeyRange.bound([fileSha256, 0], [fileSha256, Number.MAX_SAFE_INTEGER]);
}
