// What publishing needs of the search engine: building a segment, listing its order, opening segments to read.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type {
  BlockReader,
  BlockSink,
  CatalogueReader,
  LiveSegment,
  SegmentHeader,
} from '#shared/search/types.ts';

export interface CatalogueEngine {
  /** Writes one segment; every record that comes in gets an ordinal from 0, in an order of the engine's choosing. */
  build(id: string, records: AsyncIterable<PublishableRecord>, sink: BlockSink): Promise<SegmentHeader>;
  /** The ids of a segment's records in the order of their ordinals. */
  listIds(header: SegmentHeader, blocks: BlockReader): AsyncIterable<string>;
  open(
    segments: readonly LiveSegment[],
    blocks: BlockReader,
    manifest: Pick<ReleaseManifest, 'tree' | 'synonyms'>,
  ): Promise<CatalogueReader>;
}
