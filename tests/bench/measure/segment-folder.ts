// A segment on disk, one file a section: where a bench builds an index and reads it from again.
import { type FileHandle, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import { newMemory, type TakeMemory } from '#shared/search/block-cache.ts';
import type { BlockReader, BlockSink, SegmentHeader } from '#shared/search/types.ts';

/** Where each block of each section begins; one more for the end. */
type Offsets = Record<string, number[]>;

interface Facts {
  readonly header: SegmentHeader;
  readonly offsets: Offsets;
}

export class SegmentFolderSink implements BlockSink {
  readonly #folder: string;
  readonly #files = new Map<string, FileHandle>();
  readonly #offsets: Offsets = {};

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(section: string, block: Uint8Array): Promise<number> {
    if (block.length > 48 * 1024) throw new Error(`a block of ${block.length} bytes in ${section}`);
    const offsets = this.#offsets[section] ?? [0];
    this.#offsets[section] = offsets;
    const start = offsets.at(-1) as number;
    await (await this.#fileOf(section)).write(block, 0, block.length, start);
    offsets.push(start + block.length);
    return offsets.length - 2;
  }

  async finish(header: SegmentHeader): Promise<void> {
    for (const file of this.#files.values()) await file.close();
    const facts: Facts = { header, offsets: this.#offsets };
    await writeFile(join(this.#folder, 'segment.json'), JSON.stringify(facts));
  }

  async #fileOf(section: string): Promise<FileHandle> {
    const known = this.#files.get(section);
    if (known !== undefined) return known;
    await mkdir(this.#folder, { recursive: true });
    const file = await open(join(this.#folder, `${section}.bin`), 'w');
    this.#files.set(section, file);
    return file;
  }
}

export class SegmentFolder implements BlockReader {
  readonly header: SegmentHeader;
  blocksRead = 0;
  readonly #offsets: Offsets;
  readonly #files: ReadonlyMap<string, FileHandle>;

  private constructor({ header, offsets }: Facts, files: ReadonlyMap<string, FileHandle>) {
    this.header = header;
    this.#offsets = offsets;
    this.#files = files;
  }

  static async open(folder: string): Promise<SegmentFolder> {
    const facts = JSON.parse(await readFile(join(folder, 'segment.json'), 'utf8')) as Facts;
    const files = new Map<string, FileHandle>();
    for (const section of Object.keys(facts.offsets)) {
      files.set(section, await open(join(folder, `${section}.bin`), 'r'));
    }
    return new SegmentFolder(facts, files);
  }

  /** Bytes of every section. */
  get bytes(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.#offsets).map(([name, offsets]) => [name, offsets.at(-1) ?? 0]),
    );
  }

  async read(
    segment: string,
    section: string,
    blocks: readonly number[],
    take: TakeMemory = newMemory,
  ): Promise<Uint8Array[]> {
    this.blocksRead += blocks.length;
    return await Promise.all(
      blocks.map(async (block) => {
        const start = this.#offsets[section]?.[block];
        const end = this.#offsets[section]?.[block + 1];
        const file = this.#files.get(section);
        if (start === undefined || end === undefined || file === undefined) {
          throw new AppError('search.block-damaged', { segment, section, block });
        }
        const bytes = take(end - start);
        await file.read(bytes, 0, bytes.length, start);
        return bytes;
      }),
    );
  }

  async close(): Promise<void> {
    for (const file of this.#files.values()) await file.close();
  }
}
