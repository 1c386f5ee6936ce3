// What the release builder asks of the store: the approved content, and a place to record what was published.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import type { Agency, TreeNode, VenueProfile } from '#shared/catalogue/venue.ts';
import type { SynonymRule } from '#shared/search/types.ts';

/** One approved record, without its content. `contentHash` changes whenever the published form would. */
export interface ApprovedEntry {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
}

/** A release as the store keeps it in its own list. */
export interface PublishedRelease {
  readonly version: number;
  readonly publishedAt: string;
  readonly note: string;
  readonly who: string;
  readonly records: number;
  readonly bytes: number;
  readonly newBytes: number;
}

/** The store, as publishing sees it. */
export interface PublishSource {
  venue(): Promise<VenueProfile>;
  agencies(): Promise<readonly Agency[]>;
  tree(): Promise<readonly TreeNode[]>;
  synonyms(): Promise<readonly SynonymRule[]>;
  /** Every approved record once, ordered by id (by UTF-16 code units, as `<` compares). */
  approved(): AsyncIterable<ApprovedEntry>;
  /** The approved content of these records, in the order asked for; one that is no longer approved is left out. */
  load(ids: readonly string[]): AsyncIterable<PublishableRecord>;
  /** Where the bytes of an attachment lie. */
  attachmentPath(sha256: string): string;
  /** Called after the switch, with every record the release carries; repeating it for one version changes nothing. */
  markPublished(
    release: PublishedRelease,
    published: AsyncIterable<{ readonly id: string; readonly version: number }>,
  ): Promise<void>;
}
