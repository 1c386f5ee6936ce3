// What people wish to be public, the most wished first, and what becomes of it.
import { useState } from 'preact/hooks';
import { type WishGroup, type WishState, wishStates } from '#shared/protocol/voice-api.ts';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { Segments } from '../components/segments.tsx';
import { Pages, VoiceFilters } from '../components/voice-filters.tsx';
import { VoiceTabs } from '../components/voice-tabs.tsx';
import { WishAnswerForm } from '../components/wish-answer.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, formatTime, t } from '../i18n/index.ts';
import { may } from '../state/session.ts';
import { noFilter, useWishes } from '../state/voice.ts';

const tones: Readonly<Record<WishState, string>> = {
  open: 'tag tag-warn',
  noted: 'tag',
  tasked: 'tag tag-warn',
  disclosed: 'tag tag-good',
};

/** What was done about it, in one line. */
function Answer({ wish }: { readonly wish: WishGroup }) {
  if (wish.state === 'open') return null;
  return (
    <div class="wish-answer">
      {wish.state === 'tasked' && (
        <p>
          {t('voice.givenTo', { agency: wish.agencyName })}
          {wish.dueOn !== null && ` · ${t('voice.by.day', { day: wish.dueOn })}`}
          {wish.matterId !== null && (
            <>
              {' · '}
              <a href={`/admin/records/${wish.matterId}`}>{wish.matterTitle || wish.matterId}</a>
            </>
          )}
        </p>
      )}
      {wish.state === 'disclosed' && wish.recordId !== null && (
        <p>
          {t('voice.publicAs')}{' '}
          <a href={`/admin/records/${wish.recordId}`}>{wish.recordTitle || wish.recordId}</a>
        </p>
      )}
      {wish.note !== '' && <p>{wish.note}</p>}
      <p class="secondary">
        {wish.who} · {wish.at === null ? '' : formatTime(wish.at)}
        {wish.since > 0 && ` · ${t('voice.sinceAnswer', { count: formatCount(wish.since) })}`}
      </p>
    </div>
  );
}

function WishCard({ wish, onDone }: { readonly wish: WishGroup; readonly onDone: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li class="card wish">
      <p class="wish-count numeric">{formatCount(wish.wishes)}</p>
      <div class="stack wish-body">
        <div class="row wish-head">
          <h2>{wish.title}</h2>
          <span class={tones[wish.state]}>{t(`voice.state.${wish.state}`)}</span>
          {wish.topicId !== null && <span class="tag">{t('voice.fromList')}</span>}
        </div>
        <p class="secondary">
          {t('voice.span', { first: wish.first, last: wish.last })}
          {wish.afterNoResult > 0 &&
            ` · ${t('voice.afterNoResult', { count: formatCount(wish.afterNoResult) })}`}
        </p>
        {wish.others.length > 0 && (
          <p class="secondary">{t('voice.alsoAs', { words: wish.others.join('；') })}</p>
        )}
        <Answer wish={wish} />
        {isOpen ? (
          <WishAnswerForm
            wish={wish}
            onDone={() => {
              setIsOpen(false);
              onDone();
            }}
            onClose={() => setIsOpen(false)}
          />
        ) : (
          may('voice.handle') && (
            <div class="row">
              <button type="button" class="button" onClick={() => setIsOpen(true)}>
                {t(wish.state === 'open' ? 'voice.handle' : 'voice.handleAgain')}
              </button>
            </div>
          )
        )}
      </div>
    </li>
  );
}

/** `/admin/voice/wishes` */
export function VoiceWishes() {
  const [filter, setFilter] = useState(noFilter);
  const [state, setState] = useState<WishState | ''>('');
  const [offset, setOffset] = useState(0);
  const { value: list, error, isLoading, reload } = useWishes(filter, state, offset);
  const move =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      set(next);
      setOffset(0);
    };
  const all = list ? wishStates.reduce((sum, one) => sum + list.counts[one], 0) : 0;
  const segments = list && [
    { value: '' as const, label: t('records.all'), count: all },
    ...wishStates.map((one) => ({ value: one, label: t(`voice.state.${one}`), count: list.counts[one] })),
  ];
  return (
    <div class="stack">
      <WorkHead title={t('place.voice')} lead={t('voice.wishesLead')} />
      <VoiceTabs />
      <VoiceFilters filter={filter} onChange={move(setFilter)} />
      {segments && (
        <Segments label={t('voice.state')} segments={segments} value={state} onChange={move(setState)} />
      )}
      {error !== null && <ProblemNotice error={error} retry={reload} />}
      {!list && isLoading && <Loading />}
      {list && list.groups.length === 0 && <p class="card secondary">{t('voice.noWishes')}</p>}
      {list && list.groups.length > 0 && (
        <>
          <ul class="stack wishes">
            {list.groups.map((wish) => (
              <WishCard key={wish.key} wish={wish} onDone={reload} />
            ))}
          </ul>
          <Pages total={list.total} offset={offset} onMove={setOffset} />
        </>
      )}
    </div>
  );
}
