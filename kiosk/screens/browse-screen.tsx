// Browsing without typing: by catalogue tree, agency, topic, year and kind.
import { useLocation, useRoute } from 'preact-iso';
import { BrowseTree } from '../components/browse-tree.tsx';
import { BrowseValues } from '../components/browse-values.tsx';
import { t } from '../i18n/translate.ts';
import { isElder } from '../state/modes.ts';

const ways = ['tree', 'agency', 'topic', 'year', 'kind'] as const;
type Way = (typeof ways)[number];

function WayTabs({ way }: { way: Way }) {
  return (
    <nav class="tabs" aria-label={t('browse.ways')}>
      {ways.map((one) => (
        <a
          key={one}
          class="tabs__tab"
          href={one === 'tree' ? '/browse' : `/browse/${one}`}
          aria-current={one === way ? 'page' : undefined}
        >
          {t(`browse.${one}`)}
        </a>
      ))}
    </nav>
  );
}

/** Home has fewer doors than there are kinds: every kind is one touch from here, in large text before all else. */
function Kinds() {
  return (
    <section class="tree-root">
      <h2 class="section-title">{t('browse.kind')}</h2>
      <BrowseValues field="kind" />
    </section>
  );
}

/** `/browse`, `/browse/<way>` or `/browse/tree/<node>`. */
export function BrowseScreen() {
  const { params } = useRoute();
  const { path } = useLocation();
  const way = ways.find((one) => one === params.way) ?? 'tree';
  const nodeId = way === 'tree' ? (params.node ?? null) : null;
  const isRoot = way === 'tree' && nodeId === null;
  return (
    <div class="screen screen--browse" key={path}>
      {nodeId === null && (
        <>
          <h1 class="screen-title">{t('browse.title')}</h1>
          <WayTabs way={way} />
        </>
      )}
      {isRoot && isElder.value && <Kinds />}
      {way === 'tree' ? <BrowseTree nodeId={nodeId} /> : <BrowseValues field={way} />}
      {isRoot && !isElder.value && <Kinds />}
    </div>
  );
}
