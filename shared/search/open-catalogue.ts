// Opens a catalogue of segments for reading: searches, records and bodies across all of them.
import type { CatalogueRecord } from '../catalogue/record.ts';
import type { TreeNode } from '../catalogue/venue.ts';
import { AppError } from '../errors/app-error.ts';
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import { BlockCache } from './block-cache.ts';
import type { Filters } from './filters.ts';
import { exactTotal } from './format.ts';
import { CatalogueKeypad } from './keypad/catalogue-keypad.ts';
import type { KeypadAnswer } from './keypad/suggest.ts';
import type { WithinAnswer } from './keypad/suggest-within.ts';
import { openSegment } from './open-segment.ts';
import { Synonyms } from './query-words.ts';
import { rehearsalsOf } from './rehearsal.ts';
import { type SearchSettings, searchSegments } from './search-segments.ts';
import type { Expand } from './segment-blocks.ts';
import type { SegmentReader } from './segment-reader.ts';
import { ShownClock } from './shown-clock.ts';
import type { StoredRecord } from './stored-record.ts';
import type {
  BlockReader,
  CatalogueReader,
  LiveSegment,
  SearchQuery,
  SearchResult,
  SynonymRule,
} from './types.ts';

export interface OpenOptions {
  /** Raw inflate (RFC 1951) of one group. */
  readonly inflate: Expand;
  /** The catalogue tree, for the filter `node`. */
  readonly tree: readonly TreeNode[];
  /** Words looked for by other names as well; none unless told. */
  readonly synonyms?: readonly SynonymRule[];
  /** Bytes of blocks kept in memory; 11 MB unless told. */
  readonly cacheBytes?: number;
  /** See `exactTotal`; as the segments were built, smaller in tests. */
  readonly rankedMost?: number;
  /**
   * Milliseconds since 1970: what is shown for a time only counts by this clock. Without one everything counts, for
   * those who look at what was built rather than show it.
   */
  readonly now?: () => number;
  /** Told when other records count than before, by whichever question first finds it so. */
  readonly onShownChange?: () => void;
}

/** A catalogue as a terminal asks it: it can get ready for the next question, and says what a keypad offers. */
export interface PreloadingReader extends CatalogueReader {
  /** What a keypad offers behind what is typed: words that find something under the filters and keys that lead on. */
  keypad(text: string, filters?: Filters, signal?: CancelSignal): Promise<KeypadAnswer>;
  /** Which of some texts find something under the filters, in their order; of the first 20. */
  finds(texts: readonly string[], filters?: Filters, signal?: CancelSignal): Promise<boolean[]>;
  /** The same for words within a text. */
  keypadWithin(passages: readonly string[], letters: string): Promise<WithinAnswer>;
  /**
   * Gets ready for the next question: reads what every search counts and ranks by, then asks some questions of its
   * own. False when there is no more to do. For idle time, a step of some milliseconds at a time; what cannot be read
   * is left for whoever needs it.
   */
  preload(): Promise<boolean>;
  /**
   * Lets count what is shown at this moment, as every question does first. Gives the time at which something begins
   * or ceases to be shown next; `Infinity` when nothing does.
   */
  showNow(): number;
}

const defaultCacheBytes = 11 * 1024 * 1024;

/**
 * Reads the small resident part of every segment, oldest segment first, and answers from there on.
 * Throws `search.block-damaged`, `search.format-unknown`, and what the block reader throws.
 */
export async function openCatalogue(
  segments: readonly LiveSegment[],
  blocks: BlockReader,
  options: OpenOptions,
): Promise<PreloadingReader> {
  const cache = new BlockCache(options.cacheBytes ?? defaultCacheBytes);
  const open = await Promise.all(segments.map((one) => openSegment(one, blocks, cache, options.inflate)));
  // The first page of hits will want these; whoever asks for them hears of what is wrong with them.
  for (const segment of open) segment.symbols().catch(() => {});
  return new OpenCatalogue(
    cache,
    open,
    {
      tree: options.tree,
      synonyms: new Synonyms(options.synonyms ?? []),
      rankedMost: options.rankedMost ?? exactTotal,
    },
    new ShownClock(open, options),
  );
}

/** Records read together on a walk over all of them. */
const walkedTogether = 64;
const rehearsed = { filters: {}, sort: 'relevance', offset: 0, limit: 20 } as const;

