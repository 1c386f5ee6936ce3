// All annual reports with their due days, and a way to begin one.
import { FilePlus } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { z } from 'zod';
import { annualListSchema, annualReportSchema } from '#shared/protocol/annual-api.ts';
import { request } from '../api/client.ts';
import { SelectField } from '../components/fields.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReportTabs } from '../components/report-tabs.tsx';
import { SaveOutcome } from '../components/save-outcome.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { today } from '../state/day.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';

type Listed = z.infer<typeof annualListSchema>['reports'][number];

/** When it is due, and whether that is over while it is still a draft. */
export function DueTag({ report }: { readonly report: Pick<Listed, 'state' | 'dueOn'> }) {
  const { state, dueOn } = report;
  if (state === 'final') return <span class="tag tag-good">{t('bulletin.state.final')}</span>;
  const isOver = today() > dueOn;
  return (
    <>
      <span class="tag">{t('bulletin.state.draft')}</span>{' '}
      <span class={`tag ${isOver ? 'tag-bad' : 'tag-warn'}`}>
        {t(isOver ? 'annual.overdue' : 'annual.dueOn', { day: dueOn })}
      </span>
    </>
  );
}

function NewReport() {
  const { route } = useLocation();
  const agencies = useAgencies();
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(String(thisYear - 1));
  const [agencyId, setAgencyId] = useState('');
  const saving = useSaving();
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    let id = '';
    const body = { year: Number(year), agencyId: agencyId === '' ? null : agencyId };
    const act = async () => {
      id = (await request('POST', '/annual-reports', annualReportSchema, { body })).id;
    };
    if (await saving.save(act)) route(`/admin/ledgers/annual/${id}`);
  };
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear - at));
  return (
    <form class="card stack" onSubmit={begin}>
      <div class="row row-end">
        <SelectField
          label={t('annual.year')}
          value={year}
          options={years.map((one) => [one, one])}
          onChange={setYear}
        />
        <SelectField
          label={t('annual.agency')}
          value={agencyId}
          none={t('annual.government')}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name])}
          onChange={setAgencyId}
        />
        <button type="submit" class="button button-primary" disabled={saving.isBusy}>
          <Icon node={FilePlus} /> {t('annual.new')}
        </button>
      </div>
      <SaveOutcome saving={saving} />
    </form>
  );
}

function ReportTable({ reports }: { readonly reports: readonly Listed[] }) {
  return (
    <ScrollArea label={t('annual.list')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('annual.title')}</th>
            <th scope="col">{t('annual.due')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <td class="grow">
                <a href={`/admin/ledgers/annual/${report.id}`}>{report.title}</a>
              </td>
              <td class="ledger-short">
                <DueTag report={report} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

export function AnnualReports() {
  const list = useLoaded((signal) => request('GET', '/annual-reports', annualListSchema, { signal }), []);
  const reports = list.value?.reports ?? [];
  return (
    <div class="stack">
      <WorkHead title={t('reports.tab.annual')} lead={t('annual.lead')} />
      <ReportTabs />
      {may('reports.write') && <NewReport />}
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.value === null && list.isLoading && <Loading />}
      {list.value !== null && (
        <section class="card stack" aria-label={t('annual.list')}>
          {reports.length === 0 ? (
            <p class="secondary">{t('annual.none')}</p>
          ) : (
            <ReportTable reports={reports} />
          )}
        </section>
      )}
    </div>
  );
}
