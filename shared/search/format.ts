// The fixed numbers and names of the segment format, version 1 (see DESIGN.md for the layout).

/** Grows when normalising or tokenising changes, so that an old index is never asked in a new language. */
export const analysisVersion = 1;

/** Blocks are closed at this size; none is larger than `largestBlock`. */
export const blockBytes = 36 * 1024;
export const largestBlock = 48 * 1024;

/** How the postings of a block are written; first byte of every block of terms. 1: gaps of seven bits a byte. */
export const postingEncoding = 1;

/** Sections of a segment. A section without content has no blocks. */
export const sections = {
  /** JSON: dictionaries and columns. */
  meta: 'meta',
  /** What a reader keeps of every other section: the first key of each block. */
  fences: 'fences',
  /** Records in compressed groups, in the order of ordinals. */
  records: 'records',
  /** Pieces of bodies in compressed groups. */
  bodies: 'bodies',
  /** Hash of id → ordinal; hash of code → ordinal. */
  ids: 'ids',
  codes: 'codes',
  /** Fixed-width columns, one after the other. */
  values: 'values',
  /** Terms and postings of the header fields, and of the bodies. */
  terms: 'terms',
  bodyTerms: 'body-terms',
} as const;

/** Fields a term is kept apart by: the first unit of its key. `agency`, `node` and `matter` hold whole ids. */
export const fieldLetters = {
  agency: 'a',
  body: 'b',
  index: 'i',
  matter: 'm',
  docNo: 'n',
  node: 'o',
  summary: 's',
  title: 't',
} as const;

/** Columns of `values`, in order. Kind and validity are places in `recordKinds` and `validities`. */
export const columnNames = ['kind', 'validity', 'agency', 'topic', 'date', 'titleLength'] as const;
export type ColumnName = (typeof columnNames)[number];

/** Stands in the columns agency and topic for "none"; dictionary entries count from 1. */
export const noValue = 0;
/** Longest title length a column tells. */
export const longestTitleLength = 255;

/** How many records a segment may have at most: ordinals stay within 31 bits. */
export const mostRecords = 2 ** 31 - 1;
