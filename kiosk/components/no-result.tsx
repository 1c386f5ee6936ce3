// Nothing found: what was tried, what does find something, and what the catalogue holds instead.
import { SearchX } from 'lucide';
import type { KioskEngine } from '../engine/engine.ts';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { filterWords } from '../state/filter-words.ts';
import {
  emptySearch,
  hasFilters,
  type SearchAddress,
  searchUrl,
  withFilter,
} from '../state/search-address.ts';
import { useFacets } from '../state/use-facets.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { LinkChip } from './chip.tsx';
import { StatePanel } from './state-panel.tsx';
import { LazyWishOffer } from './voice/lazy-voice.ts';

const mostTries = 6;
const mostOffers = 4;
const mostTopics = 8;

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Parts of a query worth trying alone: what is typed apart, else the words in it, alone and in pairs. Longest first. */
export function shorterQueries(text: string): string[] {
  const typed = text.trim().split(/\s+/).filter(Boolean);
  const parts = typed.length > 1 ? typed : wordsIn(typed[0] ?? '');
  const unique = new Set(parts.filter((part) => part.length > 1 && part !== text.trim()));
  return [...unique].sort((a, b) => b.length - a.length).slice(0, mostTries);
}

/** Whole words only: half a word, such as 算机 of 计算机, finds things but means nothing to anybody. */
function wordsIn(text: string): string[] {
  const words = [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`);
  return [...pairs, ...words];
}

/** How many the words find without any filter; null when there is no filter to lift or no word to look for. */
async function countUnfiltered(engine: KioskEngine, search: SearchAddress, signal: AbortSignal) {
  if (!hasFilters(search) || search.text.trim() === '') return null;
  const query = { text: search.text.trim(), filters: {}, sort: 'relevance', offset: 0, limit: 1 } as const;
  const { total } = await engine.search(query, signal);
  return total > 0 ? total : null;
}

async function loadOffers(engine: KioskEngine, search: SearchAddress, signal: AbortSignal) {
  const unfiltered = await countUnfiltered(engine, search, signal);
  // Words that find something by themselves need no shorter ones.
  const shorter = unfiltered === null ? await countEach(engine, shorterQueries(search.text), signal) : [];
  return { unfiltered, shorter };
}

async function countEach(engine: KioskEngine, texts: readonly string[], signal: AbortSignal) {
  const offers: { text: string; count: number }[] = [];
  for (const text of texts) {
    const query = { text, filters: {}, sort: 'relevance', offset: 0, limit: 1 } as const;
    const { total } = await engine.search(query, signal);
    if (total > 0) offers.push({ text, count: total });
    if (offers.length === mostOffers) break;
  }
  return offers;
}

export function NoResult({
  search,
  onChange,
}: {
  search: SearchAddress;
  onChange: (next: SearchAddress) => void;
}) {
  const engine = useEngine();
  const load = (signal: AbortSignal) => loadOffers(engine, search, signal);
  const offers = useLoaded(`offers ${searchUrl(search)}`, load, { isFresh: true }).value;
  const title = search.text ? t('search.noResult', { text: search.text }) : t('search.noResultPlain');
  return (
    <StatePanel
      icon={SearchX}
      title={title}
      line={hasFilters(search) ? t('search.noResultFilters') : t('search.noResultTried')}
    >
      {offers && offers.unfiltered !== null && (
        <button
          type="button"
          class="button button--primary"
          onClick={() => onChange({ ...search, filters: {} })}
        >
          {t('search.withoutFilters', { count: formatCount(offers.unfiltered) })}
        </button>
      )}
      {offers && offers.shorter.length > 0 && (
        <div class="state__offers">
          <h3 class="section-title">{t('search.nearest')}</h3>
          <div class="chips">
            {offers.shorter.map(({ text, count }) => (
              <button
                key={text}
                type="button"
                class="chip"
                onClick={() => onChange({ ...search, text, filters: {} })}
              >
                {t('search.nearestCount', { text, count: formatCount(count) })}
              </button>
            ))}
          </div>
        </div>
      )}
      <LazyWishOffer text={search.text} />
      <Holdings />
      <div class="state__actions">
        <a class="button" href="/browse">
          {t('search.orBrowse')}
        </a>
      </div>
    </StatePanel>
  );
}

/** Kinds and the commonest topics of the catalogue: touching one always finds something. */
function Holdings() {
  const manifest = useEngine().manifest.value;
  const facets = useFacets().value;
  if (!facets) return null;
  const topics = facets.topic.filter(({ value }) => value !== '').slice(0, mostTopics);
  const chips = [
    ...facets.kind.map((one) => ({ ...one, field: 'kind' as const })),
    ...topics.map((one) => ({ ...one, field: 'topic' as const })),
  ];
  return chips.length === 0 ? null : (
    <div class="state__offers">
      <h3 class="section-title">{t('search.holds')}</h3>
      <div class="chips">
        {chips.map(({ field, value, count }) => (
          <LinkChip
            key={`${field} ${value}`}
            label={filterWords(field, value, manifest)}
            count={count}
            href={searchUrl(withFilter(emptySearch, field, [value]))}
          />
        ))}
      </div>
    </div>
  );
}
