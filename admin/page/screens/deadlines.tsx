// Deadlines: what is overdue first, what is due soon, what is out of date, and who answers for it.
import { CalendarX2, CircleCheck, Download, Loader } from 'lucide';
import { useState } from 'preact/hooks';
import {
  type DeadlineSummary,
  deadlineSummarySchema,
  type Escalation,
  escalationSchema,
  owedListSchema,
  staleListSchema,
} from '#shared/protocol/deadlines-api.ts';
import { request } from '../api/client.ts';
import { EscalationTable } from '../components/escalation-table.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { OwedTable } from '../components/owed-table.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { Segments } from '../components/segments.tsx';
import { StaleTable } from '../components/stale-table.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { type PagedList, usePagedList } from '../state/paged-list.ts';

type View = 'overdue' | 'soon' | 'uncounted' | 'stale' | 'agencies';
type Debtor = Pick<Escalation['rows'][number], 'agencyId' | 'agencyName' | 'person'>;

const sumOf = (uncounted: DeadlineSummary['uncounted']) =>
  uncounted.reduce((sum, { count }) => sum + count, 0);

function Notices({ summary }: { readonly summary: DeadlineSummary }) {
  const { missingYear, pending } = summary;
  return (
    <>
      {missingYear !== null && (
        <div class="notice notice-warn">
          <Icon node={CalendarX2} />
          <div class="stack">
            <p>{t('deadlines.missingYear', { year: missingYear })}</p>
            <a class="button button-small" href="/admin/settings/holidays">
              {t('deadlines.importNotice')}
            </a>
          </div>
        </div>
      )}
      {pending > 0 && (
        <p class="notice" role="status">
          <Icon node={Loader} /> {t('deadlines.pending', { count: formatCount(pending) })}
        </p>
      )}
    </>
  );
}

function Views({
  summary,
  view,
  onChange,
}: {
  summary: DeadlineSummary;
  view: View;
  onChange: (view: View) => void;
}) {
  const segments = [
    { value: 'overdue', label: t('deadlines.overdue'), count: summary.overdue },
    { value: 'soon', label: t('deadlines.soon'), count: summary.soon },
    { value: 'stale', label: t('deadlines.stale'), count: summary.stale },
    { value: 'uncounted', label: t('deadlines.uncounted'), count: sumOf(summary.uncounted) },
    { value: 'agencies', label: t('deadlines.agencies'), count: summary.overdue + summary.soon },
  ] as const;
  return <Segments<View> label={t('deadlines.views')} segments={segments} value={view} onChange={onChange} />;
}

function Pages<T>({
  list,
  none,
  children,
}: {
  readonly list: PagedList<T>;
  readonly none: string;
  readonly children: (items: readonly T[]) => preact.ComponentChild;
}) {
  if (list.error !== null) return <ProblemNotice error={list.error} retry={list.reload} />;
  if (list.items === null) return <Loading />;
  if (list.items.length === 0) {
    return (
      <p class="notice notice-good">
        <Icon node={CircleCheck} /> {none}
      </p>
    );
  }
  return (
    <>
      {children(list.items)}
      {list.hasMore && (
        <button type="button" class="button" disabled={list.isLoading} onClick={list.loadMore}>
          {t(list.isLoading ? 'app.loading' : 'records.more')}
        </button>
      )}
    </>
  );
}

function OwedList({
  view,
  of,
  summary,
}: {
  readonly view: 'overdue' | 'soon' | 'uncounted';
  readonly of: Debtor | null;
  readonly summary: DeadlineSummary;
}) {
  const list = usePagedList(`${view} ${of?.agencyId} ${of?.person}`, (cursor, signal) => {
    const query = new URLSearchParams({ state: view });
    if (of !== null) query.set('agencyId', of.agencyId);
    if (of !== null) query.set('person', of.person);
    if (cursor !== null) query.set('cursor', cursor);
    return request('GET', `/deadlines?${query}`, owedListSchema, { signal });
  });
  const none = {
    overdue: t('deadlines.noneOverdue'),
    soon: t('deadlines.noneSoon', { until: summary.soonUntil }),
    uncounted: t('deadlines.noneUncounted'),
  }[view];
  return (
    <Pages list={list} none={none}>
      {(items) => <OwedTable items={items} today={summary.today} />}
    </Pages>
  );
}

function StaleList() {
  const list = usePagedList('stale', (cursor, signal) => {
    const query = new URLSearchParams(cursor === null ? {} : { cursor });
    return request('GET', `/stale?${query}`, staleListSchema, { signal });
  });
  return (
    <Pages list={list} none={t('deadlines.noneStale')}>
      {(items) => <StaleTable items={items} />}
    </Pages>
  );
}

function EscalationList({ onChoose }: { readonly onChoose: (row: Debtor) => void }) {
  const loaded = useLoaded(
    (signal) => request('GET', '/deadlines/agencies', escalationSchema, { signal }),
    [],
  );
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  if (loaded.value === null) return <Loading />;
  if (loaded.value.rows.length === 0) {
    return (
      <p class="notice notice-good">
        <Icon node={CircleCheck} /> {t('deadlines.noneAgencies')}
      </p>
    );
  }
  return <EscalationTable rows={loaded.value.rows} onChoose={onChoose} />;
}

function Board({ summary }: { readonly summary: DeadlineSummary }) {
  const [view, setView] = useState<View>('overdue');
  const [of, setOf] = useState<Debtor | null>(null);
  const choose = (row: Debtor & { overdue?: number }) => {
    setOf(row);
    setView(row.overdue === 0 ? 'soon' : 'overdue');
  };
  const isOwed = view === 'overdue' || view === 'soon' || view === 'uncounted';
  const exported = view === 'stale' || view === 'agencies' ? view : 'owed';
  return (
    <section class="card stack" aria-label={t('place.deadlines')}>
      <div class="row due-tools">
        <Views summary={summary} view={view} onChange={setView} />
        <a class="button button-small" href={`/api/deadlines/export?list=${exported}`} download>
          <Icon node={Download} /> {t('deadlines.export')}
        </a>
      </div>
      {of !== null && isOwed && (
        <p class="row">
          <span class="tag">
            {t('deadlines.onlyOf', { who: `${of.agencyName} · ${of.person || t('deadlines.nobody')}` })}
          </span>
          <button type="button" class="button button-small" onClick={() => setOf(null)}>
            {t('deadlines.showAll')}
          </button>
        </p>
      )}
      {isOwed && <OwedList view={view} of={of} summary={summary} />}
      {view === 'stale' && <StaleList />}
      {view === 'agencies' && <EscalationList onChoose={choose} />}
    </section>
  );
}

export function Deadlines() {
  const summary = useLoaded(
    (signal) => request('GET', '/deadlines/summary', deadlineSummarySchema, { signal }),
    [],
  );
  return (
    <div class="stack">
      <WorkHead title={t('place.deadlines')} lead={t('deadlines.lead')} />
      {summary.error !== null && <ProblemNotice error={summary.error} retry={summary.reload} />}
      {summary.value === null && summary.isLoading && <Loading />}
      {summary.value !== null && (
        <>
          <Notices summary={summary.value} />
          <Board summary={summary.value} />
        </>
      )}
    </div>
  );
}
