// All bulletins, a way to draft one, and the rules they are scored by.
import { Megaphone } from 'lucide';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { z } from 'zod';
import { bulletinListSchema, bulletinSchema } from '#shared/protocol/bulletins-api.ts';
import { lastPeriod, type PeriodKind, parsePeriod, periodWords } from '#shared/reports/period.ts';
import { request } from '../api/client.ts';
import { SelectField } from '../components/fields.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReportTabs } from '../components/report-tabs.tsx';
import { SaveOutcome } from '../components/save-outcome.tsx';
import { ScoreRules } from '../components/score-rules.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { deskLanguage, formatTime, t } from '../i18n/index.ts';
import { today } from '../state/day.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';

type Listed = z.infer<typeof bulletinListSchema>['bulletins'][number];

/** The period in words of this desk's language. */
export function shownPeriod(id: string): string {
  const period = parsePeriod(id);
  return period === null || deskLanguage.value === 'en' ? id : periodWords(period);
}

/** Months and quarters up to the one that is running, newest first. */
function recentPeriods(kind: Exclude<PeriodKind, 'year'>, count: number): string[] {
  const ids: string[] = [];
  const now = today();
  ids.push(
    kind === 'month' ? now.slice(0, 7) : `${now.slice(0, 4)}-Q${Math.ceil(Number(now.slice(5, 7)) / 3)}`,
  );
  while (ids.length < count) {
    const first = parsePeriod(ids.at(-1) ?? '')?.from ?? now;
    ids.push(lastPeriod(kind, first).id);
  }
  return ids;
}

function NewBulletin() {
  const { route } = useLocation();
  const [period, setPeriod] = useState(() => lastPeriod('month', today()).id);
  const saving = useSaving();
  const draft = async (event: SubmitEvent) => {
    event.preventDefault();
    let id = '';
    const act = async () => {
      id = (await request('POST', '/bulletins', bulletinSchema, { body: { period } })).id;
    };
    if (await saving.save(act)) route(`/admin/ledgers/bulletins/${id}`);
  };
  const periods = [...recentPeriods('month', 13), ...recentPeriods('quarter', 6)];
  return (
    <form class="card stack" onSubmit={draft} aria-labelledby="bulletin-new">
      <h2 id="bulletin-new">{t('bulletins.new')}</h2>
      <div class="row row-end">
        <SelectField
          label={t('bulletins.period')}
          value={period}
          options={periods.map((id) => [id, shownPeriod(id)])}
          onChange={setPeriod}
        />
        <button type="submit" class="button button-primary" disabled={saving.isBusy}>
          <Icon node={Megaphone} /> {t('bulletins.draft')}
        </button>
      </div>
      <SaveOutcome saving={saving} />
    </form>
  );
}

function BulletinTable({ bulletins }: { readonly bulletins: readonly Listed[] }) {
  return (
    <ScrollArea label={t('bulletins.list')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('bulletins.title')}</th>
            <th scope="col">{t('bulletins.period')}</th>
            <th scope="col">{t('bulletins.state')}</th>
            <th scope="col" class="wide">
              {t('bulletins.updated')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bulletins.map(({ id, title, period, state, updatedAt, updatedBy }) => (
            <tr key={id}>
              <td class="grow">
                <a href={`/admin/ledgers/bulletins/${id}`}>{title}</a>
              </td>
              <td>{shownPeriod(period)}</td>
              <td>
                <span class={`tag${state === 'final' ? ' tag-good' : ''}`}>
                  {t(`bulletin.state.${state}`)}
                </span>
              </td>
              <td class="wide numeric secondary">
                {formatTime(updatedAt)} · {updatedBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

export function Bulletins() {
  const list = useLoaded((signal) => request('GET', '/bulletins', bulletinListSchema, { signal }), []);
  const bulletins = list.value?.bulletins ?? [];
  return (
    <div class="stack">
      <WorkHead title={t('reports.tab.bulletins')} lead={t('bulletins.lead')} />
      <ReportTabs />
      {may('reports.write') && <NewBulletin />}
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.value === null && list.isLoading && <Loading />}
      {list.value !== null && (
        <section class="card stack" aria-labelledby="bulletin-list">
          <h2 id="bulletin-list">{t('bulletins.list')}</h2>
          {bulletins.length === 0 ? (
            <p class="secondary">{t('bulletins.none')}</p>
          ) : (
            <BulletinTable bulletins={bulletins} />
          )}
        </section>
      )}
      <section class="card stack" aria-labelledby="score-rules">
        <h2 id="score-rules">{t('rules.title')}</h2>
        <ScoreRules />
      </section>
    </div>
  );
}