class OpenCatalogue implements PreloadingReader {
  readonly #cache: BlockCache;
  readonly #shown: ShownClock;
  readonly #segments: readonly SegmentReader[];
  readonly #settings: SearchSettings;
  #keypad: CatalogueKeypad | null = null;
  #rehearsals: string[] | null = null;

  constructor(
    cache: BlockCache,
    segments: readonly SegmentReader[],
    settings: SearchSettings,
    shown: ShownClock,
  ) {
    this.#cache = cache;
    this.#segments = segments;
    this.#settings = settings;
    this.#shown = shown;
  }

  get size(): number {
    this.showNow();
    return this.#segments.reduce((sum, { live }) => sum + live.count, 0);
  }

  get shownSince(): number {
    return this.#shown.since;
  }

  showNow(): number {
    return this.#shown.tick();
  }

  search(query: SearchQuery, signal?: CancelSignal): Promise<SearchResult> {
    this.showNow();
    return this.#cache.during(() => searchSegments(this.#segments, query, this.#settings, signal));
  }

  keypad(text: string, filters: Filters = {}, signal?: CancelSignal): Promise<KeypadAnswer> {
    return this.#cache.during(() => this.#openKeypad().suggest(text, filters, signal));
  }

  finds(texts: readonly string[], filters: Filters = {}, signal?: CancelSignal): Promise<boolean[]> {
    return this.#cache.during(() => this.#openKeypad().finds(texts, filters, signal));
  }

  keypadWithin(passages: readonly string[], letters: string): Promise<WithinAnswer> {
    return this.#cache.during(() => this.#openKeypad().suggestWithin(passages, letters));
  }

  #openKeypad(): CatalogueKeypad {
    this.showNow();
    this.#keypad ??= new CatalogueKeypad(this.#segments, this.#settings);
    return this.#keypad;
  }

  async preload(): Promise<boolean> {
    for (const segment of this.#segments) if (await segment.preload().catch(() => false)) return true;
    this.#rehearsals ??= await this.#makeRehearsals();
    const text = this.#rehearsals.pop();
    if (text === undefined) return false;
    await this.search({ ...rehearsed, text }).catch(() => null);
    return true;
  }

  async #makeRehearsals(): Promise<string[]> {
    const [largest] = this.#segments.toSorted((a, b) => b.records - a.records);
    if (largest === undefined) return [];
    return this.#cache.during(() => rehearsalsOf(largest)).catch(() => []);
  }

  async record(id: string): Promise<CatalogueRecord | null> {
    return (await this.#find('id', id))?.stored.record ?? null;
  }

  async recordByCode(code: string): Promise<CatalogueRecord | null> {
    return (await this.#find('code', code))?.stored.record ?? null;
  }

  async bodyPart(id: string, part: number): Promise<string> {
    const found = await this.#find('id', id);
    const body = found?.stored.body ?? null;
    if (found === null || body === null || !(part >= 0 && part < body.parts)) {
      throw new AppError('not-found', { what: `${id}#${part}` });
    }
    const [piece] = await this.#cache.during(() => found.segment.bodyPieces([body.first + part]));
    return piece?.html ?? '';
  }

  async *records(): AsyncGenerator<CatalogueRecord> {
    this.showNow();
    // What counts may change while this goes on; the walk keeps to what counted when it began.
    const begun = this.#segments.map((segment) => ({ segment, live: segment.live }));
    for (const { segment, live } of begun) {
      for (let from = 0; from < segment.records; from += walkedTogether) {
        const to = Math.min(segment.records, from + walkedTogether);
        const ordinals = Array.from({ length: to - from }, (_, at) => from + at).filter((at) => live.has(at));
        const stored = await this.#cache.during(() => segment.stored(ordinals));
        for (const { record } of stored) yield record;
      }
    }
  }

  /** The newest segment that has it wins. */
  async #find(
    field: 'id' | 'code',
    text: string,
  ): Promise<{ segment: SegmentReader; stored: StoredRecord } | null> {
    this.showNow();
    for (const segment of this.#segments.toReversed()) {
      const stored = await this.#cache.during(() => segment.find(field, text));
      if (stored !== null) return { segment, stored };
    }
    return null;
  }
}
