// Use of the terminals: how many came, when, what they opened, and what they looked for in vain.
import { ChartNoAxesCombined } from 'lucide';
import { useState } from 'preact/hooks';
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { recordKinds } from '#shared/catalogue/record.ts';
import { type StatisticPeriod, type Statistics, statisticsSchema } from '#shared/protocol/statistics-api.ts';
import { handOffWays, sumOf, visitModes } from '#shared/statistics/sum-keys.ts';
import { request } from '../api/client.ts';
import { Choice } from '../components/choice.tsx';
import { ContentTasks } from '../components/content-tasks.tsx';
import { DeskChart } from '../components/desk-chart.tsx';
import { FileLinks } from '../components/file-links.tsx';
import { HeatStrip } from '../components/heat-strip.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { LookedFor } from '../components/looked-for.tsx';
import { PeriodChoice } from '../components/period-choice.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { StatisticsTabs } from '../components/statistics-tabs.tsx';
import { UseFigures } from '../components/use-figures.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { st } from '../i18n/statistics-words.ts';
import { today } from '../state/day.ts';
import { useLoaded } from '../state/loaded.ts';

/** A point of time as the axis names it. */
function slotName(at: string, period: StatisticPeriod): string {
  if (period === 'day') return String(Number(at));
  if (period === 'year') return String(Number(at.slice(5)));
  return `${Number(at.slice(5, 7))}-${Number(at.slice(8))}`;
}

function courseOf({ series, period }: Statistics): ChartModel {
  const isLong = period === 'day' || period === 'month';
  return {
    type: isLong ? 'line' : 'bar',
    title: st('chart'),
    unit: null,
    categories: series.map(({ at }) => slotName(at, period)),
    series: [
      { name: st('visits'), values: series.map(({ visits }) => visits) },
      { name: st('searches'), values: series.map(({ searches }) => searches) },
    ],
  };
}

function barsOf(title: string, lines: readonly (readonly [name: string, count: number])[]): ChartModel {
  const shown = [...lines].sort((a, b) => b[1] - a[1]);
  return {
    type: 'bar',
    title,
    unit: null,
    categories: shown.map(([name]) => name),
    series: [{ name: st('sessions'), values: shown.map(([, count]) => count) }],
  };
}

function Breakdowns({ statistics: { sums } }: { readonly statistics: Statistics }) {
  const of = (key: string) => sums[key] ?? 0;
  return (
    <div class="columns columns-three">
      <DeskChart
        first={st('record')}
        model={barsOf(
          st('byKind'),
          recordKinds.map((kind) => [st(`kind.${kind}`), of(`opened.${kind}`)] as const),
        )}
      />
      <DeskChart
        first={st('byWay')}
        model={barsOf(
          st('byWay'),
          handOffWays.map((way) => [st(`way.${way}`), of(`handed.${way}`)] as const),
        )}
      />
      <DeskChart
        first={st('byMode')}
        model={barsOf(
          st('byMode'),
          visitModes.map((mode) => [st(`mode.${mode}`), of(`mode.${mode}`)] as const),
        )}
      />
    </div>
  );
}

function Terminals({ statistics: { terminals } }: { readonly statistics: Statistics }) {
  return (
    <section class="card stack-tight" aria-label={st('byTerminal')}>
      <h2>{st('byTerminal')}</h2>
      <ScrollArea label={st('byTerminal')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{st('terminal')}</th>
              {(['visits', 'opened', 'searches', 'handed'] as const).map((key) => (
                <th key={key} scope="col" class="align-end">
                  {st(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {terminals.map(({ id, name, sums }) => (
              <tr key={id}>
                <td class="grow">{name}</td>
                <td class="numeric align-end">{formatCount(sums.visits ?? 0)}</td>
                <td class="numeric align-end">{formatCount(sumOf(sums, 'opened.'))}</td>
                <td class="numeric align-end">{formatCount(sums.searches ?? 0)}</td>
                <td class="numeric align-end">{formatCount(sumOf(sums, 'handed.'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}

function Opened({ statistics: { records } }: { readonly statistics: Statistics }) {
  if (records.length === 0) return null;
  return (
    <section class="card stack-tight" aria-label={st('records')}>
      <h2>{st('records')}</h2>
      <ol class="opened-list">
        {records.map(({ id, title, kind, opened }) => (
          <li key={id}>
            <span class="secondary">{st(`kind.${kind}`)}</span>
            {title === '' || kind === 'entry' || kind === 'register' ? (
              <span class="grow" lang="zh-CN">
                {title || st('recordGone')}
              </span>
            ) : (
              <a class="grow" href={`/admin/records/${id}`} lang="zh-CN">
                {title}
              </a>
            )}
            <span class="numeric">{formatCount(opened)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Shown({
  statistics,
  onAssigned,
}: {
  readonly statistics: Statistics;
  readonly onAssigned: () => void;
}) {
  if (Object.keys(statistics.sums).length === 0) {
    return (
      <div class="card empty">
        <Icon node={ChartNoAxesCombined} />
        <p>{st('none')}</p>
        <p class="secondary">{st('noneLine')}</p>
      </div>
    );
  }
  return (
    <>
      <UseFigures statistics={statistics} />
      <DeskChart model={courseOf(statistics)} first={st('time')} />
      <LookedFor statistics={statistics} onAssigned={onAssigned} />
      <HeatStrip heat={statistics.heat} />
      <Breakdowns statistics={statistics} />
      <Opened statistics={statistics} />
      <Terminals statistics={statistics} />
    </>
  );
}

export default function StatisticsScreen() {
  const [{ period, on }, setPeriod] = useState({ period: 'month' as StatisticPeriod, on: today() });
  const [terminalId, setTerminal] = useState('');
  const [round, setRound] = useState(0);
  const query = { period, on, ...(terminalId === '' ? {} : { terminalId }) };
  const path = `/statistics?${new URLSearchParams(query)}`;
  const loaded = useLoaded((signal) => request('GET', path, statisticsSchema, { signal }), [path, round]);
  const more = () => setRound((count) => count + 1);
  return (
    <div class="stack">
      <WorkHead title={t('place.statistics')} lead={st('lead')}>
        <div class="row">
          <FileLinks path="/statistics/file" query={query} formats={['html', 'xlsx']} />
        </div>
      </WorkHead>
      <StatisticsTabs />
      <div class="row row-end">
        <PeriodChoice
          period={period}
          on={on}
          onChange={(kind, day) => setPeriod({ period: kind, on: day })}
        />
        {(loaded.value?.terminals.length ?? 0) > 1 && (
          <Choice
            label={st('terminal')}
            value={terminalId}
            options={(loaded.value?.terminals ?? []).map(({ id, name }) => [id, name] as const)}
            onChange={setTerminal}
          />
        )}
      </div>
      {loaded.error !== null && <ProblemNotice error={loaded.error} retry={loaded.reload} />}
      {loaded.value === null && loaded.isLoading && <Loading />}
      {loaded.value !== null && <Shown statistics={loaded.value} onAssigned={more} />}
      <ContentTasks round={round} onChange={more} />
    </div>
  );
}
