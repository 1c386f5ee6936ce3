// Home, for a person in a hurry: sections with live figures, what is new, topics to touch.
import { BookOpen, Building2, ChevronRight, FolderTree, Info } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { LinkChip } from '../components/chip.tsx';
import { EmergencyStrip } from '../components/emergency-strip.tsx';
import { Icon } from '../components/icon.tsx';
import { kindIcons } from '../components/record-icons.ts';
import { RowList } from '../components/row-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { Tile } from '../components/tile.tsx';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { childrenOf } from '../state/catalogue-tree.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { emptySearch, searchUrl, withFilter } from '../state/search-address.ts';
import { useFacets } from '../state/use-facets.ts';
import { useLoaded } from '../state/use-loaded.ts';

const latestCount = 5;
const topicCount = 8;
const newsKinds = ['document', 'notice', 'page'];
const newsUrl = searchUrl({ filters: { kind: newsKinds }, sort: 'date' });

function kindUrl(kind: string): string {
  return searchUrl(withFilter(emptySearch, 'kind', [kind]));
}

function SectionTiles() {
  const manifest = useEngine().manifest.value;
  const tree = manifest?.tree ?? [];
  // As many as the catalogue screen shows at once: a root with a level below stands for that level.
  const classes = childrenOf(tree, null).reduce(
    (sum, root) => sum + Math.max(childrenOf(tree, root.id).length, 1),
    0,
  );
  const count = (kind: 'document' | 'guide' | 'notice' | 'matter' | 'page') =>
    formatCount(manifest?.byKind[kind] ?? 0);
  return (
    <div class="tiles">
      <Tile
        icon={FolderTree}
        name={t('home.catalogue')}
        line={t('home.catalogueLine', { count: classes })}
        href="/browse"
      />
      <Tile
        icon={kindIcons.guide}
        name={t('kind.guide')}
        line={t('home.guideLine', { count: count('guide') })}
        href={kindUrl('guide')}
      />
      <Tile
        icon={kindIcons.document}
        name={t('kind.document')}
        line={t('home.documentLine', { count: count('document') })}
        href={kindUrl('document')}
      />
      <Tile
        icon={kindIcons.notice}
        name={t('kind.notice')}
        line={t('home.noticeLine', { count: count('notice') })}
        href={kindUrl('notice')}
      />
      <Tile
        icon={kindIcons.matter}
        name={t('kind.matter')}
        line={t('home.matterLine', { count: count('matter') })}
        href={kindUrl('matter')}
      />
      <Tile
        icon={Building2}
        name={t('home.agencies')}
        line={t('home.agenciesLine', { count: manifest?.agencies.length ?? 0 })}
        href="/browse/agency"
      />
      <Tile
        icon={BookOpen}
        name={t('kind.page')}
        line={t('home.pageLine', { count: count('page') })}
        href={kindUrl('page')}
      />
      <Tile icon={Info} name={t('home.about')} line={t('home.aboutLine')} href="/about" />
    </div>
  );
}

function useLatest() {
  const engine = useEngine();
  return useLoaded(`latest ${useContentVersion()}`, async (signal) => {
    const query = {
      text: '',
      filters: { kind: newsKinds },
      sort: 'date',
      offset: 0,
      limit: latestCount,
    } as const;
    return (await engine.search(query, signal)).hits.map((hit) => hit.record);
  });
}

function LatestRecords({ records }: { records: readonly CatalogueRecord[] | undefined }) {
  return (
    <section class="home__latest">
      <div class="section-head">
        <h2 class="section-title">{t('home.latest')}</h2>
        <a class="section-more" href={newsUrl}>
          {t('home.latestAll')}
          <Icon node={ChevronRight} />
        </a>
      </div>
      {records ? (
        <RowList records={records} label={t('home.latest')} />
      ) : (
        <Skeleton lines={latestCount} shape="rows" />
      )}
    </section>
  );
}

function Topics() {
  const topics = (useFacets().value?.topic ?? []).filter(({ value }) => value !== '').slice(0, topicCount);
  if (topics.length === 0) return null;
  return (
    <section class="home__topics">
      <h2 class="section-title">{t('home.topics')}</h2>
      <div class="chips">
        {topics.map(({ value, count }) => (
          <LinkChip
            key={value}
            label={value}
            count={count}
            href={searchUrl(withFilter(emptySearch, 'topic', [value]))}
          />
        ))}
      </div>
    </section>
  );
}

export function HomeScreen() {
  const records = useEngine().manifest.value?.records ?? 0;
  const latest = useLatest();
  return (
    <div class="screen screen--home">
      {latest.value && <EmergencyStrip records={latest.value} />}
      <section class="home__sections">
        <h2 class="visually-hidden">{t('home.sections')}</h2>
        <SectionTiles />
      </section>
      {records === 0 ? (
        <StatePanel title={t('home.nothing')} line={t('home.nothingLine')} />
      ) : (
        <>
          {latest.state === 'failed' ? (
            <ErrorPanel error={latest.error} onRetry={latest.retry} />
          ) : (
            <LatestRecords records={latest.value} />
          )}
          <Topics />
        </>
      )}
    </div>
  );
}
