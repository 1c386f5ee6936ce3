// A feed as every reader yields it, whatever its format: items with their fields by name.

export type FeedFormat = 'rss' | 'atom' | 'json-feed' | 'json-list';

/** One item: the texts of its fields by the name or path they have there. */
export type FeedItem = ReadonlyMap<string, string>;

export interface ParsedFeed {
  readonly format: FeedFormat;
  /** What the portal calls it; empty where it says nothing. */
  readonly title: string;
  /** In the order of the feed, at most `feedReadLimits.items`. */
  readonly items: readonly FeedItem[];
  /** True when there were more. */
  readonly isTruncated: boolean;
  /** Ids the portal says it has deleted (RFC 6721). */
  readonly deleted: readonly string[];
}
