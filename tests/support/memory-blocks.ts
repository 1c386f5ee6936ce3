// Keeps the blocks of segments in memory: a sink for builders and a reader for catalogues, in tests.
import { promisify } from 'node:util';
import { deflateRaw as deflateRawCallback, inflateRaw as inflateRawCallback } from 'node:zlib';
import { AppError } from '#shared/errors/app-error.ts';
import type { TakeMemory } from '#shared/search/block-cache.ts';
import type { BlockReader, BlockSink } from '#shared/search/types.ts';

const deflateRaw = promisify<Uint8Array, Buffer>(deflateRawCallback);
const inflateRaw = promisify<Uint8Array, Buffer>(inflateRawCallback);

export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await deflateRaw(bytes));
}

export async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await inflateRaw(bytes));
}

/** In bytes. */
const usualBlock = 36 * 1024;

/** All blocks of all segments, and how often they were read. */
export class MemoryBlocks implements BlockReader {
  readonly segments = new Map<string, Map<string, Uint8Array[]>>();
  reads = 0;
  blocksRead = 0;

  /** Where the builder of a segment puts its blocks. */
  sink(segmentId: string): BlockSink {
    const sections = new Map<string, Uint8Array[]>();
    this.segments.set(segmentId, sections);
    return {
      async write(section, block) {
        if (block.length > 48 * 1024) throw new Error(`a block of ${block.length} bytes in ${section}`);
        const blocks = sections.get(section) ?? [];
        sections.set(section, blocks);
        blocks.push(block);
        return blocks.length - 1;
      },
    };
  }

  async read(
    segmentId: string,
    section: string,
    blocks: readonly number[],
    take?: TakeMemory,
  ): Promise<Uint8Array[]> {
    this.reads++;
    this.blocksRead += blocks.length;
    return blocks.map((block) => {
      const found = this.segments.get(segmentId)?.get(section)?.[block];
      if (found === undefined)
        throw new AppError('search.block-damaged', { segment: segmentId, section, block });
      if (take === undefined) return found;
      // As if every block were of the usual size: then its memory is used again.
      const memory = take(Math.max(found.length, usualBlock)).subarray(0, found.length);
      memory.set(found);
      return memory;
    });
  }

  /** Bytes of every section of a segment. */
  bytes(segmentId: string): Record<string, number> {
    const sections = [...(this.segments.get(segmentId) ?? [])];
    const sum = (blocks: readonly Uint8Array[]) => blocks.reduce((total, block) => total + block.length, 0);
    return Object.fromEntries(sections.map(([name, blocks]) => [name, sum(blocks)]));
  }
}
