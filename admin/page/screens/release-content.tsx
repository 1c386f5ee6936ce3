// What one release carried, also long after its files are gone.
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { type ReleaseRecords, releaseRecordsSchema } from '#shared/protocol/history-api.ts';
import { chinaMinute } from '#shared/reports/report-table.ts';
import { request } from '../api/client.ts';
import { TextField } from '../components/fields.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

type Listed = ReleaseRecords['records'][number];

function addressOf({ id, kind }: Listed): string {
  return kind === 'register' ? `/admin/registers/${id}` : `/admin/records/${id}`;
}

function ContentTable({ records }: { readonly records: readonly Listed[] }) {
  return (
    <ScrollArea label={t('shown.list')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('bulletins.title')}</th>
            <th scope="col">{t('release.kind')}</th>
            <th scope="col" class="wide">
              {t('release.agency')}
            </th>
            <th scope="col">{t('release.since')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td class="grow">
                <a href={addressOf(record)}>{record.title}</a>{' '}
                <span class="secondary numeric">{t('entry.version', { version: record.version })}</span>
              </td>
              <td>{t(`kind.${record.kind}`)}</td>
              <td class="wide">{record.agencyName}</td>
              <td class="numeric">{record.sinceRelease}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** The first page, and those asked for after it. */
function usePages(version: string, q: string) {
  const [more, setMore] = useState<readonly ReleaseRecords[]>([]);
  const pathAfter = (after: string | null) => {
    const query = new URLSearchParams(q === '' ? {} : { q });
    if (after !== null) query.set('after', after);
    return `/releases/${version}/records?${query}`;
  };
  const first = useLoaded(
    (signal) => {
      setMore([]);
      return request('GET', pathAfter(null), releaseRecordsSchema, { signal });
    },
    [version, q],
  );
  const pages = first.value === null ? [] : [first.value, ...more];
  const next = pages.at(-1)?.next ?? null;
  const loadMore = async () => {
    if (next !== null) setMore([...more, await request('GET', pathAfter(next), releaseRecordsSchema)]);
  };
  return { first, records: pages.flatMap((page) => page.records), next, loadMore };
}

export function ReleaseContent() {
  const { params } = useRoute();
  const version = params.version ?? '';
  const [q, setQ] = useState('');
  const { first, records, next, loadMore } = usePages(version, q.trim());
  const release = first.value?.release;
  const lead = release && [
    t('release.lead', {
      at: chinaMinute(release.publishedAt),
      who: release.who,
      records: formatCount(release.records),
    }),
    ...(release.note === '' ? [] : [t('release.note', { note: release.note })]),
  ];
  return (
    <div class="stack">
      <WorkHead title={t('release.title', { version })} lead={lead?.join(' ')} />
      {first.error !== null && <ProblemNotice error={first.error} retry={first.reload} />}
      {first.value?.isListKnown === false && <p class="notice notice-warn">{t('release.partial')}</p>}
      <section class="card stack" aria-label={t('shown.list')}>
        <div class="agencies-find">
          <TextField label={t('release.find')} value={q} onChange={(text) => setQ(text ?? '')} />
        </div>
        {first.value === null && first.isLoading && <Loading />}
        {first.value !== null && records.length === 0 && <p class="secondary">{t('release.none')}</p>}
        {records.length > 0 && <ContentTable records={records} />}
        {next !== null && (
          <button type="button" class="button" onClick={() => void loadMore()}>
            {t('records.more')}
          </button>
        )}
      </section>
    </div>
  );
}
