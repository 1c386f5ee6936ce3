// Records that were no help, by how often and why; one click opens the record.

import { useState } from 'preact/hooks';
import type { UnhelpfulList } from '#shared/protocol/voice-api.ts';
import { type UnhelpfulReason, unhelpfulReasons } from '#shared/voice/votes.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { Segments } from '../components/segments.tsx';
import { Pages, VoiceFilters } from '../components/voice-filters.tsx';
import { VoiceTabs } from '../components/voice-tabs.tsx';
import { VoicedTitle } from '../components/voiced-title.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { noFilter, useUnhelpful } from '../state/voice.ts';

type Row = UnhelpfulList['rows'][number];

/** Reasons of one record, the commonest first. */
function ReasonTags({ byReason }: Pick<Row, 'byReason'>) {
  const named = unhelpfulReasons
    .map((reason) => ({ reason, count: byReason[reason] }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return (
    <span class="row voice-reasons">
      {named.map(({ reason, count }) => (
        <span key={reason} class="tag">
          {t(`voice.reason.${reason}`)} <span class="numeric">{formatCount(count)}</span>
        </span>
      ))}
    </span>
  );
}

function RecordRow({ row }: { readonly row: Row }) {
  return (
    <tr>
      <VoicedTitle title={row.title} open={row.open} />
      <td class="wide" title={row.agencyName}>
        {row.agencyName}
      </td>
      <td class="numeric">{formatCount(row.votes)}</td>
      <td>
        <ReasonTags byReason={row.byReason} />
      </td>
      <td class="numeric">{row.last}</td>
    </tr>
  );
}

function RecordTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ScrollArea label={t('voice.unhelpful')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('voice.record')}</th>
            <th scope="col" class="wide">
              {t('voice.agency')}
            </th>
            <th scope="col" class="numeric">
              {t('voice.times')}
            </th>
            <th scope="col">{t('voice.why')}</th>
            <th scope="col" class="numeric">
              {t('voice.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RecordRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** `/admin/voice/unhelpful` */
export function VoiceUnhelpful() {
  const [filter, setFilter] = useState(noFilter);
  const [reason, setReason] = useState<UnhelpfulReason | ''>('');
  const [offset, setOffset] = useState(0);
  const { value: list, error, isLoading, reload } = useUnhelpful(filter, reason, offset);
  const segments = list && [
    { value: '' as const, label: t('records.all'), count: list.votes },
    ...unhelpfulReasons.map((one) => ({
      value: one,
      label: t(`voice.reason.${one}`),
      count: list.byReason[one],
    })),
  ];
  return (
    <div class="stack">
      <WorkHead title={t('place.voice')} lead={t('voice.unhelpfulLead')} />
      <VoiceTabs />
      <VoiceFilters
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setOffset(0);
        }}
      />
      {segments && (
        <Segments
          label={t('voice.why')}
          segments={segments}
          value={reason}
          onChange={(next) => {
            setReason(next);
            setOffset(0);
          }}
        />
      )}
      {error !== null && <ProblemNotice error={error} retry={reload} />}
      {!list && isLoading && <Loading />}
      {list && list.rows.length === 0 && <p class="card secondary">{t('voice.noUnhelpful')}</p>}
      {list && list.rows.length > 0 && (
        <>
          <RecordTable rows={list.rows} />
          <Pages total={list.total} offset={offset} onMove={setOffset} />
        </>
      )}
    </div>
  );
}
