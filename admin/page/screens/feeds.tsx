// The portal connection: what is fetched, what is pushed, and what is shared with others.
import { Plus, Rss } from 'lucide';
import { useState } from 'preact/hooks';
import { type FeedSource, feedSourceListSchema } from '#shared/protocol/feeds-api.ts';
import { request } from '../api/client.ts';
import { useConfirm } from '../components/confirm.tsx';
import { FeedForm } from '../components/feed-form.tsx';
import { FeedSourceCard } from '../components/feed-source-card.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { PushTokens } from '../components/push-tokens.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';

export default function Feeds() {
  const list = useLoaded((signal) => request('GET', '/feeds/sources', feedSourceListSchema, { signal }), []);
  /** The source in hand; null for a new one, undefined for none. */
  const [edited, setEdited] = useState<FeedSource | null | undefined>(undefined);
  const confirm = useConfirm();
  const close = (isSaved: boolean) => {
    setEdited(undefined);
    if (isSaved) list.reload();
  };
  return (
    <div class="stack">
      <WorkHead title={t('feeds.title')} lead={t('feeds.lead')}>
        {edited === undefined && (
          <button type="button" class="button button-primary" onClick={() => setEdited(null)}>
            <Icon node={Plus} /> {t('feeds.add')}
          </button>
        )}
      </WorkHead>
      <SettingsTabs />
      {edited !== undefined && <FeedForm key={edited?.id ?? 'new'} source={edited} onClose={close} />}
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.value === null && list.isLoading && <Loading />}
      {list.value !== null && (list.value.sources.length > 0 || edited === undefined) && (
        <section class="stack" aria-labelledby="feed-sources">
          <h2 id="feed-sources">{t('feeds.sources')}</h2>
          {list.value.sources.length === 0 && (
            <div class="card empty">
              <Icon node={Rss} />
              <p>{t('feeds.none')}</p>
            </div>
          )}
          <ul class="feed-sources">
            {list.value.sources.map((source) => (
              <FeedSourceCard
                key={source.id}
                source={source}
                confirm={confirm}
                onEdit={() => setEdited(source)}
                onChanged={list.reload}
              />
            ))}
          </ul>
        </section>
      )}
      <PushTokens confirm={confirm} />
      <section class="card stack" aria-labelledby="shared-title">
        <h2 id="shared-title">{t('shared.title')}</h2>
        <p class="secondary">{t('shared.lead')}</p>
        <ul class="feed-shared">
          {(['openData', 'atom', 'jsonFeed'] as const).map((way) => (
            <li key={way}>
              <a href={addresses[way]} target="_blank" rel="noopener">
                {t(`shared.${way}`)}
              </a>{' '}
              <code>{addresses[way]}</code>
            </li>
          ))}
        </ul>
      </section>
      {confirm.dialog}
    </div>
  );
}

const addresses = { openData: '/open-data/', atom: '/feed.atom', jsonFeed: '/feed.json' } as const;
