// Content whose newest version has findings nobody has answered yet.
import { ShieldCheck } from 'lucide';
import { useState } from 'preact/hooks';
import { ruleName } from '#shared/lint/rule-words.ts';
import { type WaitingList, waitingListSchema } from '#shared/protocol/lint-api.ts';
import { request } from '../api/client.ts';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { deskLanguage, formatCount, formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

type Waiting = WaitingList['records'][number];

const fetchPage = (cursor: string | null, signal?: AbortSignal) =>
  request(
    'GET',
    `/findings${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
    waitingListSchema,
    signal ? { signal } : {},
  );

function WaitingRow({ record }: { readonly record: Waiting }) {
  return (
    <tr>
      <td class="grow">
        <a class="record-title" href={`/admin/records/${record.id}`} title={record.title}>
          {record.title}
        </a>
        <span class="record-number secondary">
          {record.agencyName}
          {record.isApproved && ` · ${t('lint.listPublic')}`}
        </span>
      </td>
      <td>{record.rules.map((rule) => ruleName(rule, deskLanguage.value)).join(' · ')}</td>
      <td class="numeric">{formatCount(record.open)}</td>
      <td class="wide numeric secondary">{formatTime(record.checkedAt)}</td>
    </tr>
  );
}

function WaitingTable({ records }: { readonly records: readonly Waiting[] }) {
  return (
    <ScrollArea label={t('lint.listTitle')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('records.title')}</th>
            <th scope="col">{t('lint.listFound')}</th>
            <th scope="col">{t('lint.listOpen')}</th>
            <th scope="col" class="wide">
              {t('lint.listChecked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <WaitingRow key={record.id} record={record} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

export function Findings() {
  const first = useLoaded((signal) => fetchPage(null, signal), []);
  const [later, setLater] = useState<readonly WaitingList[]>([]);
  const [error, setError] = useState<unknown>(null);
  const pages = first.value === null ? [] : [first.value, ...later];
  const next = pages.at(-1)?.next ?? null;
  const more = async () => {
    try {
      const page = await fetchPage(next);
      setLater([...later, page]);
    } catch (failure) {
      setError(failure);
    }
  };
  const records = pages.flatMap((page) => page.records);
  const lead =
    first.value === null ? t('app.loading') : t('lint.listLead', { count: formatCount(first.value.total) });
  return (
    <div class="stack">
      <WorkHead title={t('lint.listTitle')} lead={<span role="status">{lead}</span>} />
      {(first.error ?? error) !== null && <ProblemNotice error={first.error ?? error} retry={first.reload} />}
      {first.value === null && first.error === null && <Loading />}
      {first.value !== null && records.length === 0 && (
        <div class="card empty">
          <Icon node={ShieldCheck} />
          <p>{t('lint.listNone')}</p>
        </div>
      )}
      {records.length > 0 && (
        <section class="card stack">
          <WaitingTable records={records} />
          {next !== null && (
            <button type="button" class="button" onClick={more}>
              {t('lint.more')}
            </button>
          )}
        </section>
      )}
    </div>
  );
}
