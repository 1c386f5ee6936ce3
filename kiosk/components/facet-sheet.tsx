// All values of one filter with their counts, to switch on and off while the results change behind.
import type { FacetCount, FacetField, GeneralFacetField } from '#shared/search/types.ts';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { filterWords } from '../state/filter-words.ts';
import { type SearchAddress, toggleFilter } from '../state/search-address.ts';
import type { Results } from '../state/use-results.ts';
import { Chip } from './chip.tsx';
import { Sheet } from './sheet.tsx';

/** A field every record has, or a place of a register with the title of its column. */
type SheetField =
  | { readonly field: GeneralFacetField; readonly title?: undefined }
  | { readonly field: FacetField; readonly title: string };

type FacetSheetProps = SheetField & {
  readonly search: SearchAddress;
  readonly counts: readonly FacetCount[];
  readonly found: Pick<Results, 'total' | 'totalIsLowerBound' | 'facetsAreEstimates'>;
  readonly onChange: (search: SearchAddress) => void;
  readonly onClose: () => void;
};

/** Years newest first, everything else by count; what is chosen stays in the list at zero. */
function ordered(field: FacetField, counts: readonly FacetCount[], chosen: readonly string[]): FacetCount[] {
  const missing = chosen.filter((value) => !counts.some((one) => one.value === value));
  const all = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
  if (field === 'year') return all.sort((a, b) => b.value.localeCompare(a.value));
  return all.sort((a, b) => b.count - a.count);
}

export function FacetSheet(props: FacetSheetProps) {
  const { field, search, counts, found, onChange, onClose } = props;
  const name = props.title === undefined ? t(`field.${props.field}`) : props.title;
  const manifest = useEngine().manifest.value;
  const chosen = search.filters[field] ?? [];
  const words = found.totalIsLowerBound ? 'search.foundAtLeast' : 'search.found';
  return (
    <Sheet title={t('search.filterTitle', { field: name })} onClose={onClose}>
      <div class="sheet__scroll chips">
        {ordered(field, counts, chosen).map(({ value, count }) => (
          <Chip
            key={value}
            label={filterWords(field, value, manifest)}
            count={count}
            isEstimate={found.facetsAreEstimates}
            isOn={chosen.includes(value)}
            onClick={() => onChange(toggleFilter(search, field, value))}
          />
        ))}
      </div>
      <footer class="sheet__foot">
        <p class="sheet__note">{t(words, { count: formatCount(found.total) })}</p>
        <button type="button" class="button button--primary" onClick={onClose}>
          {t('search.filterDone')}
        </button>
      </footer>
    </Sheet>
  );
}
