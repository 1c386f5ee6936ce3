// Takes a segment's blocks as the builder makes them and lays them out as block files under `targets/`.
//
// Blocks of different sections come interleaved, but lie one section after the other in the files; so each section
// is first spooled to a file of its own in the staging folder, with lengths and digests kept in memory.

import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import {
  blockFileBytes,
  digestBlock,
  encodeBlockFile,
  isBlockWhole,
  maxBlockBytes,
  maxBlockFileBytes,
  maxBlocksPerFile,
} from '#shared/release/block-file.ts';
import type { SegmentEntry } from '#shared/release/manifest.ts';
import { segmentFormat } from '#shared/search/format.ts';
import type { BlockReader, BlockSink, SegmentHeader } from '#shared/search/types.ts';
import { sha256 } from './node-crypto.ts';
import type { TargetWriter } from './target-writer.ts';

interface Spool {
  readonly file: FileHandle;
  readonly blocks: { readonly offset: number; readonly length: number; readonly digest: Uint8Array }[];
  bytes: number;
}

type PendingBlock = { readonly bytes: Uint8Array; readonly digest: Uint8Array };

export class SegmentWriter implements BlockSink, BlockReader {
  readonly #id: string;
  readonly #folder: string;
  readonly #targets: TargetWriter;
  readonly #spools = new Map<string, Spool>();

  /** `staging` holds the spools while the segment is being built. */
  constructor(id: string, staging: string, targets: TargetWriter) {
    this.#id = id;
    this.#folder = join(staging, id);
    this.#targets = targets;
  }

  async write(section: string, block: Uint8Array): Promise<number> {
    if (block.length < 1 || block.length > maxBlockBytes || !/^[a-z][a-z0-9-]{0,59}$/.test(section)) {
      throw new AppError('release.block-file-damaged', { file: this.#id, reason: `block of ${section}` });
    }
    const spool = this.#spools.get(section) ?? (await this.#openSpool(section));
    const digest = await digestBlock(block, sha256);
    await spool.file.write(block);
    spool.blocks.push({ offset: spool.bytes, length: block.length, digest });
    spool.bytes += block.length;
    return spool.blocks.length - 1;
  }

  /** Reads blocks back from the spools, before or after `finish`, as `BlockReader` asks. */
  async read(segmentId: string, section: string, blocks: readonly number[]): Promise<Uint8Array[]> {
    const spool = this.#spools.get(section);
    return Promise.all(
      blocks.map(async (block) => {
        const row = spool?.blocks[block];
        const bytes = spool === undefined || row === undefined ? null : await readSpooled(spool.file, row);
        if (bytes !== null && row !== undefined && (await isBlockWhole(bytes, row.digest, sha256)))
          return bytes;
        throw new AppError('search.block-damaged', { segment: segmentId, section, block });
      }),
    );
  }

  /** Writes the block files and says how the segment stands in the manifest. */
  async finish(header: SegmentHeader): Promise<SegmentEntry> {
    this.#requireAgreement(header);
    const files: { path: string; blocks: number; bytes: number }[] = [];
    for await (const blocks of this.#fileContents()) {
      const path = `segments/${this.#id}/${String(files.length).padStart(4, '0')}.mcb`;
      const bytes = encodeBlockFile(blocks);
      await this.#targets.write(path, bytes);
      files.push({ path, blocks: blocks.length, bytes: bytes.length });
    }
    const written = [...this.#spools].map(([name, { blocks }]) => ({ name, blocks: blocks.length }));
    const empty = Object.keys(header.sections).filter((name) => !this.#spools.has(name));
    const sections = [...written, ...empty.map((name) => ({ name, blocks: 0 }))];
    return {
      id: header.id,
      formatVersion: segmentFormat,
      records: header.records,
      sections,
      files,
      deleted: null,
    };
  }

  /** Removes the spools; to be called whatever happened. */
  async dispose(): Promise<void> {
    for (const { file } of this.#spools.values()) await file.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #openSpool(section: string): Promise<Spool> {
    await mkdir(this.#folder, { recursive: true });
    const spool: Spool = { file: await open(join(this.#folder, section), 'wx+'), blocks: [], bytes: 0 };
    this.#spools.set(section, spool);
    return spool;
  }

  /** Blocks of all sections in order, cut into lists that fit one file each. */
  async *#fileContents(): AsyncGenerator<PendingBlock[]> {
    let pending: PendingBlock[] = [];
    let bytes = 0;
    for (const { file, blocks } of this.#spools.values()) {
      for (const { offset, length, digest } of blocks) {
        const isFull =
          pending.length === maxBlocksPerFile ||
          blockFileBytes(pending.length + 1, bytes + length) > maxBlockFileBytes;
        if (isFull) {
          yield pending;
          pending = [];
          bytes = 0;
        }
        pending.push({ bytes: await readSpooled(file, { offset, length }), digest });
        bytes += length;
      }
    }
    if (pending.length > 0) yield pending;
  }

  #requireAgreement(header: SegmentHeader): void {
    const isAgreed =
      header.id === this.#id &&
      [...this.#spools.keys(), ...Object.keys(header.sections)].every(
        (name) => header.sections[name] === (this.#spools.get(name)?.blocks.length ?? 0),
      );
    if (!isAgreed) {
      throw new AppError('release.block-file-damaged', {
        file: this.#id,
        reason: 'header and blocks differ',
      });
    }
  }
}

async function readSpooled(file: FileHandle, { offset, length }: { offset: number; length: number }) {
  const block = new Uint8Array(length);
  await file.read(block, 0, length, offset);
  return block;
}
