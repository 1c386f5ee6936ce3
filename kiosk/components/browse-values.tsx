// Every agency, topic, year or kind of the catalogue with its count, each one touch from its records.
import { Building2, CalendarDays, ChevronRight, FolderX, type IconNode, Tag } from 'lucide';
import { type RecordKind, recordKinds } from '#shared/catalogue/record.ts';
import { itemsWords } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { filterWords } from '../state/filter-words.ts';
import { emptySearch, searchUrl, withFilter } from '../state/search-address.ts';
import { type Facets, useFacets } from '../state/use-facets.ts';
import { Icon } from './icon.tsx';
import { kindIcons } from './record-icons.ts';
import { Skeleton } from './skeleton.tsx';
import { ErrorPanel, StatePanel } from './state-panel.tsx';

type BrowsedField = 'agency' | 'topic' | 'year' | 'kind';

interface ValueCard {
  readonly value: string;
  readonly count: number;
}

const icons: Readonly<Record<Exclude<BrowsedField, 'kind'>, IconNode>> = {
  agency: Building2,
  topic: Tag,
  year: CalendarDays,
};

function iconOf(field: BrowsedField, value: string): IconNode {
  if (field !== 'kind') return icons[field];
  return kindIcons[recordKinds.find((kind): kind is RecordKind => kind === value) ?? 'document'];
}

function urlOf(field: BrowsedField, value: string): string {
  if (field === 'agency') return `/agency/${encodeURIComponent(value)}`;
  const sort = field === 'year' ? 'date' : 'relevance';
  return searchUrl({ ...withFilter(emptySearch, field, [value]), sort });
}

/** Agencies in the venue's own order, also those without records; years newest first; the rest by count. */
function useValues(field: BrowsedField, facets: Facets): ValueCard[] {
  const agencies = useEngine().manifest.value?.agencies ?? [];
  const counts = facets[field].filter(({ value }) => value !== '');
  if (field === 'year') return [...counts].sort((a, b) => b.value.localeCompare(a.value));
  if (field !== 'agency') return [...counts];
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  return [...agencies]
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => ({ value: id, count: countOf.get(id) ?? 0 }));
}

function Values({ field, facets }: { field: BrowsedField; facets: Facets }) {
  const manifest = useEngine().manifest.value;
  const values = useValues(field, facets);
  if (values.length === 0) {
    return <StatePanel icon={FolderX} title={t('browse.empty')} line={t('browse.emptyLine')} />;
  }
  return (
    <ul class={`nodes nodes--${field}`}>
      {values.map(({ value, count }) => (
        <li key={value}>
          <a class="node" href={urlOf(field, value)}>
            <Icon node={iconOf(field, value)} class="node__icon" />
            <span class="node__words" lang={field === 'kind' || field === 'year' ? undefined : 'zh-CN'}>
              <span class="node__title">{filterWords(field, value, manifest)}</span>
            </span>
            <span class="node__count figures">{itemsWords(count)}</span>
            <Icon node={ChevronRight} class="node__chevron" />
          </a>
        </li>
      ))}
    </ul>
  );
}

export function BrowseValues({ field }: { field: BrowsedField }) {
  const facets = useFacets();
  if (facets.state === 'failed') return <ErrorPanel error={facets.error} onRetry={facets.retry} />;
  return facets.value ? <Values field={field} facets={facets.value} /> : <Skeleton lines={8} shape="tiles" />;
}
