// The search engine of shared/search on Node: zlib for its groups.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { BlockCache } from '#shared/search/block-cache.ts';
import { buildSegment } from '#shared/search/build-segment.ts';
import { openCatalogue } from '#shared/search/open-catalogue.ts';
import { openSegment } from '#shared/search/segment-reader.ts';
import type { BlockReader, SegmentHeader } from '#shared/search/types.ts';
import type { CatalogueEngine } from './catalogue-engine.ts';
import { createSpeller } from './speller.ts';

const deflateAsync = promisify(deflateRaw);
const inflateAsync = promisify(inflateRaw);
/** A group holds at most one item past its limit, and an item is at most 64 MB. */
const largestGroupBytes = 80 * 1024 * 1024;
const listingCacheBytes = 2 * 1024 * 1024;
const listedAtOnce = 512;

const deflate = async (bytes: Uint8Array): Promise<Uint8Array> => deflateAsync(bytes);
const inflate = async (bytes: Uint8Array): Promise<Uint8Array> =>
  inflateAsync(bytes, { maxOutputLength: largestGroupBytes });

export const nodeEngine: CatalogueEngine = {
  build: (id, records, sink) => buildSegment(id, records, sink, { deflate, speller: createSpeller() }),
  listIds,
  open: (segments, blocks, { tree, synonyms }) =>
    openCatalogue(segments, blocks, { inflate, tree, synonyms }),
};

async function* listIds(header: SegmentHeader, blocks: BlockReader): AsyncGenerator<string> {
  const segment = { header, deleted: new Uint32Array() };
  const reader = await openSegment(segment, blocks, new BlockCache(listingCacheBytes), inflate);
  for (let from = 0; from < reader.records; from += listedAtOnce) {
    const count = Math.min(listedAtOnce, reader.records - from);
    const stored = await reader.stored(Array.from({ length: count }, (_, at) => from + at));
    for (const { record } of stored) yield record.id;
  }
}
