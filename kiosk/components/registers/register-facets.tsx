// Narrows the entries of a register by its own columns: the commonest values at once, all of them in a sheet.
import { ChevronDown } from 'lucide';
import { useState } from 'preact/hooks';
import { type FacetPlace, facetPlaces, type RegisterDetails } from '#shared/catalogue/register.ts';
import { registerWords } from '../../i18n/registers.ts';
import { t } from '../../i18n/translate.ts';
import { type SearchAddress, toggleFilter, withFilter } from '../../state/search-address.ts';
import { useRegister } from '../../state/use-register.ts';
import type { Results } from '../../state/use-results.ts';
import { Chip } from '../chip.tsx';
import { FacetSheet } from '../facet-sheet.tsx';
import { Icon } from '../icon.tsx';

/** So many values of a column stand there at once. */
const shownValues = 4;

interface RegisterFacetsProps {
  readonly search: SearchAddress;
  readonly registerId: string;
  readonly results: Results;
  readonly onChange: (search: SearchAddress) => void;
}

type Facet = RegisterDetails['facets'][number];

/** What is chosen always stands there, then the commonest. */
function shownOf(results: Results, place: FacetPlace, chosen: readonly string[]) {
  const counts = results.facets[place].filter(({ value }) => value !== '');
  const countOf = (value: string) => counts.find((one) => one.value === value)?.count ?? 0;
  const others = counts.filter(({ value }) => !chosen.includes(value));
  const first = chosen.map((value) => ({ value, count: countOf(value) }));
  return { shown: [...first, ...others.slice(0, shownValues - first.length)], all: counts.length };
}

function FacetLine({
  facet: { place, title },
  search,
  results,
  onChange,
  onOpen,
}: Omit<RegisterFacetsProps, 'registerId'> & { facet: Facet; onOpen: () => void }) {
  const chosen = search.filters[place] ?? [];
  const { shown, all } = shownOf(results, place, chosen);
  if (shown.length === 0) return null;
  return (
    <div class="facets__group">
      <p class="facets__title" lang="zh-CN">
        {title}
      </p>
      <div class="facets__line">
        {shown.map(({ value, count }) => (
          <Chip
            key={value}
            label={value}
            count={count}
            isEstimate={results.facetsAreEstimates}
            isOn={chosen.includes(value)}
            onClick={() => onChange(toggleFilter(search, place, value))}
          />
        ))}
        {all > shown.length && (
          <button type="button" class="chip chip--menu" aria-haspopup="dialog" onClick={onOpen}>
            <span>{registerWords('register.moreValues', { title })}</span>
            <Icon node={ChevronDown} />
          </button>
        )}
      </div>
    </div>
  );
}

export function RegisterFacets({ search, registerId, results, onChange }: RegisterFacetsProps) {
  const [opened, setOpened] = useState<Facet | null>(null);
  const facets = useRegister(registerId)?.details.facets ?? [];
  const isNarrowed = facetPlaces.some((place) => search.filters[place]);
  const cleared = facetPlaces.reduce((left, place) => withFilter(left, place, []), search);
  return (
    <fieldset class="facets facets--register" aria-label={t('search.filters')}>
      {facets.map((facet) => (
        <FacetLine
          key={facet.place}
          facet={facet}
          search={search}
          results={results}
          onChange={onChange}
          onOpen={() => setOpened(facet)}
        />
      ))}
      {isNarrowed && (
        <div class="facets__line">
          <button type="button" class="chip chip--plain" onClick={() => onChange(cleared)}>
            {t('search.reset')}
          </button>
        </div>
      )}
      {opened && (
        <FacetSheet
          field={opened.place}
          title={opened.title}
          search={search}
          counts={results.facets[opened.place]}
          found={results}
          onChange={onChange}
          onClose={() => setOpened(null)}
        />
      )}
    </fieldset>
  );
}
