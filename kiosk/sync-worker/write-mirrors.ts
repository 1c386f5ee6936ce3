// Copies what searches read of a release into the origin-private file system, where a read is a call that returns.
//
// The store stays the truth: a mirror is made from blocks that are verified and stored, is used only when it is
// finished, and every block read from it is held against its seal. Where it cannot be had, nothing is lost but time.
import { type BlockRow, blockFilePrefixBytes, parseBlockTable } from '#shared/release/block-file.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { parseManifest } from '#shared/release/parse-manifest.ts';
import { loadBlockFiles, loadBlockRuns } from '../store/block-store.ts';
import { manifestMirrorName, packManifest, readManifestMirror } from '../store/manifest-mirror.ts';
import { type MirrorFile, openMirrorForWriting, removeOtherMirrors } from '../store/mirror-files.ts';
import { endMark, type MirroredFile, type MirrorLayout, mirrorLayoutOf } from '../store/mirror-layout.ts';
import type { FoundGeneration } from '../store/release-store.ts';
import type { HeldTarget } from '../store/schema.ts';
import type { SyncContext } from './sync-context.ts';

/** So many times a mirror's size must be free: a new release needs the room more. */
const roomFactor = 3;
/** Blocks copied in one step. */
const copiedTogether = 16;

/** Mirrors every segment of a release that has none yet. Never throws: a terminal does without. */
export async function writeMirrors(
  context: SyncContext,
  manifest: ReleaseManifest,
  blockFiles: readonly HeldTarget[],
): Promise<void> {
  const digests = new Map(blockFiles.map(({ path, sha256 }) => [path, sha256]));
  for (const segment of manifest.segments) {
    const layout = mirrorLayoutOf(segment, digests);
    await writeMirror(context, layout).catch(() => undefined);
  }
}

/** Mirrors a release's manifest. Resolves with the hash it is found by, or null: a terminal does without. Never throws. */
export async function writeManifestMirror(
  { aside }: SyncContext,
  manifest: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  try {
    await aside.step();
    const { bytes, sha256 } = await packManifest(manifest);
    // Under this name stands this and nothing else: who reads it has it already, and its reader tells whether it is whole.
    if ((await readManifestMirror(sha256)) !== null) return sha256;
    const mirror = await openMirrorForWriting(manifestMirrorName(sha256));
    try {
      mirror.truncate(0);
      mirror.write(bytes, { at: 0 });
      mirror.flush();
    } finally {
      mirror.close();
    }
    return sha256;
  } catch {
    return null;
  }
}

/** Removes mirrors that no generation in use has; none where one of them cannot say what it has. */
export async function tidyMirrors(inUse: readonly FoundGeneration[]): Promise<void> {
  const kept = new Set<string>();
  for (const { release, outline } of inUse) {
    if (!release || !outline) return;
    for (const { id } of parseManifest(outline).segments) kept.add(id);
    if (release.manifestMirror !== undefined) kept.add(manifestMirrorName(release.manifestMirror));
  }
  await removeOtherMirrors(kept).catch(() => undefined);
}

async function writeMirror(context: SyncContext, layout: MirrorLayout): Promise<void> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota - usage < layout.bytes * roomFactor) return;
  const mirror = await openMirrorForWriting(layout.segment);
  try {
    if (isFinished(mirror, layout)) return;
    mirror.truncate(0);
    for (const file of layout.files) if (file.isHeld) await copyFile(context, mirror, file);
    mirror.flush();
    mirror.write(endMark, { at: layout.bytes });
    mirror.flush();
  } finally {
    mirror.close();
  }
}

/** Whether a mirror was written to its end. */
export function isFinished(mirror: MirrorFile, { bytes }: MirrorLayout): boolean {
  if (mirror.getSize() !== bytes + endMark.length) return false;
  const mark = new Uint8Array(endMark.length);
  mirror.read(mark, { at: bytes });
  return mark.every((byte, at) => byte === endMark[at]);
}

/** Puts a block file together again from its table and its blocks. Throws when some of it is not stored. */
async function copyFile(
  { store, aside }: SyncContext,
  mirror: MirrorFile,
  file: MirroredFile,
): Promise<void> {
  const [held] = await loadBlockFiles(store, [file.sha256]);
  if (!held) throw new TypeError('block file missing');
  const rows = parseBlockTable(held.table, held.bytes, held.path);
  const table = held.table.slice(0, Math.max(blockFilePrefixBytes, rows[0]?.offset ?? 0));
  mirror.write(table, { at: file.base });
  for (let first = 0; first < rows.length; first += copiedTogether) {
    await aside.step();
    const some = rows.slice(first, first + copiedTogether);
    const run = { fileSha256: file.sha256, first, count: some.length };
    const [blocks = []] = await loadBlockRuns(store, [run]);
    mirror.write(joined(some, blocks), { at: file.base + (some[0]?.offset ?? 0) });
  }
}

/** Neighbouring blocks as they lie in their file. Throws when one is missing. */
function joined(
  rows: readonly BlockRow[],
  blocks: readonly (ArrayBuffer | undefined)[],
): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [number, { length }] of rows.entries()) {
    const block = blocks[number];
    if (block?.byteLength !== length) throw new TypeError('block missing');
    whole.set(new Uint8Array(block), at);
    at += length;
  }
  return whole;
}
