// The fixed numbers and names of the segment format, version 5 (see DESIGN.md for the layout).

/** Version of the layout, as segment headers and manifests tell it. */
export const segmentFormat = 5;

/**
 * Layouts a reader knows. Version 2 has neither places of registers nor spans in which records are shown. Up to version 3
 * blocks were sealed by one sum, symbols were deflated, and where agencies begin was looked for at every start. Up to version 4
 * the dates of all records and how agencies sound were read at every start.
 */
export const readableFormats = [2, 3, 4, segmentFormat] as const;
export type ReadableFormat = (typeof readableFormats)[number];

/** The first layout whose dates, and the sounds of whose agencies, are sections of their own, read where they are needed. */
export const firstWithDates = 5;

/** The layout a header or manifest tells, or null for one this program does not read. */
export function readableFormat(version: unknown): ReadableFormat | null {
  return readableFormats.find((known) => known === version) ?? null;
}

/** Grows when normalising, tokenising or the layout of blocks changes, so that an old index is never misread. */
export const analysisVersion = 3;

/** Blocks are closed at this size; none is larger than `largestBlock`. */
export const blockBytes = 36 * 1024;
export const largestBlock = 48 * 1024;

/** How the postings of a block are written; first byte of every block of terms. 3: Rice codes, places found alone. */
export const postingEncoding = 3;

/** Sections of a segment. A section without content has no blocks. */
export const sections = {
  /** JSON: dictionaries, counts and where columns lie. */
  meta: 'meta',
  /** Agencies, one a line, and their names as compared. */
  agencies: 'agencies',
  agencyNames: 'agency-names',
  /** Where each line of both begins. */
  agencyStarts: 'agency-starts',
  /** How their names sound, one a line. */
  agencySounds: 'agency-sounds',
  /** What a reader keeps of every other section: the first key of each block. */
  fences: 'fences',
  /** Stretches of records of one class and year. */
  years: 'years',
  /** Stretches of records of one date. */
  dates: 'dates',
  /** The pieces records are written in. */
  symbols: 'symbols',
  /** Records in the order of ordinals. */
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
  /** Pairs of syllables → the pairs of characters that sound so. */
  sounds: 'sounds',
  /** How characters of titles are read. */
  readings: 'readings',
  /** Words of titles that a keypad offers, deflated. */
  keypad: 'keypad',
  /** The same of each register apart, one after the other. */
  registerWords: 'register-words',
  /** Records that are shown for a time only, and for which, deflated. */
  shown: 'shown',
} as const;

/**
 * Fields a term is kept apart by: the last unit of its key, so that all fields of a term lie side by side.
 * `head` holds how titles begin, for terms so frequent that not every title with them is looked at; `code` three
 * neighbouring units of the number of a register's entry.
 */
export const fieldLetters = {
  title: '\u0002',
  docNo: '\u0003',
  index: '\u0004',
  summary: '\u0005',
  body: '\u0006',
  head: '\u0007',
  code: '\u0008',
} as const;

/** Keys that are no text: these marks stand in front, then a whole id, or initials of syllables. */
export const idMarks = {
  agency: '\u0001a',
  /** Terms of the agency's name. */
  agencyName: '\u0001g',
  /** Values of the three places a register's entries can be narrowed by. */
  facet1: '\u0001f1',
  facet2: '\u0001f2',
  facet3: '\u0001f3',
  /** Three neighbouring initials of a title. */
  initials: '\u0001i',
  /** How the initials of a title begin, for the lengths of `initialLengths`. */
  initialsHead: '\u0001h',
  matter: '\u0001m',
  node: '\u0001o',
  /** Entries of a register. */
  register: '\u0001r',
  topic: '\u0001t',
  /** A whole title of at most `longestWholeTitle` units. */
  wholeTitle: '\u0001w',
} as const;

export const initialLengths: readonly number[] = [1, 2, 4];
export const longestWholeTitle = 4;

/** Columns of `values`, in order. Agency and topic count from 1, `noValue` is none. */
export const columnNames = ['agency', 'topic', 'titleLength'] as const;
export type ColumnName = (typeof columnNames)[number];
export const noValue = 0;
/** Longest title length a column tells. */
export const longestTitleLength = 255;

/** Values of one place of registers that are counted in a segment, the most frequent; others only narrow. */
export const mostFacetValues = 4000;
/** Of a longer value so many UTF-16 units count. */
export const longestFacetValue = 100;

/** How many records a segment may have at most: ordinals stay small integers. */
export const mostRecords = 2 ** 30 - 2;

/** Totals and counts are exact up to here. */
export const exactTotal = 10_000;
/** Of more matches than that, the first so many of each segment are ranked, and as many for each way to fit best. */
export const bestMost = 1000;
