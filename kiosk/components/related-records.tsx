// Other records of the same matter or place in the catalogue.
import { ChevronRight } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { type Filters, searchUrl } from '../state/search-address.ts';
import { useRelated } from '../state/use-related.ts';
import { Icon } from './icon.tsx';
import { RowList } from './row-list.tsx';

function titleOf(filters: Filters) {
  if (filters.register) return 'record.relatedRegister';
  return filters.matter ? 'record.related' : 'record.relatedNode';
}

export function RelatedRecords({ record }: { record: CatalogueRecord }) {
  const related = useRelated(record).value;
  if (!related || related.records.length === 0) return null;
  const { records, total, filters } = related;
  const title = t(titleOf(filters));
  return (
    <section class="record__part record__related">
      <div class="section-head">
        <h2 class="section-title">{title}</h2>
        {total > records.length && (
          <a class="section-more" href={searchUrl({ filters, sort: 'date' })}>
            {t('record.relatedAll', { count: formatCount(total) })}
            <Icon node={ChevronRight} />
          </a>
        )}
      </div>
      <RowList records={records} label={title} />
    </section>
  );
}
