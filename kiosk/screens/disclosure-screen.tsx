// The fixed sections of the disclosure platform: guide, rules, what must be public, reports by year, how to apply.
import {
  BookMarked,
  ChartColumn,
  ChartNoAxesCombined,
  ChevronRight,
  FileQuestionMark,
  FileX2,
  type IconNode,
  Landmark,
  Scale,
} from 'lucide';
import { useRoute } from 'preact-iso';
import {
  type ListedSection,
  listedSections,
  reportsByYear,
  sectionNodes,
} from '#shared/catalogue/disclosure-sections.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { ApplyGuide } from '../components/apply-guide.tsx';
import { Icon } from '../components/icon.tsx';
import { RowList } from '../components/row-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { nodeUrl } from '../components/tree-path.tsx';
import { disclosure } from '../i18n/disclosure-words.ts';
import { formatCount } from '../i18n/format.ts';
import { useSection } from '../state/disclosure-records.ts';
import { useEngine } from '../state/engine-context.ts';
import { searchUrl } from '../state/search-address.ts';

interface Door {
  readonly section: ListedSection | 'proactive' | 'apply' | 'figures';
  readonly href: string;
  readonly icon: IconNode;
}

const doors: readonly Door[] = [
  { section: 'disclosure-guide', href: '/disclosure/disclosure-guide', icon: BookMarked },
  { section: 'rules', href: '/disclosure/rules', icon: Scale },
  { section: 'proactive', href: nodeUrl(sectionNodes.proactive), icon: Landmark },
  { section: 'annual-report', href: '/disclosure/annual-report', icon: ChartColumn },
  { section: 'figures', href: '/figures', icon: ChartNoAxesCombined },
  { section: 'apply', href: '/disclosure/apply', icon: FileQuestionMark },
];

function Doors() {
  const manifest = useEngine().manifest.value;
  const hasTree = manifest?.tree.some(({ id }) => id === sectionNodes.proactive) ?? false;
  const pages = manifest?.byKind.page ?? 0;
  return (
    <>
      <ul class="nodes disclosure-doors">
        {doors
          .filter(({ section }) => section !== 'proactive' || hasTree)
          .filter(({ section }) => section !== 'figures' || manifest?.publicFigures)
          .map(({ section, href, icon }) => (
            <li key={section}>
              <a class={section === 'apply' ? 'node disclosure-apply' : 'node'} href={href}>
                <Icon node={icon} class="node__icon" />
                <span class="node__words">
                  <span class="node__title">{disclosure(section)}</span>
                  <span class="node__basis">{disclosure(`${section}Line`)}</span>
                </span>
                <Icon node={ChevronRight} class="node__chevron" />
              </a>
            </li>
          ))}
      </ul>
      <p class="screen-actions">
        <a class="button" href={searchUrl({ filters: { kind: ['page'] }, sort: 'date' })}>
          {disclosure('all', { count: formatCount(pages) })}
        </a>
      </p>
    </>
  );
}

/** A report a year; where several agencies report, each stands under its year. */
function Reports({ reports }: { reports: readonly CatalogueRecord[] }) {
  return (
    <>
      {reportsByYear(reports).map(([year, own]) => (
        <section key={year ?? ''} class="tree-root">
          <h2 class="section-title">{year === null ? disclosure('noYear') : disclosure('year', { year })}</h2>
          <RowList records={own} label={year ?? disclosure('noYear')} />
        </section>
      ))}
    </>
  );
}

function SectionList({ section }: { section: ListedSection }) {
  const found = useSection(section);
  if (found.value && found.value.length > 0) {
    return section === 'annual-report' ? (
      <Reports reports={found.value} />
    ) : (
      <RowList records={found.value} label={disclosure(section)} />
    );
  }
  if (found.state === 'loading') return <Skeleton lines={5} shape="rows" />;
  if (found.state === 'failed') return <ErrorPanel error={found.error} onRetry={found.retry} />;
  return <StatePanel icon={FileX2} title={disclosure('none')} line={disclosure('noneLine')} />;
}

/** `/disclosure` or `/disclosure/<section>` */
export default function DisclosureScreen() {
  const asked = useRoute().params.section;
  const section = listedSections.find((one) => one === asked);
  const isApply = asked === 'apply';
  if (section === undefined && !isApply) {
    return (
      <div class="screen screen--disclosure">
        <h1 class="screen-title">{disclosure('title')}</h1>
        <p class="disclosure-lead">{disclosure('lead')}</p>
        <Doors />
      </div>
    );
  }
  return (
    <div class="screen screen--disclosure" key={asked}>
      <nav class="path" aria-label={disclosure('back')}>
        <a class="path__step" href="/disclosure">
          {disclosure('back')}
        </a>
      </nav>
      <h1 class="screen-title">{disclosure(section ?? 'apply')}</h1>
      <p class="disclosure-lead">{disclosure(`${section ?? 'apply'}Line`)}</p>
      {section ? <SectionList section={section} /> : <ApplyGuide />}
    </div>
  );
}
