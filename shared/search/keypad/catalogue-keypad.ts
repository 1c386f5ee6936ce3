// A keypad over open segments: its words are read when it is first asked, the rest are short walks of the index.
import type { CancelSignal } from '../../protocol/cancel-signal.ts';
import { throwIfCancelled } from '../collect.ts';
import { activeFilters, type Filters, narrowingCursors } from '../filters.ts';
import type { Narrowing } from '../findings.ts';
import { normalisedText } from '../normalise.ts';
import { longestQuery } from '../parse-query.ts';
import { prepareText, type SearchSettings } from '../search-segments.ts';
import type { SegmentReader } from '../segment-reader.ts';
import { KeypadWords } from './keypad-words.ts';
import { type KeypadAnswer, type SuggestSource, suggest } from './suggest.ts';
import { suggestWithin, type WithinAnswer } from './suggest-within.ts';
import type { Readings } from './title-stretches.ts';
import { type Asked, countRecords, existsTitle, readTitles } from './title-walks.ts';

/** Records of a word are counted up to here: whether to pick it is clear by then. */
const mostCounted = 1_000;
/** Texts that are tried in one go. */
const mostTried = 20;

/** Something read once and kept; what could not be read is tried again. */
class Kept<T> {
  readonly name: string;
  readonly value: Promise<T>;
  isBroken = false;

  constructor(name: string, value: Promise<T>) {
    this.name = name;
    this.value = value;
    value.catch(() => {
      this.isBroken = true;
    });
  }
}

export class CatalogueKeypad {
  readonly #segments: readonly SegmentReader[];
  readonly #settings: SearchSettings;
  #readings: Kept<Readings> | null = null;
  #words: Kept<KeypadWords> | null = null;
  /** Of the register a keypad was opened in last. */
  #registerWords: Kept<KeypadWords> | null = null;

  constructor(segments: readonly SegmentReader[], settings: SearchSettings) {
    this.#segments = segments;
    this.#settings = settings;
  }

  /** @param filters what results are narrowed by: nothing is offered that finds nothing under them */
  async suggest(text: string, filters: Filters, signal?: CancelSignal): Promise<KeypadAnswer> {
    const active = activeFilters(filters, this.#settings.tree);
    const narrowing = narrowingOf(active);
    const [words, readings] = await Promise.all([this.#wordsFor(active), this.#loadReadings()]);
    /** Texts are asked about more than once, with other initials. */
    const prepared = new Map<string, Promise<Asked[]>>();
    const prepare = (before: string) => {
      const known = prepared.get(before) ?? this.#ask(before, narrowing, signal);
      prepared.set(before, known);
      return known;
    };
    const source: SuggestSource = {
      words,
      readings,
      isNarrowed: narrowing !== null,
      titles: async (before, letters, most) => titlesOf(await prepare(before), letters, most),
      count: async (search) => countOf(await prepare(search), mostCounted),
      exists: async (before, letters) => existsIn(await prepare(before), letters),
    };
    return suggest(source, text.slice(0, longestQuery), signal);
  }

  /** Which of some texts find something under the filters, in their order. */
  async finds(texts: readonly string[], filters: Filters, signal?: CancelSignal): Promise<boolean[]> {
    const narrowing = narrowingOf(activeFilters(filters, this.#settings.tree));
    const found: boolean[] = [];
    for (const text of texts.slice(0, mostTried)) {
      throwIfCancelled(signal);
      const asked = await this.#ask(text.slice(0, longestQuery), narrowing, signal);
      found.push((await countOf(asked, 1)).total > 0);
    }
    return found;
  }

  /** See `suggestWithin`; characters are read as the catalogue's titles are. */
  async suggestWithin(passages: readonly string[], letters: string): Promise<WithinAnswer> {
    return suggestWithin(await this.#loadReadings(), passages.map(normalisedText), letters);
  }

  async #ask(text: string, narrowing: Narrowing | null, signal?: CancelSignal): Promise<Asked[]> {
    const queries = await prepareText(this.#segments, text, this.#settings, signal);
    return queries.map((on) => ({ on, narrowing }));
  }

  #loadReadings(): Promise<Readings> {
    if (this.#readings === null || this.#readings.isBroken) {
      this.#readings = new Kept('readings', readReadings(this.#segments));
    }
    return this.#readings.value;
  }

  /** Those of one register where that is asked for, else of all titles; what a register does not have is let go. */
  #wordsFor({ register }: Filters): Promise<KeypadWords> {
    const [id = ''] = register ?? [];
    const isRegister = register?.length === 1;
    const kept = isRegister ? this.#registerWords : this.#words;
    if (kept !== null && kept.name === id && !kept.isBroken) return kept.value;
    const next = new Kept(id, readWordsOf(this.#segments, isRegister ? id : null));
    if (isRegister) this.#registerWords = next;
    else this.#words = next;
    return next.value;
  }
}

/** A segment built before registers had words of their own offers those of all its titles: each is tried anyhow. */
async function readWordsOf(segments: readonly SegmentReader[], register: string | null) {
  const lists = await Promise.all(
    segments.map(async (segment) => {
      const own = register === null ? null : await segment.registerWords(register);
      return own ?? (await segment.keypadWords());
    }),
  );
  return new KeypadWords(lists);
}

async function readReadings(segments: readonly SegmentReader[]): Promise<Readings> {
  const heard = await Promise.all(
    segments.map((segment) =>
      segment.sounds.hasSounds ? segment.sounds.readings() : new Map<string, readonly string[]>(),
    ),
  );
  return new Map(heard.flatMap((one) => [...one]));
}

function narrowingOf(active: Filters): Narrowing | null {
  return Object.keys(active).length === 0 ? null : (context) => narrowingCursors(active, context);
}

/** Newer segments first, for they hold what was changed last. */
async function titlesOf(all: readonly Asked[], letters: string, most: number) {
  const titles: string[] = [];
  let isAll = true;
  for (const asked of all.toReversed()) {
    const read = await readTitles(asked, letters, most);
    titles.push(...read.titles);
    isAll &&= read.isAll;
  }
  return { titles, isAll };
}

async function countOf(all: readonly Asked[], most: number) {
  let total = 0;
  for (const asked of all) total += await countRecords(asked, most + 1 - total);
  return { total: Math.min(total, most), isLowerBound: total > most };
}

async function existsIn(all: readonly Asked[], letters: string): Promise<boolean> {
  for (const asked of all) if (await existsTitle(asked, letters)) return true;
  return false;
}
