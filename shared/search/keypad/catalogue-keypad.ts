// A keypad over open segments: its dictionary is read when it is first asked, the rest are short walks of the index.
import type { CancelSignal } from '../../protocol/cancel-signal.ts';
import { normalisedText } from '../normalise.ts';
import { longestQuery } from '../parse-query.ts';
import { prepareText, type SearchSettings } from '../search-segments.ts';
import type { SegmentQuery } from '../segment-query.ts';
import type { SegmentReader } from '../segment-reader.ts';
import { KeypadWords } from './keypad-words.ts';
import { type KeypadAnswer, type SuggestSource, suggest } from './suggest.ts';
import { suggestWithin, type WithinAnswer } from './suggest-within.ts';
import { countRecords, existsTitle, readTitles } from './title-walks.ts';

/** Records of a word are counted up to here: whether to pick it is clear by then. */
const mostCounted = 1_000;

type Dictionary = Pick<SuggestSource, 'words' | 'readings'>;

export class CatalogueKeypad {
  readonly #segments: readonly SegmentReader[];
  readonly #settings: SearchSettings;
  #dictionary: Promise<Dictionary> | null = null;

  constructor(segments: readonly SegmentReader[], settings: SearchSettings) {
    this.#segments = segments;
    this.#settings = settings;
  }

  async suggest(text: string, signal?: CancelSignal): Promise<KeypadAnswer> {
    const dictionary = await this.#load();
    /** Texts are asked about more than once, with other initials. */
    const prepared = new Map<string, Promise<SegmentQuery[]>>();
    const prepare = (before: string) => {
      const known = prepared.get(before) ?? prepareText(this.#segments, before, this.#settings, signal);
      prepared.set(before, known);
      return known;
    };
    const source: SuggestSource = {
      ...dictionary,
      titles: async (before, letters, most) => titlesOf(await prepare(before), letters, most),
      count: async (search) => countOf(await prepare(search)),
      exists: async (before, letters) => existsIn(await prepare(before), letters),
    };
    return suggest(source, text.slice(0, longestQuery), signal);
  }

  /** See `suggestWithin`; characters are read as the catalogue's titles are. */
  async suggestWithin(passages: readonly string[], letters: string): Promise<WithinAnswer> {
    const { readings } = await this.#load();
    return suggestWithin(readings, passages.map(normalisedText), letters);
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

/** Newer segments first, for they hold what was changed last. */
async function titlesOf(queries: readonly SegmentQuery[], letters: string, most: number) {
  const titles: string[] = [];
  let isAll = true;
  for (const on of queries.toReversed()) {
    const read = await readTitles(on, letters, most);
    titles.push(...read.titles);
    isAll &&= read.isAll;
  }
  return { titles, isAll };
}

async function countOf(queries: readonly SegmentQuery[]) {
  let total = 0;
  for (const on of queries) total += await countRecords(on, mostCounted + 1 - total);
  return { total: Math.min(total, mostCounted), isLowerBound: total > mostCounted };
}

async function existsIn(queries: readonly SegmentQuery[], letters: string): Promise<boolean> {
  for (const on of queries) if (await existsTitle(on, letters)) return true;
  return false;
}
