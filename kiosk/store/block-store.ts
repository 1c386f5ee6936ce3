// Blocks of the catalogue: immutable, addressed by the hash of the file they came in, shared by generations.
import { unwrap } from 'idb';
import { type BlockRow, isBlockWhole } from '#shared/release/block-file.ts';
import type { KioskStore } from './kiosk-store.ts';
import type { KioskDatabase, StoredBlockFile } from './schema.ts';
import { sha256 } from './sha256.ts';

/** Neighbouring blocks of one file: `count` of them from number `first` on. */
export interface BlockRun {
  readonly fileSha256: string;
  readonly first: number;
  readonly count: number;
}

/**
 * What one transaction writes at most: while it runs a search that needs blocks waits. Every transaction is on disk
 * before the next begins, also those before the last: Chromium's LevelDB changes over to a new log every few
 * megabytes without syncing the old one, so a synced write does not vouch for what was written before it.
 */
const writeBytes = 256 * 1024;

/**
 * Stores a verified file. Its table goes in last and together with the last blocks: a file with a table is whole,
 * and what an interrupted try left behind is written over by the next one or removed with the garbage.
 * @param blockAt a copy of one block, asked for when its turn comes
 * @param step awaited before each transaction
 */
export async function persistBlockFile(
  store: KioskStore,
  file: StoredBlockFile,
  rows: readonly BlockRow[],
  blockAt: (row: BlockRow) => ArrayBuffer,
  step: () => Promise<void>,
): Promise<void> {
  for (let first = 0; first < rows.length; ) {
    const from = first;
    const end = endOfBatch(rows, from);
    await step();
    await store.useInTurn(async (database) => {
      const work = database.transaction(['blocks', 'blockFiles'], 'readwrite', { durability: 'strict' });
      const blocks = work.objectStore('blocks');
      const puts = rows
        .slice(from, end)
        .map((row, index) => blocks.put(blockAt(row), [file.sha256, from + index]));
      const isLast = end === rows.length;
      await Promise.all([...puts, isLast && work.objectStore('blockFiles').put(file), work.done]);
    });
    first = end;
  }
}

function endOfBatch(rows: readonly BlockRow[], from: number): number {
  let end = from + 1;
  let bytes = rows[from]?.length ?? 0;
  for (; end < rows.length; end += 1) {
    bytes += rows[end]?.length ?? 0;
    if (bytes > writeBytes) break;
  }
  return end;
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
async function loadBlocks(
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

/** Reads neighbouring blocks from number `first` on; gives the numbers of those that are not as their rows say. */
export async function findDamaged(
  store: KioskStore,
  fileSha256: string,
  rows: readonly BlockRow[],
  first: number,
): Promise<number[]> {
  const [blocks = []] = await loadBlockRuns(store, [{ fileSha256, first, count: rows.length }]);
  const checks = rows.map(async ({ digest }, index) => {
    const block = blocks[index];
    return block !== undefined && (await isBlockWhole(new Uint8Array(block), digest, sha256));
  });
  return (await Promise.all(checks)).flatMap((isWhole, index) => (isWhole ? [] : [first + index]));
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
