// Nothing found: what was tried, shorter words that do find something, and other ways to look.
import { SearchX } from 'lucide';
import type { KioskEngine } from '../engine/engine.ts';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { hasFilters, type SearchAddress } from '../state/search-address.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { StatePanel } from './state-panel.tsx';

const mostTries = 6;
const mostOffers = 4;

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
  const texts = shorterQueries(search.text);
  const offers = useLoaded(`offers ${search.text}`, (signal) => countEach(engine, texts, signal), {
    isFresh: true,
  });
  const title = search.text ? t('search.noResult', { text: search.text }) : t('search.noResultPlain');
  return (
    <StatePanel
      icon={SearchX}
      title={title}
      line={hasFilters(search) ? t('search.noResultFilters') : t('search.noResultTried')}
    >
      {offers.value && offers.value.length > 0 && (
        <div class="state__offers">
          <h3 class="section-title">{t('search.nearest')}</h3>
          <div class="chips">
            {offers.value.map(({ text, count }) => (
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
      <div class="state__actions">
        <a class="button" href="/browse">
          {t('search.orBrowse')}
        </a>
      </div>
    </StatePanel>
  );
}
