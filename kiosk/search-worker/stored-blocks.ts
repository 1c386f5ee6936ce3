// Reads blocks of one generation out of IndexedDB, each checked against its digest before it is used.
import { AppError } from '#shared/errors/app-error.ts';
import { type BlockRow, isBlockWhole, parseBlockTable } from '#shared/release/block-file.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import { locateBlock } from '#shared/release/segment-layout.ts';
import type { BlockReader } from '#shared/search/types.ts';
import { loadBlockFiles, loadBlocks } from '../store/block-store.ts';
import type { KioskStore } from '../store/kiosk-store.ts';
import type { HeldRelease } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';

interface Place {
  readonly fileSha256: string;
  readonly block: number;
  /** Undefined when the file's table is missing or damaged. */
  readonly row: BlockRow | undefined;
}

export class StoredBlocks implements BlockReader {
  private readonly store: KioskStore;
  private readonly version: number;
  private readonly segments: ReadonlyMap<string, SegmentEntry>;
  private readonly digests: ReadonlyMap<string, string>;
  /** Tables of the files, by hash, as they are first needed. */
  private readonly tables = new Map<string, readonly BlockRow[]>();

  constructor(store: KioskStore, release: HeldRelease, manifest: ReleaseManifest) {
    this.store = store;
    this.version = release.version;
    this.segments = new Map(manifest.segments.map((segment) => [segment.id, segment]));
    this.digests = new Map(release.blockFiles.map(({ path, sha256 }) => [path, sha256]));
  }

  /** All gets of one read share a transaction. Throws `search.block-damaged`, naming the version too. */
  async read(segment: string, section: string, blocks: readonly number[]): Promise<Uint8Array[]> {
    const places = await this.locate(segment, section, blocks);
    const found = await loadBlocks(
      this.store,
      places.map(({ fileSha256, block }) => [fileSha256, block] as const),
    );
    return await Promise.all(
      places.map(async ({ row }, index) => {
        const stored = found[index];
        const bytes = stored && new Uint8Array(stored);
        if (bytes && row && (await isBlockWhole(bytes, row.digest, sha256))) return bytes;
        throw this.damaged(segment, section, blocks[index] ?? 0);
      }),
    );
  }

  private async locate(segmentId: string, section: string, blocks: readonly number[]): Promise<Place[]> {
    const segment = this.segments.get(segmentId);
    const found = blocks.map((block) => {
      const place = segment && locateBlock(segment, section, block);
      const fileSha256 = place && this.digests.get(segment?.files[place.file]?.path ?? '');
      if (!place || !fileSha256) throw this.damaged(segmentId, section, block);
      return { fileSha256, block: place.block };
    });
    await this.loadTables(new Set(found.map(({ fileSha256 }) => fileSha256)));
    return found.map((place) => ({ ...place, row: this.tables.get(place.fileSha256)?.[place.block] }));
  }

  private async loadTables(needed: ReadonlySet<string>): Promise<void> {
    const missing = [...needed].filter((sha256) => !this.tables.has(sha256));
    if (missing.length === 0) return;
    for (const file of await loadBlockFiles(this.store, missing)) {
      const rows = file && tryParse(file.table, file.bytes, file.path);
      if (file && rows) this.tables.set(file.sha256, rows);
    }
  }

  private damaged(segment: string, section: string, block: number): AppError {
    return new AppError('search.block-damaged', { segment, section, block, version: this.version });
  }
}

function tryParse(table: Uint8Array, bytes: number, path: string): readonly BlockRow[] | null {
  try {
    return parseBlockTable(table, bytes, path);
  } catch {
    return null;
  }
}
