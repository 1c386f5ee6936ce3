// What publishing needs of the search engine: building a segment, telling its order, opening segments to read.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type {
  BlockReader,
  BlockSink,
  CatalogueReader,
  LiveSegment,
  SegmentHeader,
} from '#shared/search/types.ts';

/** A segment whose blocks are all written, and where its records lie in it. */
export interface BuiltCatalogue {
  readonly header: SegmentHeader;
  /** The ordinal of each record, in the order the records came in. */
  readonly ordinals: Uint32Array;
}

export interface CatalogueEngine {
  /** Writes one segment; every record that comes in gets an ordinal from 0, in an order of the engine's choosing. */
  build(id: string, records: AsyncIterable<PublishableRecord>, blocks: BlockSink): Promise<BuiltCatalogue>;
  /** With a clock, what is shown for a time only counts by it; without one everything does. */
  open(
    segments: readonly LiveSegment[],
    blocks: BlockReader,
    manifest: Pick<ReleaseManifest, 'tree' | 'synonyms'>,
    now?: () => number,
  ): Promise<CatalogueReader>;
}
