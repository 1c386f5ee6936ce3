// What a catalogue can be asked, and what it answers: the face of the search engine.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { facetPlaces } from '../catalogue/register.ts';
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import type { TakeMemory } from './block-cache.ts';
import type { ReadableFormat } from './format.ts';

/**
 * Fields results can be narrowed by. `node` matches a tree node and everything under it, `register` the entries of a
 * register by its id, and the places what an entry has there.
 */
export const filterFields = [
  'kind',
  'agency',
  'topic',
  'year',
  'validity',
  'node',
  'matter',
  'register',
  ...facetPlaces,
] as const;
export type FilterField = (typeof filterFields)[number];

/** Fields that are counted of every record. */
export const generalFacetFields = ['kind', 'agency', 'topic', 'year', 'validity'] as const;
export type GeneralFacetField = (typeof generalFacetFields)[number];

/**
 * Fields that are counted for the visitor. The places of a register mean something else in each, so they are counted
 * only where a query is narrowed to registers.
 */
export const facetFields = [...generalFacetFields, ...facetPlaces] as const;
export type FacetField = (typeof facetFields)[number];

export interface SearchQuery {
  /** What the visitor typed; empty means "everything that passes the filters". At most 100 characters are used. */
  readonly text: string;
  /** Values of one field are alternatives; fields narrow each other. */
  readonly filters: Partial<Record<FilterField, readonly string[]>>;
  readonly sort: 'relevance' | 'date';
  readonly offset: number;
  /** 1 to 100. */
  readonly limit: number;
  /** Asks for `SearchHit.reasons`. */
  readonly explain?: boolean;
}

/** A word that is also looked for by other names: 低保 → 最低生活保障. One way only. */
export interface SynonymRule {
  readonly word: string;
  readonly also: readonly string[];
}

/** A stretch of a string, in UTF-16 units: `[start, end)`. */
export type TextRange = readonly [start: number, end: number];

export interface SearchHit {
  readonly record: CatalogueRecord;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Where the query was found in the title. */
  readonly titleRanges: readonly TextRange[];
  /** A passage of the summary or body, when the words were found there. */
  readonly snippet: { readonly text: string; readonly ranges: readonly TextRange[] } | null;
  /** Why it stands where it stands, the weightiest reason first; only when the query asked. */
  readonly reasons?: readonly RankReason[];
}

/** One part of a score: what it is called, what it was for this record, and the number it gave. */
export interface RankReason {
  readonly part: 'fit' | 'authority' | 'validity' | 'closeness' | 'date';
  readonly value: string;
  readonly points: number;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchResult {
  readonly total: number;
  /** True when counting stopped at the bound and there are more. */
  readonly totalIsLowerBound: boolean;
  readonly hits: readonly SearchHit[];
  /**
   * Counts under the current text and filters; a field's own filter does not narrow its own counts. Beside a text at
   * most the 200 most frequent values of a field.
   */
  readonly facets: Readonly<Record<FacetField, readonly FacetCount[]>>;
  /** True when counts were estimated from a part of the matches: beyond the bound of totals. Shown as 约. */
  readonly facetsAreEstimates: boolean;
  /**
   * How the words were found: `whole`, each as typed; `scattered`, all of the query but in parts; `sounds`,
   * only by other characters of the same sound; `partly`, only most of it. Absent when the query has no words.
   */
  readonly matched?: 'whole' | 'scattered' | 'sounds' | 'partly';
  /** What was looked for beside the words typed, by the list of synonyms. */
  readonly alsoSearched: readonly string[];
}

/** A catalogue opened for reading: the same on the terminal, on the hub and in tests. */
export interface CatalogueReader {
  search(query: SearchQuery, signal?: CancelSignal): Promise<SearchResult>;
  /** The record with this id, or null. */
  record(id: string): Promise<CatalogueRecord | null>;
  /** The record with this hand-off code, or null. */
  recordByCode(code: string): Promise<CatalogueRecord | null>;
  /** One part of a body, counting from 0. Throws `not-found` past the end. */
  bodyPart(id: string, part: number): Promise<string>;
  /** Every record live and shown when it is first asked, in no order worth relying on, a few held at a time. */
  records(): AsyncGenerator<CatalogueRecord>;
  /** How many records are live and shown. */
  readonly size: number;
  /** Since when the same records have been shown: together with the release it tells what an answer follows from. */
  readonly shownSince: number;
}

/** Reads blocks of a segment's sections, from IndexedDB, a file or memory. */
export interface BlockReader {
  /**
   * The blocks in the order asked for; each is checked against its digest before it is returned.
   * Throws `search.block-damaged` naming segment, section and block. `take` gives memory to read into, for readers that
   * can: each block needs its own. Without it, blocks may share theirs.
   */
  read(
    segmentId: string,
    section: string,
    blocks: readonly number[],
    take?: TakeMemory,
  ): Promise<Uint8Array[]>;
}

/** Where a builder puts a segment's blocks. A block holds at most 48 KB. */
export interface BlockSink {
  /** Appends a block to a section and returns its number within the section, from 0. */
  write(section: string, block: Uint8Array): Promise<number>;
}

/** What a reader must know of a segment before it reads any block. */
export interface SegmentHeader {
  readonly id: string;
  readonly formatVersion: ReadableFormat;
  /** Records in the segment, deleted ones included. Ordinals run from 0 to records - 1. */
  readonly records: number;
  /** Number of blocks of every section. */
  readonly sections: Readonly<Record<string, number>>;
}

/** A segment as an open catalogue sees it: its header and which of its records have been superseded. */
export interface LiveSegment {
  readonly header: SegmentHeader;
  /** Ordinals no longer live, ascending. */
  readonly deleted: Uint32Array;
}
