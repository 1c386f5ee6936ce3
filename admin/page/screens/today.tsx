// The overview: what needs doing now as sentences with one act each, and the state of things below.

import type { IconNode } from 'lucide';
import { ArrowRight, CircleCheck, FileInput, LibraryBig, MonitorX, Send, ShieldAlert } from 'lucide';
import { writtenKinds } from '#shared/catalogue/record.ts';
import { type Overview, overviewSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { TransferTasks } from '../components/transfer-tasks.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { auditWords } from '../i18n/audit-words.ts';
import { formatBytes, formatCount, formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { isAdministrator, session } from '../state/session.ts';

/** Acts shown; the trail holds all of them. */
const shownActs = 8;

interface Task {
  readonly icon: IconNode;
  readonly text: string;
  readonly act: string;
  readonly href: string;
  readonly isUrgent?: boolean;
}

function tasksOf({ counts, registers, pending, release, terminals }: Overview): Task[] {
  if (counts.total + registers.total === 0) {
    return [{ icon: FileInput, text: t('today.empty'), act: t('today.emptyAct'), href: '/admin/import' }];
  }
  const tasks: Task[] = [];
  if (terminals.withProblem > 0) {
    const text = t('today.terminalProblem', { count: terminals.withProblem });
    tasks.push({
      icon: MonitorX,
      text,
      act: t('today.terminalAct'),
      href: '/admin/terminals',
      isUrgent: true,
    });
  }
  if (counts.awaitingReview > 0) {
    const text = t('today.awaiting', { count: formatCount(counts.awaitingReview) });
    tasks.push({
      icon: ShieldAlert,
      text,
      act: t('today.awaitingAct'),
      href: '/admin/records?state=awaiting',
    });
  }
  if (registers.waiting > 0) {
    const text = t('today.registersWaiting', { count: formatCount(registers.waiting) });
    tasks.push({ icon: LibraryBig, text, act: t('today.awaitingAct'), href: '/admin/registers' });
  }
  if (pending.added + pending.changed + pending.removed > 0) {
    const text = release ? t('today.pending', pending) : t('today.nothingPublished');
    tasks.push({ icon: Send, text, act: t('today.pendingAct'), href: '/admin/publish' });
  }
  if (terminals.silent > 0) {
    const text = t('today.terminalSilent', { count: terminals.silent });
    tasks.push({ icon: MonitorX, text, act: t('today.terminalAct'), href: '/admin/terminals' });
  }
  return tasks;
}

function TaskList({ tasks }: { readonly tasks: readonly Task[] }) {
  if (tasks.length === 0) {
    return (
      <p class="notice notice-good">
        <Icon node={CircleCheck} /> {t('today.allDone')}
      </p>
    );
  }
  return (
    <ul class="stack">
      {tasks.map(({ icon, text, act, href, isUrgent }) => (
        <li key={text} class={`card row task${isUrgent ? ' task-urgent' : ''}`}>
          <Icon node={icon} />
          <span class="task-text">{text}</span>
          <a class="button button-primary" href={href}>
            {act} <Icon node={ArrowRight} />
          </a>
        </li>
      ))}
    </ul>
  );
}

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
      {isAdministrator() && <a href="/admin/settings/audit">{t('today.allActs')}</a>}
    </section>
  );
}

export function Today() {
  const overview = useLoaded((signal) => request('GET', '/overview', overviewSchema, { signal }), []);
  return (
    <>
      <WorkHead
        title={t('today.title')}
        lead={t('today.greeting', { name: session.value?.account.displayName ?? '' })}
      />
      {overview.error !== null && <ProblemNotice error={overview.error} retry={overview.reload} />}
      {overview.value ? (
        <div class="stack today">
          <TransferTasks />
          <TaskList tasks={tasksOf(overview.value)} />
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
