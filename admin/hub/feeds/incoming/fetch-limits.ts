// The bounds of whatever is fetched from a portal, each with the reason it has that size.

export interface FetchLimits {
  /** Unpacked bytes of one answer. */
  readonly bytes: number;
  /** From the first question, redirects included, to the last byte. */
  readonly timeMs: number;
  readonly redirects: number;
}

/** A feed of a thousand items with their texts stays below 10 MB; slower than 30 seconds is an attack or a fault. */
export const feedFetchLimits: FetchLimits = { bytes: 10 * 1024 * 1024, timeMs: 30_000, redirects: 5 };
/** One article's page. */
export const articleFetchLimits: FetchLimits = { bytes: 2 * 1024 * 1024, timeMs: 20_000, redirects: 5 };

export const feedReadLimits = {
  items: 1000,
  /** Elements within elements, or lists within lists. */
  depth: 60,
  /** Fields kept of one item. */
  fields: 100,
  /** Characters kept of one field. */
  fieldCharacters: 2_000_000,
  /** Article pages read in one go; the rest waits, so that nobody's server is overrun. */
  articles: 50,
} as const;
