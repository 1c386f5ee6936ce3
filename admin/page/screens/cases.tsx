// The ledger of everything people hand in: requests, corrections, opinions and answers to consultations.
import { MessagesSquare, Plus } from 'lucide';
import { CaseCounts } from '../components/case-counts.tsx';
import { CaseFilters, CaseTabs } from '../components/case-filters.tsx';
import { CasePager, CaseTable } from '../components/case-table.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/case-words.ts';
import { type CasePages, countChoices, isNarrowed, pageSize, useCasePages } from '../state/case-list.ts';
import { may } from '../state/session.ts';

function NoCases({ filter }: Pick<CasePages, 'filter'>) {
  const isFiltered = isNarrowed(filter);
  return (
    <div class="card empty">
      <Icon node={MessagesSquare} />
      <p>{t(isFiltered ? 'cases.none' : 'cases.noneYet')}</p>
      <p>{t(isFiltered ? 'cases.noneLine' : 'cases.noneYetLine')}</p>
    </div>
  );
}

function Rows({ pages }: { readonly pages: CasePages }) {
  const { list, filter, setFilter, isLoading } = pages;
  if (list === null) return isLoading ? <Loading /> : null;
  if (list.rows.length === 0) return <NoCases filter={filter} />;
  return (
    <section class="card stack" aria-label={t('cases.list')}>
      <CaseTable rows={list.rows} isBusy={isLoading} />
      <CasePager
        offset={Number(filter.offset ?? 0)}
        shown={list.rows.length}
        total={list.total}
        size={pageSize}
        onMove={(offset) => setFilter({ offset: offset === 0 ? '' : String(offset) })}
      />
    </section>
  );
}

export function Cases() {
  const pages = useCasePages();
  const { list, filter, setFilter, error, reload } = pages;
  return (
    <div class="stack">
      <WorkHead title={t('place.cases')} lead={t('cases.lead')}>
        {may('cases.handle') && (
          <a class="button button-primary" href="/admin/cases/new">
            <Icon node={Plus} /> {t('cases.new')}
          </a>
        )}
      </WorkHead>
      {list !== null && (
        <CaseCounts
          choices={countChoices(list.counts, filter)}
          onChoose={(choice) => setFilter(choice.isOn ? { state: '', handler: '' } : choice.filter)}
        />
      )}
      <CaseTabs filter={filter} setFilter={setFilter} />
      <CaseFilters filter={filter} setFilter={setFilter} />
      {error !== null && <ProblemNotice error={error} retry={reload} />}
      <Rows pages={pages} />
    </div>
  );
}
