// Blocks of the catalogue: immutable, addressed by the hash of the file they came in, shared by generations.
import { unwrap } from 'idb';
import type { KioskStore } from './kiosk-store.ts';
import type { KioskDatabase, StoredBlockFile } from './schema.ts';

/** Neighbouring blocks of one file: `count` of them from number `first` on. */
export interface BlockRun {
  readonly fileSha256: string;
  readonly first: number;
  readonly count: number;
}

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
    return found.map(asBuffer);
  });
}

/**
 * Blocks by runs, all in one transaction whose requests go out together; a list each, as long as its run, undefined
 * where a block is missing or is not a buffer.
 */
export async function loadBlockRuns(
  store: KioskStore,
  runs: readonly BlockRun[],
): Promise<(ArrayBuffer | undefined)[][]> {
  if (runs.length === 0) return [];
  const found = await store.use((database) => requestRuns(database, runs));
  return await Promise.all(runs.map((run, index) => completeRun(store, run, found[index])));
}

/** Without a promise a request: they succeed in the order they were made, so the last one tells of all. */
function requestRuns(database: KioskDatabase, runs: readonly BlockRun[]): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const blocks = unwrap(database).transaction('blocks', 'readonly').objectStore('blocks');
    const requests = runs.map(({ fileSha256, first, count }) =>
      count === 1
        ? blocks.get([fileSha256, first])
        : blocks.getAll(IDBKeyRange.bound([fileSha256, first], [fileSha256, first + count - 1])),
    );
    for (const request of requests) request.onerror = () => reject(request.error);
    const last = requests.at(-1) as IDBRequest;
    last.onsuccess = () => resolve(requests.map(({ result }) => result));
  });
}

/** A run that came short says how many blocks are missing but not which: they are asked for one by one. */
async function completeRun(
  store: KioskStore,
  { fileSha256, first, count }: BlockRun,
  found: unknown,
): Promise<(ArrayBuffer | undefined)[]> {
  const blocks = count === 1 ? [found] : (found as unknown[]);
  if (blocks.length === count) return blocks.map(asBuffer);
  return await loadBlocks(
    store,
    Array.from({ length: count }, (_, index) => [fileSha256, first + index] as const),
  );
}

function asBuffer(stored: unknown): ArrayBuffer | undefined {
  return stored instanceof ArrayBuffer ? stored : undefined;
}

/** How many blocks of a file are stored. */
export async function countBlocks(store: KioskStore, fileSha256: string): Promise<number> {
  return await store.use((database) => database.count('blocks', rangeOfFile(fileSha256)));
}

/** Every key of one file's blocks. */
export function rangeOfFile(fileSha256: string): IDBKeyRange {
  return IDBKeyRange.bound([fileSha256, 0], [fileSha256, Number.MAX_SAFE_INTEGER]);
}
