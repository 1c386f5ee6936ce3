// Reads blocks of one generation out of IndexedDB: the path every search waits on.
//
// A read is one transaction with all its requests issued at once, and neighbours come by one request. Blocks are not
// checked against their digests here: that was done when they were stored and is done again in the background, and
// the engine holds every block it is given against its seal (shared/search/block-seal.ts).
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { BlockReader } from '#shared/search/types.ts';
import { type BlockRun, loadBlockRuns } from '../store/block-store.ts';
import type { KioskStore } from '../store/kiosk-store.ts';
import { fileOfBlock, type MirrorLayout, mirrorLayoutOf } from '../store/mirror-layout.ts';
import type { HeldOpening } from '../store/schema.ts';

export class StoredBlocks implements BlockReader {
  private readonly store: KioskStore;
  private readonly segments: ReadonlyMap<string, MirrorLayout>;

  constructor(store: KioskStore, release: HeldOpening, manifest: ReleaseManifest) {
    this.store = store;
    const digests = new Map(release.blockFiles.map(({ path, sha256 }) => [path, sha256]));
    this.segments = new Map(
      manifest.segments.map((segment) => [segment.id, mirrorLayoutOf(segment, digests)]),
    );
  }

  /** Throws `search.block-damaged` for a block that is not there; whether one is sound the engine finds out. */
  async read(segment: string, section: string, blocks: readonly number[]): Promise<Uint8Array[]> {
    const runs = this.findRuns(segment, section, blocks);
    const found = (await loadBlockRuns(this.store, runs)).flat();
    return blocks.map((block, index) => {
      const stored = found[index];
      if (stored === undefined) throw damaged(segment, section, block);
      return new Uint8Array(stored);
    });
  }

  private findRuns(segmentId: string, section: string, blocks: readonly number[]): BlockRun[] {
    const segment = this.segments.get(segmentId);
    const place = segment?.sections.get(section);
    const runs: { fileSha256: string; first: number; count: number }[] = [];
    for (const block of blocks) {
      if (!segment || !place || !(block >= 0 && block < place.blocks)) {
        throw damaged(segmentId, section, block);
      }
      const number = place.first + block;
      const file = fileOfBlock(segment, number);
      if (!file) throw damaged(segmentId, section, block);
      const inFile = number - file.first;
      const last = runs.at(-1);
      if (last?.fileSha256 === file.sha256 && last.first + last.count === inFile) last.count += 1;
      else runs.push({ fileSha256: file.sha256, first: inFile, count: 1 });
    }
    return runs;
  }
}

function damaged(segment: string, section: string, block: number): AppError {
  return new AppError('search.block-damaged', { segment, section, block });
}
