// How visitors rated records and agencies: the whole first, then the worst.

import { useState } from 'preact/hooks';
import type { RatingList } from '#shared/protocol/voice-api.ts';
import { ratingAspects } from '#shared/voice/votes.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ScrollArea } from '../components/scroll-area.tsx';
import { Pages, VoiceFilters } from '../components/voice-filters.tsx';
import { MeanCell } from '../components/voice-mean.tsx';
import { VoiceTabs } from '../components/voice-tabs.tsx';
import { VoicedTitle } from '../components/voiced-title.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { noFilter, useRatings } from '../state/voice.ts';

type Row = RatingList['rows'][number];

/** How many votes there are of each grade, as bars of one scale. */
function Grades({ grades }: { readonly grades: readonly number[] }) {
  const most = Math.max(...grades, 1);
  return (
    <dl class="grades">
      {[5, 4, 3, 2, 1].map((grade) => {
        const votes = grades[grade - 1] ?? 0;
        return (
          <div key={grade} class="grades-row">
            <dt>{t(`voice.grade.${grade as 1 | 2 | 3 | 4 | 5}`)}</dt>
            <dd>
              <span class="mean-bar" aria-hidden="true">
                <span class="mean-fill" style={{ width: `${(votes / most) * 100}%` }} />
              </span>
              <span class="numeric">{formatCount(votes)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Whole({ list }: { readonly list: RatingList }) {
  return (
    <section class="card voice-whole" aria-label={t('voice.whole')}>
      <div>
        <p class="voice-figure numeric">{list.overall.mean?.toFixed(2) ?? '—'}</p>
        <p class="secondary">{t('voice.meanOf', { count: formatCount(list.overall.votes) })}</p>
      </div>
      <Grades grades={list.grades} />
      <dl class="grades">
        {ratingAspects.map((aspect) => (
          <div key={aspect} class="grades-row">
            <dt>{t(`voice.aspect.${aspect}`)}</dt>
            <dd>
              <MeanCell mean={list.aspects[aspect]} hasCount />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function RatedRow({ row, isRecord }: { readonly row: Row; readonly isRecord: boolean }) {
  return (
    <tr>
      <VoicedTitle title={row.title} open={row.open} />
      {isRecord && (
        <td class="wide" title={row.agencyName}>
          {row.agencyName}
        </td>
      )}
      <td>
        <MeanCell mean={row.overall} hasCount />
      </td>
      {ratingAspects.map((aspect) => (
        <td key={aspect} class="numeric" title={t('voice.votes', { count: row.aspects[aspect].votes })}>
          {row.aspects[aspect].mean?.toFixed(1) ?? '—'}
        </td>
      ))}
    </tr>
  );
}

function RatedTable({ rows, isRecord }: { readonly rows: readonly Row[]; readonly isRecord: boolean }) {
  return (
    <ScrollArea label={t('voice.ratings')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t(isRecord ? 'voice.record' : 'voice.agency')}</th>
            {isRecord && (
              <th scope="col" class="wide">
                {t('voice.agency')}
              </th>
            )}
            <th scope="col">{t('voice.overall')}</th>
            {ratingAspects.map((aspect) => (
              <th key={aspect} scope="col" class="numeric">
                {t(`voice.aspect.${aspect}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RatedRow key={row.id} row={row} isRecord={isRecord} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

/** `/admin/voice` */
export function VoiceRatings() {
  const [filter, setFilter] = useState(noFilter);
  const [by, setBy] = useState<'record' | 'agency'>('record');
  const [offset, setOffset] = useState(0);
  const { value: list, error, isLoading, reload } = useRatings(filter, by, offset);
  const ways = ['record', 'agency'] as const;
  return (
    <div class="stack">
      <WorkHead title={t('place.voice')} lead={t('voice.ratingsLead')} />
      <VoiceTabs />
      <VoiceFilters
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setOffset(0);
        }}
      >
        <fieldset class="segments" aria-label={t('voice.by')}>
          {ways.map((way) => (
            <button
              key={way}
              type="button"
              class="segment"
              aria-pressed={by === way}
              onClick={() => {
                setBy(way);
                setOffset(0);
              }}
            >
              {t(way === 'record' ? 'voice.byRecord' : 'voice.byAgency')}
            </button>
          ))}
        </fieldset>
      </VoiceFilters>
      {error !== null && <ProblemNotice error={error} retry={reload} />}
      {!list && isLoading && <Loading />}
      {list && list.overall.votes === 0 && <p class="card secondary">{t('voice.noRatings')}</p>}
      {list && list.overall.votes > 0 && (
        <>
          <Whole list={list} />
          <RatedTable rows={list.rows} isRecord={by === 'record'} />
          <Pages total={list.total} offset={offset} onMove={setOffset} />
        </>
      )}
    </div>
  );
}
