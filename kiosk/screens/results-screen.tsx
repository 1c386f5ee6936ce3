// What a search found: how many, narrowed how, sorted how, and the hits; or what to try instead.
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { FacetBar } from '../components/facet-bar.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { NoResult } from '../components/no-result.tsx';
import { ResultList } from '../components/result-list.tsx';
import { SearchStart } from '../components/search-start.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel } from '../components/state-panel.tsx';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useContentVersion } from '../state/engine-context.ts';
import { isKeypadOpen, keypadAnswer } from '../state/keypad.ts';
import { useNavigation } from '../state/navigation.ts';
import {
  hasFilters,
  isEmptySearch,
  parseSearchAddress,
  type SearchAddress,
  searchUrl,
} from '../state/search-address.ts';
import { pageSize, type Results, useResults } from '../state/use-results.ts';

const ConsultationsLink = lazyPart(
  async () => (await import('../components/consultations-link.tsx')).ConsultationsLink,
);
const registerParts = () => import('../components/registers/search-parts.ts');
const RegisterScope = lazyPart(async () => (await registerParts()).RegisterScope);
const RegisterFacets = lazyPart(async () => (await registerParts()).RegisterFacets);
const MoreOfRegister = lazyPart(async () => (await registerParts()).MoreOfRegister);

interface PartProps {
  readonly search: SearchAddress;
  readonly results: Results;
  readonly onChange: (search: SearchAddress) => void;
}

function SortSwitch({ search, onChange }: Omit<PartProps, 'results'>) {
  return (
    <fieldset class="switch" aria-label={t('search.sort')}>
      {(['relevance', 'date'] as const).map((sort) => (
        <button
          key={sort}
          type="button"
          class="switch__choice"
          aria-pressed={search.sort === sort}
          onClick={() => onChange({ ...search, sort })}
        >
          {t(sort === 'date' ? 'search.byDate' : 'search.byRelevance')}
        </button>
      ))}
    </fieldset>
  );
}

/** Says it when nothing holds the words as they were typed, so that near matches are not taken for exact ones. */
function foundWords({ total, totalIsLowerBound, matched }: Results): string {
  const count = formatCount(total);
  if (total > 0 && matched === 'sounds') return t('search.foundSounds', { count });
  const isNear = total > 0 && (matched === 'scattered' || matched === 'partly');
  if (isNear) return t('search.foundNear', { count });
  return t(totalIsLowerBound ? 'search.foundAtLeast' : 'search.found', { count });
}

/** Many entries of one register leave room for everything else. */
const foldingOf = (search: SearchAddress) => ({
  page: pageSize,
  line: (folded: { registerId: string; registerTitle: string; shown: number }) => (
    <MoreOfRegister key={folded.registerId} search={search} {...folded} />
  ),
});

function Found({
  view,
  search,
  onChange,
}: { view: ReturnType<typeof useResults> } & Omit<PartProps, 'results'>) {
  const { results, isLoading, error } = view;
  const registerId = search.filters.register?.[0];
  if (error) return <ErrorPanel error={error} onRetry={view.retry} />;
  if (!results) return <Skeleton lines={6} shape="rows" />;
  return (
    <>
      <div class="found">
        <div>
          <p class="found__count" aria-live="polite">
            {foundWords(results)}
          </p>
          {results.alsoSearched.length > 0 && (
            <p class="found__also">
              {t('search.alsoSearched')}
              <span lang="zh-CN">{results.alsoSearched.join('、')}</span>
            </p>
          )}
        </div>
        {results.total > 1 && <SortSwitch search={search} onChange={onChange} />}
      </div>
      {registerId !== undefined ? (
        <RegisterFacets {...{ search, results, onChange, registerId }} />
      ) : (
        (results.total > 0 || hasFilters(search)) && (
          <FacetBar search={search} results={results} onChange={onChange} />
        )
      )}
      {results.total === 0 ? (
        <NoResult search={results.search} onChange={onChange} />
      ) : (
        <div aria-busy={isLoading}>
          <ResultList
            hits={results.hits}
            label={t('search.results')}
            {...(registerId === undefined ? { folding: foldingOf(results.search) } : {})}
          />
          <MoreButton results={results} isLoading={isLoading} onMore={view.more} />
        </div>
      )}
    </>
  );
}

/** While the keypad writes, results are those of what its letters stand for; until that is known, those before. */
function useShownSearch(search: SearchAddress): SearchAddress {
  const answer = keypadAnswer.value;
  const shown = useRef(search);
  const isAnswered = answer?.text === search.text;
  if (!isKeypadOpen.value) shown.current = search;
  else if (isAnswered) shown.current = { ...search, text: answer.resultsText };
  return shown.current;
}

/** Notices and nothing else: what is asked of people stands before what they are told. */
const isNoticeList = ({ text, filters }: SearchAddress) =>
  text === '' && filters.kind?.length === 1 && filters.kind[0] === 'notice';

function SearchedResults({ search }: { search: SearchAddress }) {
  const navigation = useNavigation();
  const view = useResults(search, useContentVersion());
  const onChange = (next: SearchAddress) => navigation.replace(searchUrl(next));
  const registerId = search.filters.register?.[0];
  return (
    <>
      {registerId !== undefined && <RegisterScope {...{ search, registerId, onChange }} />}
      {isNoticeList(search) && <ConsultationsLink />}
      <Found view={view} search={search} onChange={onChange} />
    </>
  );
}

export function ResultsScreen() {
  const typed = parseSearchAddress(useLocation().url);
  const search = useShownSearch(typed);
  return (
    <div class="screen screen--results">
      <h1 class="visually-hidden">{t('search.title')}</h1>
      {search.text !== typed.text && search.text !== '' && (
        <p class="found__for" lang="zh-CN">
          {t('keypad.resultsFor', { text: search.text })}
        </p>
      )}
      {isEmptySearch(search) ? <SearchStart /> : <SearchedResults search={search} />}
    </div>
  );
}
