// Home, for a person in a hurry: sections with live figures, what is new, topics to touch.
import {
  Building2,
  ChevronRight,
  FolderTree,
  type IconNode,
  Info,
  MapPinned,
  MessageSquareText,
} from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { LinkChip } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { lazyPart } from '../components/lazy-part.tsx';
import { kindIcons } from '../components/record-icons.ts';
import { RowList } from '../components/row-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { Tile } from '../components/tile.tsx';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { childrenOf } from '../state/catalogue-tree.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { isElder } from '../state/modes.ts';
import { emptySearch, searchUrl, withFilter } from '../state/search-address.ts';
import { useFacets } from '../state/use-facets.ts';
import { useLoaded } from '../state/use-loaded.ts';

const latestCount = 5;
const elderLatestCount = 3;
const topicCount = 8;
const newsKinds = ['document', 'notice', 'page'];
const newsUrl = searchUrl({ filters: { kind: newsKinds }, sort: 'date' });

function kindUrl(kind: string): string {
  return searchUrl(withFilter(emptySearch, 'kind', [kind]));
}

interface Section {
  readonly icon: IconNode;
  readonly name: string;
  readonly line: string;
  readonly href: string;
}

/** Rows of registers are found within them, not listed by themselves. */
type CountedKind = Exclude<keyof ReleaseManifest['byKind'], 'entry'>;

function useSections(): Readonly<
  Record<CountedKind | 'catalogue' | 'agencies' | 'voice' | 'about', Section>
> {
  const manifest = useEngine().manifest.value;
  const tree = manifest?.tree ?? [];
  // As many as the catalogue screen shows at once: a root with a level below stands for that level.
  const classes = childrenOf(tree, null).reduce(
    (sum, root) => sum + Math.max(childrenOf(tree, root.id).length, 1),
    0,
  );
  const section = (kind: CountedKind): Section => ({
    icon: kindIcons[kind],
    name: t(`kind.${kind}`),
    line: t(`home.${kind}Line`, { count: formatCount(manifest?.byKind[kind] ?? 0) }),
    href: kindUrl(kind),
  });
  const catalogueLine = t('home.catalogueLine', { count: classes });
  const agenciesLine = t('home.agenciesLine', { count: manifest?.agencies.length ?? 0 });
  return {
    catalogue: { icon: FolderTree, name: t('home.catalogue'), line: catalogueLine, href: '/browse' },
    guide: { ...section('guide'), href: '/guides' },
    document: section('document'),
    notice: section('notice'),
    matter: section('matter'),
    agencies: { icon: Building2, name: t('home.agencies'), line: agenciesLine, href: '/browse/agency' },
    page: { ...section('page'), href: '/disclosure' },
    register: { ...section('register'), href: '/registers' },
    voice: { icon: MessageSquareText, name: t('home.voice'), line: t('home.voiceLine'), href: '/voice' },
    about: manifest?.venue.hall
      ? { icon: MapPinned, name: t('home.hall'), line: t('home.hallLine'), href: '/hall' }
      : { icon: Info, name: t('home.about'), line: t('home.aboutLine'), href: '/about' },
  };
}

/**
 * Eight doors, and six in large text: what most people come for, each with room. What has none of its own there is one
 * touch into the catalogue: matters where there are registers, and in large text pages and agencies too.
 */
function SectionTiles() {
  const { catalogue, guide, document, notice, matter, agencies, page, register, voice, about } =
    useSections();
  const hasRegisters = (useEngine().manifest.value?.byKind.register ?? 0) > 0;
  const shown = isElder.value
    ? [guide, document, notice, hasRegisters ? register : agencies, catalogue, about]
    : [catalogue, guide, document, notice, hasRegisters ? register : matter, page, agencies, about];
  return (
    <div class="tiles">
      {[...shown, voice].map((section) => (
        <Tile key={section.href} {...section} />
      ))}
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
        <RowList
          records={records.slice(0, isElder.value ? elderLatestCount : latestCount)}
          label={t('home.latest')}
        />
      ) : (
        <Skeleton lines={latestCount} shape="rows" />
      )}
    </section>
  );
}

function Topics() {
  // The line of figures below takes the room of one.
  const most = useEngine().manifest.value?.publicFigures ? topicCount - 1 : topicCount;
  const topics = (useFacets().value?.topic ?? []).filter(({ value }) => value !== '').slice(0, most);
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

/** Without its code, which is fetched when there are figures to show, home goes without. */
const FiguresLine = lazyPart(async () =>
  import('../components/figures-line.tsx').then(
    (part) => part.FiguresLine,
    () => () => null,
  ),
);

export function HomeScreen() {
  const manifest = useEngine().manifest.value;
  const records = manifest?.records ?? 0;
  const latest = useLatest();
  return (
    <div class="screen screen--home">
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
          {!isElder.value && <Topics />}
          {manifest?.publicFigures && <FiguresLine />}
        </>
      )}
    </div>
  );
}
