// Writes sections of a segment by hand and opens them, for tests of single parts of the format.
import { BlockCache } from '#shared/search/block-cache.ts';
import { sealBlock } from '#shared/search/block-seal.ts';
import { type DocCursor, end, wait } from '#shared/search/doc-cursor.ts';
import { segmentFormat } from '#shared/search/format.ts';
import { JoinedKeys } from '#shared/search/joined-keys.ts';
import type { PostingList } from '#shared/search/posting-encoding.ts';
import { ReadWindow } from '#shared/search/read-window.ts';
import { SegmentBlocks } from '#shared/search/segment-blocks.ts';
import { TermSection } from '#shared/search/term-section.ts';
import { TermWriter } from '#shared/search/term-writer.ts';
import type { BlockSink } from '#shared/search/types.ts';
import { inflate, MemoryBlocks } from './memory-blocks.ts';

const segment = 'segment-0';

/** Blocks of any sections, sealed as a builder does. Without a cache every window has to load what it needs. */
export class WrittenBlocks implements BlockSink {
  readonly blocks = new MemoryBlocks();
  readonly #sink = this.blocks.sink(segment);
  readonly #counts: Record<string, number> = {};

  async write(section: string, block: Uint8Array): Promise<number> {
    const number = this.#counts[section] ?? 0;
    this.#counts[section] = number + 1;
    return this.#sink.write(section, sealBlock(block, { segment, section, block: number }));
  }

  count(section: string): number {
    return this.#counts[section] ?? 0;
  }

  open(records: number, cacheBytes = 0): SegmentBlocks {
    const header = { id: segment, formatVersion: segmentFormat, records, sections: this.#counts } as const;
    return new SegmentBlocks(header, this.blocks, new BlockCache(cacheBytes), inflate);
  }
}

/** Records and, for each, where the term stands; no places at all when `places` is left out. */
export function toList(entries: readonly { doc: number; places?: readonly number[] }[]): PostingList {
  const docs = Uint32Array.from(entries, ({ doc }) => doc);
  const { length } = docs;
  if (entries.some(({ places }) => places === undefined)) return { docs, places: null, length };
  const starts = new Uint32Array(length + 1);
  const positions: number[] = [];
  entries.forEach(({ places = [] }, at) => {
    starts[at] = positions.length;
    positions.push(...places);
  });
  starts[length] = positions.length;
  return { docs, places: { starts, positions: Uint32Array.from(positions) }, length };
}

/** A section of terms ready to be walked; `newWindow` begins with no block in hand. */
export interface OpenTerms {
  readonly section: TermSection;
  readonly written: WrittenBlocks;
  readonly newWindow: () => ReadWindow;
}

/** Writes lists by key, in the order of keys. */
export async function writeTerms(
  lists: ReadonlyMap<string, PostingList>,
  records: number,
): Promise<OpenTerms> {
  const written = new WrittenBlocks();
  const writer = new TermWriter(written, 'terms', records);
  for (const key of [...lists.keys()].sort()) await writer.add(key, lists.get(key) as PostingList);
  await writer.finish();
  const blocks = written.open(records);
  const fences = {
    keys: JoinedKeys.of(writer.fences.map(({ key }) => key)),
    firstDocs: Uint32Array.from(writer.fences, ({ firstDoc }) => firstDoc),
  };
  const section = new TermSection('terms', fences, records);
  return { section, written, newWindow: () => new ReadWindow(blocks) };
}

/** Steps a cursor, loading blocks whenever it waits. */
export async function step(cursor: DocCursor, target: number, window: ReadWindow): Promise<number> {
  for (let tries = 0; tries < 10_000; tries++) {
    const found = cursor.advance(target);
    if (found !== wait) return found;
    if (!window.isWanting) throw new Error('a cursor waits for nothing');
    await window.load();
  }
  throw new Error('a cursor never stops waiting');
}

/** All records of a cursor, with what `tell` says at each. */
export async function drain<T>(cursor: DocCursor, window: ReadWindow, tell: () => T): Promise<[number, T][]> {
  const all: [number, T][] = [];
  for (let doc = await step(cursor, 0, window); doc !== end; doc = await step(cursor, doc + 1, window)) {
    all.push([doc, tell()]);
  }
  return all;
}
