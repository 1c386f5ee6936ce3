// The list of all content: filter, sort, read on, and act on what is selected.
import { FilePlus, Inbox } from 'lucide';
import { useState } from 'preact/hooks';
import { BulkBar } from '../components/bulk-bar.tsx';
import { BulkOutcomeNotice } from '../components/bulk-outcome.tsx';
import { useConfirm } from '../components/confirm.tsx';
import { GroupDialog } from '../components/group-dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { RecordFilters } from '../components/record-filters.tsx';
import { RecordTable } from '../components/record-table.tsx';
import { useWordsDialog } from '../components/words-dialog.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { type ListAct, useBulkAct } from '../state/bulk-act.ts';
import { useRecordPages } from '../state/record-list.ts';
import { useRecordSelection } from '../state/record-selection.ts';
import { may } from '../state/session.ts';

function EmptyList({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <div class="card empty">
      <Icon node={Inbox} />
      <p>{t(isFiltered ? 'records.noneFound' : 'records.none')}</p>
      {(isFiltered || may('imports.run')) && (
        <a class="button button-primary" href={isFiltered ? '/admin/records' : '/admin/import'}>
          {t(isFiltered ? 'records.clearFilter' : 'today.emptyAct')}
        </a>
      )}
    </div>
  );
}

function ListHead({ total }: { readonly total: number | null }) {
  const words = total === null ? t('app.loading') : t('records.total', { count: formatCount(total) });
  return (
    <WorkHead title={t('place.records')} lead={<span role="status">{words}</span>}>
      {may('records.write') && (
        <a class="button button-primary" href="/admin/records/new">
          <Icon node={FilePlus} /> {t('records.new')}
        </a>
      )}
    </WorkHead>
  );
}

export function Records() {
  const pages = useRecordPages();
  const selection = useRecordSelection(pages);
  const bulk = useBulkAct();
  const confirm = useConfirm();
  const words = useWordsDialog();
  const [isGrouping, setGrouping] = useState(false);
  const isFiltered = Object.keys(pages.filter).some((key) => key !== 'sort' && key !== 'order');
  const isEmpty = pages.total === 0 && !pages.isLoading;
  const error = pages.error ?? selection.error ?? bulk.error;
  const act = async (what: ListAct) => {
    const question = t(`records.${what}Ask`, { count: formatCount(selection.ids.size) });
    let note = '';
    if (what === 'submit') {
      const act = t('records.submit');
      const answer = await words.ask({ title: act, lead: question, label: t('act.note'), act });
      if (answer === null) return;
      note = answer.words;
    } else if (!(await confirm.ask(question, t(`records.${what}`)))) return;
    if (await bulk.run(what, selection.items, note)) {
      selection.clear();
      pages.reload();
    }
  };
  return (
    <div class="stack">
      <ListHead total={pages.total} />
      <RecordFilters pages={pages} />
      {error !== null && <ProblemNotice error={error} retry={pages.reload} />}
      {bulk.outcome && <BulkOutcomeNotice outcome={bulk.outcome} />}
      {isEmpty && <EmptyList isFiltered={isFiltered} />}
      {pages.total === null && pages.isLoading && <Loading />}
      {!isEmpty && pages.total !== null && (
        <section class="card stack" aria-label={t('place.records')}>
          <BulkBar
            pages={pages}
            selection={selection}
            isBusy={bulk.isBusy}
            onAct={act}
            onGroup={() => setGrouping(true)}
          />
          <RecordTable pages={pages} selection={selection} />
        </section>
      )}
      {confirm.dialog}
      {words.dialog}
      {isGrouping && <GroupDialog items={selection.items} onClose={() => setGrouping(false)} />}
    </div>
  );
}
