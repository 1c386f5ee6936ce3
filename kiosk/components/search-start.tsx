// An empty search offers words to touch, all of them taken from what the catalogue holds.
import type { FacetField } from '#shared/search/types.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { filterWords } from '../state/filter-words.ts';
import { emptySearch, searchUrl, withFilter } from '../state/search-address.ts';
import { useFacets } from '../state/use-facets.ts';
import { LinkChip } from './chip.tsx';
import { Skeleton } from './skeleton.tsx';
import { ErrorPanel } from './state-panel.tsx';

const shownFields = ['kind', 'topic', 'agency', 'year'] as const satisfies readonly FacetField[];
const mostPerField = 12;

export function SearchStart() {
  const manifest = useEngine().manifest.value;
  const facets = useFacets();
  if (facets.state === 'failed') return <ErrorPanel error={facets.error} onRetry={facets.retry} />;
  if (!facets.value) return <Skeleton lines={6} shape="rows" />;
  const counts = facets.value;
  return (
    <div class="start">
      <p class="start__line">{t('search.startHere')}</p>
      {shownFields.map((field) => {
        const values = counts[field].filter(({ value }) => value !== '').slice(0, mostPerField);
        if (values.length === 0) return null;
        return (
          <section key={field} class="start__group">
            <h2 class="section-title">{t(`field.${field}`)}</h2>
            <div class="chips">
              {values.map(({ value, count }) => (
                <LinkChip
                  key={value}
                  label={filterWords(field, value, manifest)}
                  count={count}
                  href={searchUrl(withFilter(emptySearch, field, [value]))}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
