// The terminals: what each shows, when it was last heard of, and what troubles it.
import { MonitorSmartphone } from 'lucide';
import type * as z from 'zod';
import { terminalListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { formatBytes, formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

type Terminal = z.infer<typeof terminalListSchema>['terminals'][number];

function TerminalRow({ terminal }: { readonly terminal: Terminal }) {
  return (
    <tr>
      <td>{terminal.name}</td>
      <td class="numeric">{terminal.version ?? '—'}</td>
      <td class="numeric">{terminal.lastSeenAt ? formatTime(terminal.lastSeenAt) : t('terminals.never')}</td>
      <td class="numeric">{terminal.screen}</td>
      <td class="numeric">{terminal.usedBytes === null ? '—' : formatBytes(terminal.usedBytes)}</td>
      <td class="grow">
        {terminal.problem ? (
          <>
            <span class="tag tag-bad">{terminal.problem.code}</span> {terminal.problem.message}
          </>
        ) : (
          <span class="tag tag-good">{t('terminals.fine')}</span>
        )}
      </td>
    </tr>
  );
}

function TerminalTable({ terminals }: { readonly terminals: readonly Terminal[] }) {
  return (
    <section class="card table-wrap">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('terminals.name')}</th>
            <th scope="col">{t('terminals.version')}</th>
            <th scope="col">{t('terminals.lastSeen')}</th>
            <th scope="col">{t('terminals.screen')}</th>
            <th scope="col">{t('terminals.used')}</th>
            <th scope="col">{t('terminals.state')}</th>
          </tr>
        </thead>
        <tbody>
          {terminals.map((terminal) => (
            <TerminalRow key={terminal.id} terminal={terminal} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Terminals() {
  const list = useLoaded((signal) => request('GET', '/terminals', terminalListSchema, { signal }), []);
  const terminals = list.value?.terminals ?? [];
  return (
    <div class="stack">
      <header class="work-head">
        <div>
          <h1>{t('place.terminals')}</h1>
          <p>{t('terminals.lead')}</p>
        </div>
      </header>
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.isLoading && !list.value && (
        <div class="skeleton skeleton-block" role="status" aria-label={t('app.loading')} />
      )}
      {list.value && terminals.length === 0 && (
        <div class="card empty">
          <Icon node={MonitorSmartphone} />
          <p>{t('terminals.none')}</p>
        </div>
      )}
      {terminals.length > 0 && <TerminalTable terminals={terminals} />}
    </div>
  );
}
