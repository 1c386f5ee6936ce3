// Narrows results: kinds as chips at once, everything else one touch away in a sheet, and what is chosen.
import { ChevronDown } from 'lucide';
import { useState } from 'preact/hooks';
import { type FilterField, filterFields, type GeneralFacetField } from '#shared/search/types.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { filterWords } from '../state/filter-words.ts';
import { hasFilters, type SearchAddress, toggleFilter } from '../state/search-address.ts';
import type { Results } from '../state/use-results.ts';
import { Chip, RemovableChip } from './chip.tsx';
import { FacetSheet } from './facet-sheet.tsx';
import { Icon } from './icon.tsx';

const sheetFields = ['agency', 'topic', 'year', 'validity'] as const satisfies readonly GeneralFacetField[];

interface FacetBarProps {
  readonly search: SearchAddress;
  readonly results: Results;
  readonly onChange: (search: SearchAddress) => void;
}

function ChosenFilters({ search, onChange }: Omit<FacetBarProps, 'results'>) {
  const manifest = useEngine().manifest.value;
  const chosen = filterFields
    .filter((field) => field !== 'kind')
    .flatMap((field) => (search.filters[field] ?? []).map((value) => [field, value] as const));
  return (
    <>
      {chosen.map(([field, value]: readonly [FilterField, string]) => {
        const label = filterWords(field, value, manifest);
        return (
          <RemovableChip
            key={`${field} ${value}`}
            label={label}
            name={t('search.remove', { value: label })}
            onClick={() => onChange(toggleFilter(search, field, value))}
          />
        );
      })}
      {hasFilters(search) && (
        <button type="button" class="chip chip--plain" onClick={() => onChange({ ...search, filters: {} })}>
          {t('search.reset')}
        </button>
      )}
    </>
  );
}

export function FacetBar({ search, results, onChange }: FacetBarProps) {
  const [opened, setOpened] = useState<GeneralFacetField | null>(null);
  const manifest = useEngine().manifest.value;
  const kinds = results.facets.kind.filter(
    ({ value, count }) => count > 0 || search.filters.kind?.includes(value),
  );
  const openable = sheetFields.filter((field) => results.facets[field].length > 1 || search.filters[field]);
  return (
    <fieldset class="facets" aria-label={t('search.filters')}>
      <div class="facets__line">
        {kinds.map(({ value, count }) => (
          <Chip
            key={value}
            label={filterWords('kind', value, manifest)}
            count={count}
            isEstimate={results.facetsAreEstimates}
            isOn={search.filters.kind?.includes(value) ?? false}
            onClick={() => onChange(toggleFilter(search, 'kind', value))}
          />
        ))}
      </div>
      <div class="facets__line">
        {openable.map((field) => (
          <button
            key={field}
            type="button"
            class="chip chip--menu"
            aria-haspopup="dialog"
            onClick={() => setOpened(field)}
          >
            <span>{t(`field.${field}`)}</span>
            <Icon node={ChevronDown} />
          </button>
        ))}
        <ChosenFilters search={search} onChange={onChange} />
      </div>
      {opened && (
        <FacetSheet
          field={opened}
          search={search}
          counts={results.facets[opened]}
          found={results}
          onChange={onChange}
          onClose={() => setOpened(null)}
        />
      )}
    </fieldset>
  );
}
