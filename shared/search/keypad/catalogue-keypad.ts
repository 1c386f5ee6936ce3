// A keypad over open segments: its dictionary is read when it is first asked, its counts come from real searches.
import type { CancelSignal } from '../../protocol/cancel-signal.ts';
import { normalisedText } from '../normalise.ts';
import { longestQuery } from '../parse-query.ts';
import { existsInSegments, type SearchSettings, searchSegments } from '../search-segments.ts';
import type { SegmentReader } from '../segment-reader.ts';
import type { SearchResult } from '../types.ts';
import { KeypadWords } from './keypad-words.ts';
import { type KeypadAnswer, type SuggestSource, suggest } from './suggest.ts';
import type { WordCutter } from './word-stretches.ts';

/** Titles looked at for what else stands in them. */
const titlesRead = 100;

type Dictionary = Pick<SuggestSource, 'words' | 'readings'>;

export class CatalogueKeypad {
  readonly #segments: readonly SegmentReader[];
  readonly #settings: SearchSettings;
  readonly #cut: WordCutter;
  #dictionary: Promise<Dictionary> | null = null;

  constructor(segments: readonly SegmentReader[], settings: SearchSettings, cut: WordCutter) {
    this.#segments = segments;
    this.#settings = settings;
    this.#cut = cut;
  }

  async suggest(text: string, signal?: CancelSignal): Promise<KeypadAnswer> {
    const dictionary = await this.#load();
    const source: SuggestSource = {
      ...dictionary,
      cut: this.#cut,
      titles: (search) => this.#titles(search, signal),
      count: async (search) => {
        const { matched, total, totalIsLowerBound } = await this.#search(search, 1, signal);
        return { total: matched === 'whole' ? total : 0, isLowerBound: totalIsLowerBound };
      },
      exists: (search) => existsInSegments(this.#segments, search, this.#settings, signal),
    };
    return suggest(source, text.slice(0, longestQuery), signal);
  }

  async #titles(text: string, signal: CancelSignal | undefined) {
    const { matched, total, totalIsLowerBound, hits } = await this.#search(text, titlesRead, signal);
    // What was found loosely stands beside nothing.
    if (matched !== 'whole') return { titles: [], isAll: true };
    const titles = hits.map(({ record }) => normalisedText(record.title));
    return { titles, isAll: !totalIsLowerBound && total <= hits.length };
  }

  #search(text: string, limit: number, signal: CancelSignal | undefined): Promise<SearchResult> {
    const query = { text, filters: {}, sort: 'relevance', offset: 0, limit } as const;
    return searchSegments(this.#segments, query, this.#settings, signal);
  }

  #load(): Promise<Dictionary> {
    this.#dictionary ??= this.#read().catch((thrown) => {
      this.#dictionary = null;
      throw thrown;
    });
    return this.#dictionary;
  }

  async #read(): Promise<Dictionary> {
    const lists = await Promise.all(this.#segments.map((segment) => segment.keypadWords()));
    const heard = await Promise.all(
      this.#segments.map((segment) =>
        segment.sounds.hasSounds ? segment.sounds.readings() : new Map<string, readonly string[]>(),
      ),
    );
    return { words: new KeypadWords(lists), readings: new Map(heard.flatMap((one) => [...one])) };
  }
}
