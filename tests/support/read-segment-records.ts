// Gives back a segment's live records as they were published, for tests that compare what went in with what came out.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { BlockCache } from '#shared/search/block-cache.ts';
import { openSegment } from '#shared/search/open-segment.ts';
import type { Expand } from '#shared/search/segment-blocks.ts';
import type { SegmentReader } from '#shared/search/segment-reader.ts';
import type { StoredRecord } from '#shared/search/stored-record.ts';
import type { BlockReader, LiveSegment } from '#shared/search/types.ts';

/** Records read at a time. */
const batch = 64;
const cacheBytes = 4 * 1024 * 1024;

/** Live records in the order of their ordinals. Holds one batch of headers and one body at a time. */
export async function* readSegmentRecords(
  segment: LiveSegment,
  blocks: BlockReader,
  options: { readonly inflate: Expand },
): AsyncGenerator<PublishableRecord> {
  const reader = await openSegment(segment, blocks, new BlockCache(cacheBytes), options.inflate);
  for (let from = 0; from < reader.records; from += batch) {
    const live: number[] = [];
    for (let ordinal = from; ordinal < Math.min(reader.records, from + batch); ordinal++) {
      if (reader.live.has(ordinal)) live.push(ordinal);
    }
    for (const stored of await reader.stored(live)) yield await withBody(reader, stored);
  }
}

async function withBody(reader: SegmentReader, stored: StoredRecord): Promise<PublishableRecord> {
  const { record, body } = stored;
  if (body === null) return { record, bodyParts: [], bodyText: '' };
  const bodyParts: string[] = [];
  const texts: string[] = [];
  for (const at of body.starts.keys()) {
    const [piece] = await reader.bodyPieces([body.first + at]);
    if (at < body.parts) bodyParts.push(piece?.html ?? '');
    texts.push(piece?.text ?? '');
  }
  return { record, bodyParts, bodyText: texts.join('') };
}
