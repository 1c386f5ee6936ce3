// The terminals: what each shows, when it was last heard of, and what troubles it.
import { MonitorSmartphone } from 'lucide';
import type * as z from 'zod';
import { releaseListSchema } from '#shared/protocol/hub-api.ts';
import { terminalListSchema } from '#shared/protocol/terminal-api.ts';
import { request } from '../api/client.ts';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { ShownCard } from '../components/shown-card.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatBytes, formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

type Terminal = z.infer<typeof terminalListSchema>['terminals'][number];

function Standing({ terminal }: { readonly terminal: Terminal }) {
  const { problem, isSilent, lastSeenAt } = terminal;
  if (problem)
    return (
      <>
        <span class="tag tag-bad">{t('terminals.problem')}</span> {problem.message}
        {problem.message !== problem.code && <code class="secondary"> {problem.code}</code>}
      </>
    );
  if (isSilent) return <span class="tag tag-warn">{t('terminals.silent')}</span>;
  if (lastSeenAt === null) return <span class="tag">{t('terminals.new')}</span>;
  return <span class="tag tag-good">{t('terminals.fine')}</span>;
}

function TerminalRow({
  terminal,
  current,
}: {
  readonly terminal: Terminal;
  readonly current: number | null;
}) {
  const isBehind = current !== null && terminal.version !== current;
  return (
    <tr>
      <td title={terminal.name}>{terminal.name}</td>
      <td class="numeric">
        {terminal.version ?? '—'}{' '}
        {isBehind && <span class="tag tag-warn">{t('terminals.behind', { version: current })}</span>}
      </td>
      <td class="numeric">{terminal.lastSeenAt ? formatTime(terminal.lastSeenAt) : t('terminals.never')}</td>
      <td class="wide numeric">{terminal.screen}</td>
      <td class="wide numeric">{terminal.usedBytes === null ? '—' : formatBytes(terminal.usedBytes)}</td>
      <td class="grow">
        <Standing terminal={terminal} />
      </td>
    </tr>
  );
}

interface TerminalTableProps {
  readonly terminals: readonly Terminal[];
  /** The version published last; null before the first. */
  readonly current: number | null;
}

function TerminalTable({ terminals, current }: TerminalTableProps) {
  return (
    <section class="card">
      <ScrollArea label={t('place.terminals')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('terminals.name')}</th>
              <th scope="col">{t('terminals.version')}</th>
              <th scope="col">{t('terminals.lastSeen')}</th>
              <th scope="col" class="wide">
                {t('terminals.screen')}
              </th>
              <th scope="col" class="wide">
                {t('terminals.used')}
              </th>
              <th scope="col">{t('terminals.state')}</th>
            </tr>
          </thead>
          <tbody>
            {terminals.map((terminal) => (
              <TerminalRow key={terminal.id} terminal={terminal} current={current} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}

export function Terminals() {
  const list = useLoaded((signal) => request('GET', '/terminals', terminalListSchema, { signal }), []);
  const releases = useLoaded((signal) => request('GET', '/releases', releaseListSchema, { signal }), []);
  const current = releases.value?.releases.find(({ isCurrent }) => isCurrent)?.version ?? null;
  const terminals = list.value?.terminals ?? [];
  return (
    <div class="stack">
      <WorkHead title={t('place.terminals')} lead={t('terminals.lead')} />
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.isLoading && !list.value && <Loading />}
      {list.value && terminals.length === 0 && (
        <div class="card empty">
          <Icon node={MonitorSmartphone} />
          <p>{t('terminals.none')}</p>
        </div>
      )}
      {terminals.length > 0 && <TerminalTable terminals={terminals} current={current} />}
      {terminals.length > 0 && <ShownCard terminals={terminals} />}
    </div>
  );
}
