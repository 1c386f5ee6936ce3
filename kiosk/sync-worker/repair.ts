// Puts damaged or missing parts of the store right by fetching just them again.
import { AppError } from '#shared/errors/app-error.ts';
import type { BlockAddress } from '#shared/protocol/worker-messages.ts';
import { type BlockRow, isBlockWhole, parseBlockTable } from '#shared/release/block-file.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { targetFilePath } from '#shared/release/release-path.ts';
import { locateBlock } from '#shared/release/segment-layout.ts';
import { loadSoundAttachment } from '../store/attachment-store.ts';
import { findDamaged, loadBlockFiles, replaceBlock } from '../store/block-store.ts';
import { loadPointer, loadRelease } from '../store/release-store.ts';
import type { HeldRelease, HeldTarget } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import { fetchAttachment, fetchBlockFile } from './fetch-target-file.ts';
import type { SyncContext } from './sync-context.ts';

/** Blocks of one file looked at in one transaction while a visitor waits. */
const neighboursAtOnce = 64;

/** The stored table of a file, or null when it is missing or damaged. */
export async function loadTable(context: SyncContext, file: HeldTarget): Promise<readonly BlockRow[] | null> {
  const [stored] = await loadBlockFiles(context.store, [file.sha256]);
  if (!stored) return null;
  try {
    return parseBlockTable(stored.table, file.bytes, file.path);
  } catch {
    return null;
  }
}

/**
 * Fetches one block by range and, when that is not possible or not right, its whole file. Throws what the fetch
 * throws; the store is then as it was. A block or table put right since it was found damaged is left alone.
 */
export function repairBlock(context: SyncContext, file: HeldTarget, block: number): Promise<void> {
  return context.repairs.share(`${file.sha256}/${block}`, async () => {
    const row = (await loadTable(context, file))?.[block];
    if (row && (await findDamaged(context.store, file.sha256, [row], block)).length === 0) return;
    if (row && (await repairByRange(context, file, block, row))) return;
    await context.repairs.share(file.sha256, () => fetchBlockFile(context, file));
  });
}

async function repairByRange(
  context: SyncContext,
  file: HeldTarget,
  block: number,
  row: BlockRow,
): Promise<boolean> {
  const path = targetFilePath(file.path, file.sha256);
  const bytes = await context.fetcher.fetchRange(path, row.offset, row.offset + row.length);
  if (!bytes || !(await isBlockWhole(bytes, row.digest, sha256))) return false;
  await replaceBlock(context.store, file.sha256, block, new Uint8Array(bytes).buffer);
  return true;
}

/** Repairs the block a search ran into. Throws `kiosk.catalogue-unreadable` when the release itself is gone. */
export async function repairAddress(context: SyncContext, address: BlockAddress): Promise<void> {
  const release = await loadRelease(context.store, address.version);
  if (!release) throw new AppError('kiosk.catalogue-unreadable', { version: address.version });
  const segment = parseManifest(release.manifest).segments.find(({ id }) => id === address.segment);
  const place = segment && locateBlock(segment, address.section, address.block);
  const path = place && segment?.files[place.file]?.path;
  const file = release.blockFiles.find((held) => held.path === path);
  if (!place || !file) throw new AppError('kiosk.catalogue-unreadable', { version: address.version });
  await repairBlock(context, file, place.block);
  await repairNeighbours(context, file);
}

/** Damage seldom comes alone: a search that ran into one block would run into those around it one by one. */
async function repairNeighbours(context: SyncContext, file: HeldTarget): Promise<void> {
  const rows = (await loadTable(context, file)) ?? [];
  for (let first = 0; first < rows.length; first += neighboursAtOnce) {
    const some = rows.slice(first, first + neighboursAtOnce);
    for (const block of await findDamaged(context.store, file.sha256, some, first)) {
      // One that cannot be had now is asked for again by whoever needs it.
      await repairBlock(context, file, block).catch(() => undefined);
    }
  }
}

/** Repairs the attachment a visitor opened. Throws `kiosk.attachment-missing` when no held release has it. */
export async function repairAttachment(context: SyncContext, sha256OfFile: string): Promise<void> {
  for (const release of await loadHeldReleases(context)) {
    const file = release.attachments.find((held) => held.sha256 === sha256OfFile);
    if (file) return await repairAttachmentFile(context, release, file);
  }
  throw new AppError('kiosk.attachment-missing');
}

/** Fetches an attachment again where the stored one is missing or damaged. */
export function repairAttachmentFile(
  context: SyncContext,
  release: HeldRelease,
  file: HeldTarget,
): Promise<void> {
  return context.repairs.share(file.sha256, async () => {
    if (await loadSoundAttachment(context.store, file.sha256)) return;
    await fetchAttachment(context, file, mediaTypeOf(release, file.path));
  });
}

/** The media type the manifest gives an attachment. */
function mediaTypeOf(release: HeldRelease, path: string): string {
  const entry = parseManifest(release.manifest).attachments.find((attachment) => attachment.path === path);
  return entry?.mediaType ?? 'application/octet-stream';
}

/** The current release and the one before it, as far as their rows are sound. */
export async function loadHeldReleases(context: SyncContext): Promise<HeldRelease[]> {
  const pointer = await loadPointer(context.store);
  const versions = [pointer?.current, pointer?.previous].filter((version) => typeof version === 'number');
  const releases = await Promise.all(versions.map((version) => loadRelease(context.store, version)));
  return releases.filter((release) => release !== null);
}
