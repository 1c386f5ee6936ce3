// Which matters should be public and which are: a heat map, and the matters behind each of its cells.
import { Grid3x3 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { coverageSchema, coveredMattersSchema } from '#shared/protocol/bulletins-api.ts';
import { request } from '../api/client.ts';
import { CoverageLegend, CoverageMatrix, type OpenedCell } from '../components/coverage-matrix.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReportTabs } from '../components/report-tabs.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

function CellMatters({ cell }: { readonly cell: OpenedCell }) {
  const { agencyId, fieldId, title } = cell;
  const query = new URLSearchParams();
  if (agencyId !== null) query.set('agencyId', agencyId);
  if (fieldId !== null) query.set('fieldId', fieldId);
  const path = `/coverage/matters?${query}`;
  const loaded = useLoaded((signal) => request('GET', path, coveredMattersSchema, { signal }), [path]);
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  if (loaded.value === null) return <Loading />;
  return (
    <>
      <h2>{title}</h2>
      <ScrollArea label={title}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('coverage.matter')}</th>
              <th scope="col" class="wide">
                {t('coverage.agency')}
              </th>
              <th scope="col" class="wide">
                {t('coverage.limit')}
              </th>
              <th scope="col">{t('coverage.state')}</th>
            </tr>
          </thead>
          <tbody>
            {loaded.value.matters.map(({ id, title: matter, agencyName, nodeTitle, limit, records }) => (
              <tr key={id}>
                <td class="grow">
                  <a href={`/admin/records/${id}`}>{matter}</a> <span class="secondary">{nodeTitle}</span>
                </td>
                <td class="wide">{agencyName}</td>
                <td class="wide" title={limit}>
                  {limit}
                </td>
                <td>
                  {records === 0 ? (
                    <span class="tag tag-bad">{t('coverage.missing')}</span>
                  ) : (
                    <span class="tag tag-good">{t('coverage.there', { count: records })}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

export function CoverageScreen() {
  const loaded = useLoaded((signal) => request('GET', '/coverage', coverageSchema, { signal }), []);
  const [cell, setCell] = useState<OpenedCell | null>(null);
  const below = useRef<HTMLElement>(null);
  const coverage = loaded.value;
  const open = (next: OpenedCell) => {
    setCell(next);
    requestAnimationFrame(() => below.current?.focus());
  };
  return (
    <div class="stack">
      <WorkHead title={t('reports.tab.coverage')} lead={t('coverage.lead')} />
      <ReportTabs />
      {loaded.error !== null && <ProblemNotice error={loaded.error} retry={loaded.reload} />}
      {coverage === null && loaded.isLoading && <Loading />}
      {coverage?.due === 0 && (
        <div class="card empty">
          <Icon node={Grid3x3} />
          <p>{t('coverage.none')}</p>
        </div>
      )}
      {coverage !== null && coverage.due > 0 && (
        <section class="card stack" aria-label={t('reports.tab.coverage')}>
          <p>
            <strong>
              {t('coverage.whole', {
                due: coverage.due,
                there: coverage.there,
                percent: Math.floor((100 * coverage.there) / coverage.due),
              })}
            </strong>
          </p>
          <CoverageLegend />
          <CoverageMatrix coverage={coverage} onOpen={open} />
        </section>
      )}
      {cell !== null && (
        <section class="card stack" tabIndex={-1} ref={below}>
          <CellMatters cell={cell} />
        </section>
      )}
    </div>
  );
}
