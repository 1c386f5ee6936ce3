// One source: how it is doing, what it brought last, what its portal no longer has, and what staff can do with it.
import { Pencil, RefreshCw, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { type FeedSource, feedSourceSchema, missingItemsSchema } from '#shared/protocol/feeds-api.ts';
import { nothing, request } from '../api/client.ts';
import { formatCount, formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import type { Confirm } from './confirm.tsx';
import { Problems } from './feed-preview.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';

interface FeedSourceCardProps {
  readonly source: FeedSource;
  readonly confirm: Confirm;
  readonly onEdit: () => void;
  readonly onChanged: () => void;
}

export function FeedSourceCard({ source, confirm, onEdit, onChanged }: FeedSourceCardProps) {
  const acting = useSaving();
  const path = `/feeds/sources/${source.id}`;
  const poll = async () => {
    await acting.save(() => request('POST', `${path}/poll`, feedSourceSchema));
    onChanged();
  };
  const remove = async () => {
    const isSure = await confirm.ask(t('feeds.removeAsk', { title: source.title }), t('feeds.remove'));
    if (isSure && (await acting.save(() => request('DELETE', path, nothing)))) onChanged();
  };
  return (
    <li class="card stack feed-source">
      <div class="feed-source-head">
        <h3>{source.title}</h3>
        <StateTag source={source} />
        <span class="feed-acts">
          <button type="button" class="button button-small" disabled={acting.isBusy} onClick={poll}>
            <Icon node={RefreshCw} /> {t(acting.isBusy ? 'feeds.polling' : 'feeds.poll')}
          </button>
          <button
            type="button"
            class="button button-quiet button-small"
            aria-label={t('feeds.editOne', { title: source.title })}
            onClick={onEdit}
          >
            <Icon node={Pencil} /> {t('feeds.edit')}
          </button>
          <button
            type="button"
            class="button button-quiet button-small"
            disabled={acting.isBusy}
            onClick={remove}
          >
            <Icon node={Trash2} /> {t('feeds.remove')}
          </button>
        </span>
      </div>
      <p class="secondary feed-address">{source.url}</p>
      <p>
        {source.agencyName} · {t(`feeds.kind.${source.kind}`)}
      </p>
      {source.problem !== null && <Problems problems={[source.problem]} />}
      <Times source={source} />
      <Result source={source} />
      {acting.error !== null && <ProblemNotice error={acting.error} />}
    </li>
  );
}

function StateTag({ source: { isActive, lastAnswer } }: { readonly source: FeedSource }) {
  if (!isActive) return <span class="tag tag-warn">{t('feeds.state.paused')}</span>;
  if (lastAnswer === null) return <span class="tag">{t('feeds.state.new')}</span>;
  const look = lastAnswer === 'failed' ? 'tag tag-bad' : 'tag tag-good';
  return <span class={look}>{t(`feeds.state.${lastAnswer}`)}</span>;
}

function Times({ source }: { readonly source: FeedSource }) {
  const { lastPolledAt, lastGoodAt, nextPollAt, isActive, failures } = source;
  const words = [
    lastPolledAt === null ? null : t('feeds.polledAt', { at: formatTime(lastPolledAt) }),
    lastGoodAt === null || lastGoodAt === lastPolledAt
      ? null
      : t('feeds.goodAt', { at: formatTime(lastGoodAt) }),
    isActive ? t('feeds.nextAt', { at: formatTime(nextPollAt) }) : null,
    failures > 1 ? t('feeds.failures', { count: failures }) : null,
  ];
  return <p class="secondary numeric">{words.filter((part) => part !== null).join(' · ')}</p>;
}

function Result({ source }: { readonly source: FeedSource }) {
  const { last, arrived, missing, lastGoodAt } = source;
  const { items, created, updated, notes } = last;
  if (lastGoodAt === null) return null;
  return (
    <>
      <p>
        {t('feeds.lastResult', { items, created, updated })} ·{' '}
        {t('feeds.arrived', { count: formatCount(arrived) })}
      </p>
      {notes.length > 0 && (
        <details>
          <summary>{t('feeds.notes', { count: notes.length })}</summary>
          <Problems problems={notes} />
        </details>
      )}
      {missing > 0 && <Missing source={source} />}
    </>
  );
}

function Missing({ source }: { readonly source: FeedSource }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('feeds.missing', { count: formatCount(source.missing) })}</summary>
      {isOpen && <MissingList id={source.id} />}
    </details>
  );
}

function MissingList({ id }: { readonly id: string }) {
  const list = useLoaded(
    (signal) => request('GET', `/feeds/sources/${id}/missing`, missingItemsSchema, { signal }),
    [id],
  );
  if (list.error !== null) return <ProblemNotice error={list.error} retry={list.reload} />;
  if (list.value === null) return <Loading />;
  return (
    <>
      <p class="secondary">{t('feeds.missingLead')}</p>
      <ul class="feed-missing">
        {list.value.items.map(({ recordId, title, missingSince }) => (
          <li key={recordId}>
            <a href={`/admin/records/${encodeURIComponent(recordId)}`}>{title}</a>{' '}
            <span class="secondary numeric">{t('feeds.missingSince', { at: formatTime(missingSince) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
