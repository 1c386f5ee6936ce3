// Removes what no kept generation needs any more; safe to interrupt at any instant and to run again.
import { rangeOfFile } from './block-store.ts';
import type { KioskStore } from './kiosk-store.ts';
import { listReleases } from './release-store.ts';
import type { HeldRelease, KioskDatabase } from './schema.ts';

/** Files of a release being fetched are kept too, so that an interrupted download can go on. */
export interface KeptBesides {
  readonly versions: ReadonlySet<number>;
  readonly blockFiles: ReadonlySet<string>;
  readonly attachments: ReadonlySet<string>;
}

export const nothingBesides: KeptBesides = {
  versions: new Set(),
  blockFiles: new Set(),
  attachments: new Set(),
};

/** Keeps current, previous and whatever `besides` names. Resolves with the number of files removed. */
export async function collectGarbage(store: KioskStore, besides: KeptBesides): Promise<number> {
  return await store.use(async (database) => {
    const kept = await keepReleases(database, besides.versions);
    const blockFiles = new Set(besides.blockFiles);
    const attachments = new Set(besides.attachments);
    for (const release of kept) {
      for (const file of release.blockFiles) blockFiles.add(file.sha256);
      for (const file of release.attachments) attachments.add(file.sha256);
    }
    return (await removeBlockFiles(database, blockFiles)) + (await removeAttachments(database, attachments));
  });
}

async function keepReleases(
  database: KioskDatabase,
  besides: ReadonlySet<number>,
): Promise<readonly HeldRelease[]> {
  const pointer = await database.get('pointer', 'pointer');
  const releases = await listReleases(database);
  const isKept = (version: number) =>
    version === pointer?.current || version === pointer?.previous || besides.has(version);
  for (const { version } of releases) {
    if (!isKept(version)) await database.delete('releases', version);
  }
  return releases.filter((release) => isKept(release.version));
}

/** The table goes with its blocks in one transaction: a file with a table is wholly there. */
async function removeBlockFiles(database: KioskDatabase, kept: ReadonlySet<string>): Promise<number> {
  const stored = new Set([
    ...(await database.getAllKeys('blockFiles')),
    ...(await filesWithBlocks(database)),
  ]);
  const unused = [...stored].filter((sha256) => !kept.has(sha256));
  for (const sha256 of unused) {
    const work = database.transaction(['blocks', 'blockFiles'], 'readwrite');
    await Promise.all([
      work.objectStore('blockFiles').delete(sha256),
      work.objectStore('blocks').delete(rangeOfFile(sha256)),
      work.done,
    ]);
  }
  return unused.length;
}

/** Every file any block is stored of, also one whose table never came: one step of a cursor a file. */
async function filesWithBlocks(database: KioskDatabase): Promise<string[]> {
  const files: string[] = [];
  let cursor = await database.transaction('blocks').store.openKeyCursor();
  while (cursor) {
    const [sha256] = cursor.key;
    files.push(sha256);
    cursor = await cursor.continue([sha256, Number.MAX_SAFE_INTEGER]);
  }
  return files;
}

async function removeAttachments(database: KioskDatabase, kept: ReadonlySet<string>): Promise<number> {
  const unused = (await database.getAllKeys('attachments')).filter((sha256) => !kept.has(sha256));
  for (const sha256 of unused) await database.delete('attachments', sha256);
  return unused.length;
}
