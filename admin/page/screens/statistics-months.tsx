// A year month by month, in the form archives and libraries report their use.
import { ChevronLeft, ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import { monthlySchema } from '#shared/protocol/statistics-api.ts';
import { request } from '../api/client.ts';
import { FileLinks } from '../components/file-links.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { StatisticsTabs } from '../components/statistics-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { st } from '../i18n/statistics-words.ts';
import { today } from '../state/day.ts';
import { useLoaded } from '../state/loaded.ts';

const figures = ['visits', 'opened', 'searches', 'handed'] as const;
const heads = ['visits', 'openedItems', 'searches', 'handedPhone'] as const;

export default function StatisticsMonths() {
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const loaded = useLoaded(
    (signal) => request('GET', `/statistics/months?year=${year}`, monthlySchema, { signal }),
    [year],
  );
  const months = loaded.value?.months ?? [];
  const total = (key: (typeof figures)[number]) => months.reduce((sum, month) => sum + month[key], 0);
  return (
    <div class="stack">
      <WorkHead title={t('place.statistics')} lead={st('monthsLead')}>
        <div class="row">
          <FileLinks
            path="/statistics/file"
            query={{ what: 'months', year: String(year) }}
            formats={['html', 'xlsx', 'csv']}
          />
        </div>
      </WorkHead>
      <StatisticsTabs />
      <div class="row row-tight">
        <button type="button" class="button" aria-label={st('earlier')} onClick={() => setYear(year - 1)}>
          <Icon node={ChevronLeft} />
        </button>
        <strong class="numeric period-name" role="status">
          {st('year', { year })}
        </strong>
        <button
          type="button"
          class="button"
          aria-label={st('later')}
          disabled={year >= thisYear}
          onClick={() => setYear(year + 1)}
        >
          <Icon node={ChevronRight} />
        </button>
      </div>
      {loaded.error !== null && <ProblemNotice error={loaded.error} retry={loaded.reload} />}
      {loaded.value === null && loaded.isLoading && <Loading />}
      {months.length > 0 && (
        <section class="card" aria-label={st('monthsTitle', { year })}>
          <h2>{st('monthsTitle', { year })}</h2>
          <ScrollArea label={st('monthsTitle', { year })}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{st('monthColumn')}</th>
                  {heads.map((head) => (
                    <th key={head} scope="col" class="align-end">
                      {st(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {months.map((month) => (
                  <tr key={month.month}>
                    <td>{st('month', { year, month: Number(month.month.slice(5)) })}</td>
                    {figures.map((key) => (
                      <td key={key} class="numeric align-end">
                        {formatCount(month[key])}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr class="row-sum">
                  <th scope="row">{st('total')}</th>
                  {figures.map((key) => (
                    <td key={key} class="numeric align-end">
                      {formatCount(total(key))}
                    </td>
                  ))}
                </tr>
              </tfoot>
            </table>
          </ScrollArea>
        </section>
      )}
    </div>
  );
}
