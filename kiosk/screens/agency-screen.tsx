// One agency: what it does, where and when to reach it, and what it has published.
import { Building2, ChevronRight } from 'lucide';
import { useRoute } from 'preact-iso';
import { groupOfAgency } from '#shared/catalogue/guide-shelf.ts';
import type { Agency } from '#shared/catalogue/venue.ts';
import { LinkChip } from '../components/chip.tsx';
import { type Fact, FactTable } from '../components/fact-table.tsx';
import { GuideGroups } from '../components/guide-groups.tsx';
import { Icon } from '../components/icon.tsx';
import { RowList } from '../components/row-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { filterWords } from '../state/filter-words.ts';
import { useGuideShelf } from '../state/guide-shelf.ts';
import { guidesUrl } from '../state/guides-address.ts';
import { searchUrl } from '../state/search-address.ts';
import { useLoaded } from '../state/use-loaded.ts';

const latestCount = 8;
/** More guides than this are chosen from on a screen of their own. */
const mostGuidesHere = 12;

function agencyFacts(agency: Agency): Fact[] {
  const facts = [
    { name: t('agency.address'), value: agency.address },
    { name: t('agency.hours'), value: agency.hours },
    { name: t('agency.phone'), value: agency.phone },
    { name: t('agency.leader'), value: agency.leader },
    { name: t('agency.functions'), value: agency.functions, isWide: true },
  ];
  return facts.filter((fact) => fact.value !== null);
}

/** A department people come to for something to be done says so before what it has published. */
function Guides({ agency }: { agency: Agency }) {
  const shelf = useGuideShelf({ agency: [agency.id] }).value;
  if (!shelf || shelf.guides.length === 0) return null;
  const groups = groupOfAgency(shelf.guides);
  return (
    <section>
      <div class="section-head">
        <h2 class="section-title">{t('guides.ofAgency', { count: formatCount(shelf.guides.length) })}</h2>
        <a class="section-more" href={guidesUrl('agency', agency.id)}>
          {t('guides.ofAgencyAll', { count: formatCount(shelf.guides.length) })}
          <Icon node={ChevronRight} />
        </a>
      </div>
      {shelf.guides.length <= mostGuidesHere && <GuideGroups groups={groups} isInner />}
      {shelf.guides.length > mostGuidesHere && (
        <div class="chips">
          {groups.map(({ title, guides }) => (
            <LinkChip
              key={title}
              label={title || t('guides.otherSubject')}
              count={guides.length}
              href={guidesUrl('agency', agency.id)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function Published({ agency }: { agency: Agency }) {
  const engine = useEngine();
  const found = useLoaded(`agency ${agency.id} ${useContentVersion()}`, (signal) => {
    const filters = { agency: [agency.id] };
    return engine.search({ text: '', filters, sort: 'date', offset: 0, limit: latestCount }, signal);
  });
  if (found.state === 'failed') return <ErrorPanel error={found.error} onRetry={found.retry} />;
  if (!found.value) return <Skeleton lines={latestCount} shape="rows" />;
  const { hits, facets, total } = found.value;
  if (total === 0) return <StatePanel title={t('browse.empty')} line={t('browse.emptyLine')} />;
  return (
    <>
      <section>
        <h2 class="section-title">{t('agency.published')}</h2>
        <div class="chips">
          {facets.kind.map(({ value, count }) => (
            <LinkChip
              key={value}
              label={filterWords('kind', value, null)}
              count={count}
              href={searchUrl({ filters: { agency: [agency.id], kind: [value] }, sort: 'date' })}
            />
          ))}
        </div>
      </section>
      <section>
        <div class="section-head">
          <h2 class="section-title">{t('agency.latest')}</h2>
          <a class="section-more" href={searchUrl({ filters: { agency: [agency.id] }, sort: 'date' })}>
            {t('home.latestAll')}
            <Icon node={ChevronRight} />
          </a>
        </div>
        <RowList records={hits.map((hit) => hit.record)} label={t('agency.latest')} />
      </section>
    </>
  );
}

/** `/agency/<id>` */
export default function AgencyScreen() {
  const id = useRoute().params.id ?? '';
  const { agencies = [], records = 0 } = useEngine().manifest.value ?? {};
  const agency = agencies.find((one) => one.id === id);
  // Every record has an agency: where there are records and none, they are on their way.
  if (records > 0 && agencies.length === 0) return <Skeleton lines={8} shape="text" />;
  if (!agency) {
    return (
      <StatePanel icon={Building2} title={t('agency.unknown')} line={t('record.goneLine')} isWholeScreen />
    );
  }
  return (
    <div class="screen screen--agency">
      <h1 class="screen-title" lang="zh-CN">
        {agency.name}
      </h1>
      <FactTable facts={agencyFacts(agency)} />
      <Guides agency={agency} />
      <Published agency={agency} />
    </div>
  );
}
