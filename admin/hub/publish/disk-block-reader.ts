// Reads single blocks out of the block files of a release on disk, checking each against its digest.
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type BlockRow,
  blockFilePrefixBytes,
  blockTableBytes,
  isBlockWhole,
  parseBlockTable,
} from '#shared/release/block-file.ts';
import type { ReleaseManifest, SegmentEntry } from '#shared/release/manifest.ts';
import { targetFilePath } from '#shared/release/release-path.ts';
import { locateBlock } from '#shared/release/segment-layout.ts';
import type { TargetInfo } from '#shared/release/tuf/metadata.ts';
import { newMemory, type TakeMemory } from '#shared/search/block-cache.ts';
import type { BlockReader } from '#shared/search/types.ts';
import { sha256 } from './node-crypto.ts';

/** Files held open from the beginning, so that they stay readable when the release is pruned; the rest as needed. */
const mostHeldFiles = 1000;

/** A release as it lies in a folder. */
export interface BuiltFiles {
  readonly manifest: ReleaseManifest;
  /** Length and digest of every file. */
  readonly targets: ReadonlyMap<string, TargetInfo>;
}

interface OpenFile {
  readonly path: string;
  readonly bytes: number;
  handle: FileHandle | null;
  rows: readonly BlockRow[] | null;
}

export class DiskBlockReader implements BlockReader {
  readonly #segments = new Map<string, SegmentEntry>();
  readonly #files = new Map<string, OpenFile>();
  #isClosed = false;

  /** Opens the files of a release. Throws a system error when one can't be opened; nothing stays open then. */
  static async open(folder: string, { manifest, targets }: BuiltFiles): Promise<DiskBlockReader> {
    const reader = new DiskBlockReader();
    try {
      for (const segment of manifest.segments) {
        reader.#segments.set(segment.id, segment);
        for (const { path, bytes } of segment.files) {
          const place = join(folder, targetFilePath(path, targets.get(path)?.hashes.sha256 ?? ''));
          const handle = reader.#files.size < mostHeldFiles ? await open(place, 'r') : null;
          reader.#files.set(path, { path: place, bytes, handle, rows: null });
        }
      }
      return reader;
    } catch (thrown) {
      await reader.close();
      throw thrown;
    }
  }

  async read(
    segmentId: string,
    section: string,
    blocks: readonly number[],
    take?: TakeMemory,
  ): Promise<Uint8Array[]> {
    return Promise.all(blocks.map((block) => this.#readBlock(segmentId, section, block, take)));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#files.values()].map(({ handle }) => handle?.close()));
    this.#files.clear();
  }

  async #readBlock(
    segmentId: string,
    section: string,
    block: number,
    take?: TakeMemory,
  ): Promise<Uint8Array> {
    const damaged = (cause?: unknown) =>
      new AppError('search.block-damaged', { segment: segmentId, section, block }, { cause });
    const segment = this.#segments.get(segmentId);
    const place = segment === undefined ? null : locateBlock(segment, section, block);
    const file = place === null ? undefined : this.#files.get(segment?.files[place.file]?.path ?? '');
    if (place === null || file === undefined || this.#isClosed) throw damaged();
    try {
      return await this.#withFile(file, async (handle) => {
        file.rows ??= await readTable(handle, file);
        const row = file.rows[place.block];
        if (row === undefined) throw damaged();
        const bytes = await readAt(handle, row.offset, row.length, take);
        if (!(await isBlockWhole(bytes, row.digest, sha256))) throw damaged();
        return bytes;
      });
    } catch (thrown) {
      throw damaged(thrown);
    }
  }

  async #withFile<T>(file: OpenFile, use: (handle: FileHandle) => Promise<T>): Promise<T> {
    if (file.handle !== null) return use(file.handle);
    const handle = await open(file.path, 'r');
    try {
      return await use(handle);
    } finally {
      await handle.close();
    }
  }
}

async function readTable(handle: FileHandle, { bytes, path }: OpenFile): Promise<readonly BlockRow[]> {
  const prefix = await readAt(handle, 0, blockFilePrefixBytes);
  const table = await readAt(handle, 0, blockTableBytes(prefix, bytes, path));
  return parseBlockTable(table, bytes, path);
}

/** Exactly `length` bytes; fewer means the file was cut short. */
async function readAt(
  handle: FileHandle,
  offset: number,
  length: number,
  take: TakeMemory = newMemory,
): Promise<Uint8Array> {
  const bytes = take(length);
  const { bytesRead } = await handle.read(bytes, 0, length, offset);
  if (bytesRead !== length)
    throw new AppError('release.block-file-damaged', { file: '', reason: 'cut short' });
  return bytes;
}
