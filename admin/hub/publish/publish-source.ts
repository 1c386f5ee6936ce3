// What the release builder asks of the store: the approved content, and a place to record what was published.

import type { OwedDate } from '#shared/catalogue/owed-dates.ts';
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import type { Agency, TreeNode, VenueProfile } from '#shared/catalogue/venue.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { SynonymRule } from '#shared/search/types.ts';
import type { PublicFigures } from '#shared/statistics/public-figures.ts';

/** One approved record, without its content. `contentHash` (SHA-256 in hex) changes whenever the published form would. */
export interface ApprovedEntry {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
}

/** A record that may have changed: as it is approved now, or null when it no longer is. */
export interface TouchedEntry {
  readonly id: string;
  readonly after: ApprovedEntry | null;
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

/** Which version of a record a release carries; null when it no longer carries it. */
export interface PublishedMark {
  readonly id: string;
  readonly version: number | null;
}

/** How a release differs from the one before it, in any order; records it carries as before may be among them. */
export interface ReleaseMarks {
  readonly since: Pick<ReleaseManifest, 'version' | 'publishedAt'>;
  readonly marks: AsyncIterable<PublishedMark>;
}

/** The store, as publishing sees it. */
export interface PublishSource {
  venue(): Promise<VenueProfile>;
  agencies(): Promise<readonly Agency[]>;
  tree(): Promise<readonly TreeNode[]>;
  synonyms(): Promise<readonly SynonymRule[]>;
  /** By when matters must be updated next; none where the venue does not show it. */
  owedDates?(): Promise<readonly OwedDate[]>;
  /** What everybody may know of use and answers; null where there is nothing to tell yet. */
  publicFigures?(): Promise<PublicFigures | null>;
  /** Every approved record once, ordered by id (by UTF-16 code units, as `<` compares). */
  approved(): AsyncIterable<ApprovedEntry>;
  /**
   * Every record that may differ from how a release carries it, ordered by id; null when the store can't tell,
   * because that release is not the one it was told of last or something changed that many records show.
   */
  touchedSince?(release: ReleaseManifest): Promise<AsyncIterable<TouchedEntry> | null>;
  /** The approved content of these records, in the order asked for; one that is no longer approved is left out. */
  load(ids: readonly string[]): AsyncIterable<PublishableRecord>;
  /** Where the bytes of an attachment lie. */
  attachmentPath(sha256: string): string;
  /**
   * Called after the switch, with every record the release carries, ordered by id; repeating it for one version
   * changes nothing. With `changes`, a store that was told of the release `since` last may read these instead.
   */
  markPublished(
    release: PublishedRelease,
    published: AsyncIterable<{ readonly id: string; readonly version: number }>,
    changes?: ReleaseMarks,
  ): Promise<void>;
}
