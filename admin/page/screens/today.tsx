// The overview: what needs doing now as sentences with one act each, and the state of things below.
import { useRef } from 'preact/hooks';
import { writtenKinds } from '#shared/catalogue/record.ts';
import { type Overview, overviewSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { TaskList } from '../components/task-list.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { auditWords } from '../i18n/audit-words.ts';
import { formatBytes, formatCount, formatTime, t } from '../i18n/index.ts';
import { useListKeys } from '../state/list-keys.ts';
import { useLoaded } from '../state/loaded.ts';
import { may, session } from '../state/session.ts';
import { taskSources } from '../state/task-sources.ts';
import { useTasks } from '../state/tasks.ts';

/** Acts shown; the trail holds all of them. */
const shownActs = 8;

function CountsCard({ counts }: { readonly counts: Overview['counts'] }) {
  return (
    <section class="card stack" aria-labelledby="today-counts">
      <h2 id="today-counts">{t('today.counts')}</h2>
      <p class="figure numeric">{formatCount(counts.total)}</p>
      <dl class="facts">
        {writtenKinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            <dd class="numeric">{formatCount(counts.byKind[kind] ?? 0)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('today.published')}</dt>
          <dd class="numeric">{formatCount(counts.published)}</dd>
        </div>
        <div>
          <dt>{t('today.withdrawn')}</dt>
          <dd class="numeric">{formatCount(counts.withdrawn)}</dd>
        </div>
      </dl>
    </section>
  );
}

function ReleaseCard({ release, terminals }: Pick<Overview, 'release' | 'terminals'>) {
  return (
    <section class="card stack" aria-labelledby="today-release">
      <h2 id="today-release">{t('today.release')}</h2>
      {release ? (
        <>
          <p class="figure">{t('today.releaseVersion', { version: release.version })}</p>
          <p class="secondary">{formatTime(release.publishedAt)}</p>
          <p>
            {t('today.releaseFacts', {
              records: formatCount(release.records),
              size: formatBytes(release.bytes),
            })}
          </p>
          {release.note !== '' && <p class="secondary">{release.note}</p>}
        </>
      ) : (
        <p class="secondary">{t('today.releaseNone')}</p>
      )}
      <h3>{t('today.terminals')}</h3>
      <p>{t('today.terminalsFacts', { total: terminals.total, current: terminals.current })}</p>
    </section>
  );
}

function RecentCard({ recent }: { readonly recent: Overview['recent'] }) {
  return (
    <section class="card stack" aria-labelledby="today-recent">
      <h2 id="today-recent">{t('today.recent')}</h2>
      {recent.length === 0 && <p class="secondary">{t('today.recentNone')}</p>}
      <ol class="timeline">
        {recent.slice(0, shownActs).map((entry) => (
          <li key={`${entry.at}${entry.action}${entry.what}`}>
            <time class="secondary numeric" dateTime={entry.at}>
              {formatTime(entry.at)}
            </time>
            <span>
              {entry.who || t('today.system')} · {auditWords(entry.action)}
              {entry.what !== entry.who && ` ${entry.what}`}
            </span>
          </li>
        ))}
      </ol>
      {may('audit.read') && <a href="/admin/settings/audit">{t('today.allActs')}</a>}
    </section>
  );
}

export function Today() {
  const overview = useLoaded((signal) => request('GET', '/overview', overviewSchema, { signal }), []);
  const tasks = useTasks(taskSources);
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  return (
    <>
      <WorkHead
        title={t('today.title')}
        lead={t('today.greeting', { name: session.value?.account.displayName ?? '' })}
      />
      {overview.error !== null && <ProblemNotice error={overview.error} retry={overview.reload} />}
      {overview.value ? (
        <div class="stack today">
          <div ref={list} class="stack" aria-busy={tasks.isLoading}>
            <TaskList list={tasks} />
          </div>
          <div class="columns">
            <CountsCard counts={overview.value.counts} />
            <ReleaseCard release={overview.value.release} terminals={overview.value.terminals} />
            <RecentCard recent={overview.value.recent} />
          </div>
        </div>
      ) : (
        overview.isLoading && <Loading />
      )}
    </>
  );
}
