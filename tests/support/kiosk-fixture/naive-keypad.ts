// What the keypad draws on in the fixture: the words of its titles, found by looking at every title.
import { createSpeller } from '#hub/publish/speller.ts';
import { KeypadWords } from '#shared/search/keypad/keypad-words.ts';
import { StretchCounter, stretchesIn } from '#shared/search/keypad/stretch-counter.ts';
import type { SuggestSource } from '#shared/search/keypad/suggest.ts';
import { readWords, writeWords } from '#shared/search/keypad/words-section.ts';
import { normalisedText } from '#shared/search/normalise.ts';
import type { SearchQuery } from '#shared/search/types.ts';
import type { FixtureRecord } from './fixture-records.ts';
import { naiveSearch } from './naive-search.ts';

const known = new WeakMap<readonly FixtureRecord[], Map<string, SuggestSource>>();

export function naiveKeypad(
  records: readonly FixtureRecord[],
  filters: SearchQuery['filters'] = {},
): SuggestSource {
  const sources = known.get(records) ?? new Map<string, SuggestSource>();
  known.set(records, sources);
  const key = JSON.stringify(filters);
  const source = sources.get(key) ?? makeSource(key === '{}' ? records : narrowed(records, filters));
  sources.set(key, source);
  return source;
}

/** The titles under some filters are all the keypad of the fixture knows of then. */
function narrowed(records: readonly FixtureRecord[], filters: SearchQuery['filters']) {
  const { hits } = naiveSearch(records, { text: '', filters, sort: 'date', offset: 0, limit: 10_000 });
  const ids = new Set(hits.map(({ record }) => record.id));
  return records.filter(({ record }) => ids.has(record.id));
}

function makeSource(records: readonly FixtureRecord[]): SuggestSource {
  const speller = createSpeller();
  const titles = records.map(({ record }) => normalisedText(record.title));
  const headers = records.map(({ record }) => normalisedText(`${record.title} ${record.docNo ?? ''}`));
  const readings = new Map(Array.from(new Set(titles.join('')), (one) => [one, speller.spell(one)[0] ?? []]));
  const counter = new StretchCounter();
  for (const title of titles) counter.add(stretchesIn(title));
  const lines = new TextEncoder().encode(writeWords(counter.best(5_000), speller));
  const words = new KeypadWords([readWords(lines, readings, { segment: '', section: '', block: 0 })]);
  const initials = titles.map((title) =>
    Array.from(title, (one) => readings.get(one)?.[0]?.[0] ?? '').join(''),
  );
  const matching = (text: string, letters: string) => {
    const parts = text.split(' ').map(normalisedText).filter(Boolean);
    return titles.filter(
      (_, at) =>
        parts.every((part) => headers[at]?.includes(part)) && (initials[at] as string).includes(letters),
    );
  };
  return {
    words,
    isNarrowed: false,
    readings,
    titles: async (text, letters, most) => {
      const found = matching(text, letters);
      return { titles: found.slice(0, most), isAll: found.length <= most };
    },
    // The fixture's search knows no initials: letters are looked for as they are, and find nothing.
    count: async (text) => ({ total: matching(text, '').length, isLowerBound: false }),
    exists: async (text, letters) => matching(text, letters).length > 0,
  };
}
