// The generations the terminal holds, and the one transaction that switches from one to the next.
import { AppError } from '#shared/errors/app-error.ts';
import type { Generation } from '#shared/protocol/worker-messages.ts';
import type { KioskStore } from './kiosk-store.ts';
import type { HeldOpening, HeldRelease, KioskDatabase, Pointer } from './schema.ts';
import { sha256Hex } from './sha256.ts';

/** Which generations are in use; null before the first release. */
export async function loadPointer(store: KioskStore): Promise<Pointer | null> {
  return (await store.use((database) => database.get('pointer', 'pointer'))) ?? null;
}

/** A held release whose manifest still has the hash it was installed with, or null. */
export async function loadRelease(store: KioskStore, version: number): Promise<HeldRelease | null> {
  return await soundOrNull(await store.use((database) => database.get('releases', version)));
}

/** A generation as the pointer names it; `release` is null when its row is missing. */
export interface FoundGeneration {
  readonly version: number;
  readonly pointer: Pointer;
  readonly release: HeldOpening | null;
  /** The manifest, perhaps without agencies; null when it is not what it was. */
  readonly outline: Uint8Array<ArrayBuffer> | null;
}

/** What a generation is opened by; null when the terminal holds no such one. */
export async function findGeneration(
  store: KioskStore,
  generation: Generation,
): Promise<FoundGeneration | null> {
  const found = await store.use(async (database) => {
    // One transaction, so that both tell of one moment.
    const work = database.transaction(['pointer', 'releases'], 'readonly');
    const pointer = await work.objectStore('pointer').get('pointer');
    const version = typeof generation === 'number' ? generation : pointer?.[generation];
    if (!pointer || typeof version !== 'number') return null;
    const opening = pointer.opening?.version === version ? pointer.opening : null;
    const row = opening ? null : await work.objectStore('releases').get(version);
    return { version, pointer, opening, row };
  });
  if (!found) return null;
  const { version, pointer, opening } = found;
  const outline = opening && (await areListsSound(opening)) ? await soundOutline(opening) : null;
  if (opening && outline) return { version, pointer, release: opening, outline };
  const row = opening ? await store.use((database) => database.get('releases', version)) : found.row;
  return { version, pointer, release: row ?? null, outline: await outlineOf(row ?? null) };
}

/** What a release is opened by: its outline, or the whole manifest where there is none; null when neither is sound. */
async function outlineOf(release: HeldRelease | null): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!release) return null;
  return (await soundOutline(release)) ?? (await soundOrNull(release))?.manifest ?? null;
}

async function soundOutline({ outline }: HeldOpening): Promise<Uint8Array<ArrayBuffer> | null> {
  if (outline === undefined) return null;
  return (await sha256Hex(outline.bytes)) === outline.sha256 ? outline.bytes : null;
}

async function areListsSound({ deletedLists }: HeldOpening): Promise<boolean> {
  const digests = await Promise.all(deletedLists.map(({ content }) => sha256Hex(content)));
  return deletedLists.every(({ sha256 }, at) => sha256 === digests[at]);
}

async function soundOrNull(release: HeldRelease | undefined): Promise<HeldRelease | null> {
  if (!release) return null;
  return (await sha256Hex(release.manifest)) === release.manifestSha256 ? release : null;
}

/**
 * Makes a wholly stored release the current one; the one before becomes `previous`. Everything happens in one
 * transaction that is on disk when this resolves, so an interruption leaves either the old state or the new.
 * Throws `kiosk.release-incomplete` when a file of it is not stored.
 */
export async function switchToRelease(store: KioskStore, release: HeldRelease): Promise<Pointer> {
  return await store.use(async (database) => {
    const work = database.transaction(['pointer', 'releases', 'blockFiles', 'attachments'], 'readwrite', {
      durability: 'strict',
    });
    const files = work.objectStore('blockFiles');
    const attachments = work.objectStore('attachments');
    const held = await Promise.all([
      ...release.blockFiles.map((file) => files.getKey(file.sha256)),
      ...release.attachments.map((file) => attachments.getKey(file.sha256)),
    ]);
    if (held.includes(undefined)) {
      work.abort();
      await work.done.catch(() => undefined);
      throw new AppError('kiosk.release-incomplete', { version: release.version });
    }
    const before = await work.objectStore('pointer').get('pointer');
    const pointer: Pointer = {
      current: release.version,
      previous: previousAfter(before, release.version),
      switchedAt: release.installedAt,
      opening: openingOf(release),
    };
    await Promise.all([
      work.objectStore('releases').put(release),
      work.objectStore('pointer').put(pointer, 'pointer'),
      work.done,
    ]);
    return pointer;
  });
}

function openingOf(release: HeldRelease): HeldOpening {
  const { version, blockFiles, deletedLists, outline, manifestMirror } = release;
  return {
    version,
    blockFiles,
    deletedLists,
    ...(outline === undefined ? {} : { outline }),
    ...(manifestMirror === undefined ? {} : { manifestMirror }),
  };
}

function previousAfter(before: Pointer | undefined, version: number): number | null {
  if (!before) return null;
  return before.current === version ? before.previous : before.current;
}

/** Everything kept for reading besides the manifest: what the terminal would need to show its releases. */
export async function listReleases(database: KioskDatabase): Promise<HeldRelease[]> {
  return await database.getAll('releases');
}
