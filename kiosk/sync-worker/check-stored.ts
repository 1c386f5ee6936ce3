// Reads everything the terminal holds once, gently, and repairs what the disk has spoilt.
import { findDamaged } from '../store/block-store.ts';
import type { HeldRelease, HeldTarget } from '../store/schema.ts';
import { loadHeldReleases, loadTable, repairAttachmentFile, repairBlock } from './repair.ts';
import type { SyncContext } from './sync-context.ts';

/** Blocks read in one transaction, and the rest between two of them: a search never waits for long. */
const blocksAtOnce = 16;
const restMs = 15;

/** Checks current and previous generation. Resolves with the number of parts that stay damaged. */
export async function checkStored(context: SyncContext): Promise<number> {
  const checked = new Set<string>();
  let damaged = 0;
  const isNew = ({ sha256 }: HeldTarget) => !checked.has(sha256) && checked.add(sha256);
  const note = (found: number) => {
    damaged += found;
    if (found > 0) context.report({ damagedBlocks: damaged });
  };
  for (const release of await loadHeldReleases(context)) {
    for (const file of release.blockFiles.filter(isNew)) note(await checkBlockFile(context, file));
    for (const file of release.attachments.filter(isNew)) note(await checkAttachment(context, release, file));
  }
  context.report({ damagedBlocks: damaged });
  return damaged;
}

async function checkBlockFile(context: SyncContext, file: HeldTarget): Promise<number> {
  const rows = await loadTable(context, file);
  // Without its table nothing of a file can be read: repairing any block brings the whole file.
  if (!rows) return await countIfFails(() => repairBlock(context, file, 0));
  let damaged = 0;
  for (let first = 0; first < rows.length; first += blocksAtOnce) {
    await context.aside.step();
    const batch = rows.slice(first, first + blocksAtOnce);
    for (const block of await findDamaged(context.store, file.sha256, batch, first)) {
      damaged += await countIfFails(() => repairBlock(context, file, block));
    }
    await rest();
  }
  return damaged;
}

async function checkAttachment(
  context: SyncContext,
  release: HeldRelease,
  file: HeldTarget,
): Promise<number> {
  await rest();
  return await countIfFails(() => repairAttachmentFile(context, release, file));
}

async function countIfFails(repair: () => Promise<void>): Promise<number> {
  try {
    await repair();
    return 0;
  } catch {
    return 1;
  }
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, restMs));
}
