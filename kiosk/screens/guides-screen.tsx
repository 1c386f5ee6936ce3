// Service guides without typing: whom they are for, by subject, by department, and the guides of one of them.
import { ArrowLeft, Building2, ChevronRight, FolderX, type IconNode, Landmark, Tag, UserRound } from 'lucide';
import { useRoute } from 'preact-iso';
import { type AudienceGroup, audienceGroups } from '#shared/catalogue/guide-parts.ts';
import {
  type GuideShelf,
  groupGuides,
  groupOfAgency,
  type ShelvedGuide,
} from '#shared/catalogue/guide-shelf.ts';
import { GuideGroups } from '../components/guide-groups.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { Tile } from '../components/tile.tsx';
import { formatCount, itemsWords } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { useGuideShelf } from '../state/guide-shelf.ts';
import { type AskedGuides, guidesUrl, parseGuidesAddress } from '../state/guides-address.ts';
import type { Filters } from '../state/search-address.ts';

const audienceIcons: Readonly<Record<AudienceGroup, IconNode>> = {
  person: UserRound,
  organisation: Landmark,
};

function WhoTiles({ guides }: { guides: readonly ShelvedGuide[] }) {
  const countOf = (who: AudienceGroup) => guides.filter(({ audience }) => audience.includes(who)).length;
  const known = audienceGroups.filter((who) => countOf(who) > 0);
  if (known.length === 0) return null;
  return (
    <section class="tree-root">
      <h2 class="section-title">{t('guides.byWho')}</h2>
      <div class="tiles tiles--who">
        {known.map((who) => (
          <Tile
            key={who}
            icon={audienceIcons[who]}
            name={t(`guides.${who}`)}
            line={itemsWords(countOf(who))}
            href={guidesUrl('who', who)}
          />
        ))}
      </div>
    </section>
  );
}

interface ValueProps {
  readonly icon: IconNode;
  readonly title: string;
  readonly count: number;
  readonly href: string;
}

function Value({ icon, title, count, href }: ValueProps) {
  return (
    <li>
      <a class="node" href={href}>
        <Icon node={icon} class="node__icon" />
        <span class="node__words" lang="zh-CN">
          <span class="node__title">{title}</span>
        </span>
        <span class="node__count figures">{itemsWords(count)}</span>
        <Icon node={ChevronRight} class="node__chevron" />
      </a>
    </li>
  );
}

function Subjects({ guides }: { guides: readonly ShelvedGuide[] }) {
  return (
    <section class="tree-root">
      <h2 class="section-title">{t('guides.bySubject')}</h2>
      <ul class="nodes">
        {groupGuides(guides, ({ subjects }) => subjects).map(({ title, guides: members }) => (
          <Value
            key={title}
            icon={Tag}
            title={title || t('guides.otherSubject')}
            count={members.length}
            href={guidesUrl('subject', title)}
          />
        ))}
      </ul>
    </section>
  );
}

function Agencies({ guides }: { guides: readonly ShelvedGuide[] }) {
  const agencies = useEngine().manifest.value?.agencies ?? [];
  const counts = new Map(
    groupGuides(guides, ({ agencyId }) => [agencyId]).map((group) => [group.title, group.guides.length]),
  );
  const shown = agencies.filter(({ id }) => counts.has(id)).toSorted((a, b) => a.order - b.order);
  return (
    <section class="tree-root">
      <h2 class="section-title">{t('guides.byAgency')}</h2>
      <ul class="nodes">
        {shown.map(({ id, name }) => (
          <Value
            key={id}
            icon={Building2}
            title={name}
            count={counts.get(id) ?? 0}
            href={guidesUrl('agency', id)}
          />
        ))}
      </ul>
    </section>
  );
}

function CutNote({ shelf }: { shelf: GuideShelf }) {
  if (!shelf.isCut) return null;
  return <p class="screen-note">{t('guides.cut', { count: formatCount(shelf.guides.length) })}</p>;
}

function Overview({ shelf }: { shelf: GuideShelf }) {
  return (
    <>
      <CutNote shelf={shelf} />
      <WhoTiles guides={shelf.guides} />
      <Subjects guides={shelf.guides} />
      <Agencies guides={shelf.guides} />
    </>
  );
}

/** One department is read for itself, however many guides the others have. */
const filtersOf = (asked: AskedGuides | null): Filters =>
  asked?.way === 'agency' ? { agency: [asked.value] } : {};

function isAskedFor({ way, value }: AskedGuides, guide: ShelvedGuide): boolean {
  if (way === 'agency') return guide.agencyId === value;
  return way === 'subject' ? guide.subjects.includes(value) : guide.audience.some((who) => who === value);
}

/** What groups the guides of one choice: what was not chosen. */
function useGroups(asked: AskedGuides, guides: readonly ShelvedGuide[]) {
  const agencies = useEngine().manifest.value?.agencies ?? [];
  if (asked.way === 'agency') return groupOfAgency(guides);
  if (asked.way === 'who') return groupGuides(guides, ({ subjects }) => subjects.slice(0, 1));
  return groupGuides(guides, ({ agencyId }) => [agencies.find(({ id }) => id === agencyId)?.name ?? '']);
}

function Chosen({ asked, shelf }: { asked: AskedGuides; shelf: GuideShelf }) {
  const guides = shelf.guides.filter((guide) => isAskedFor(asked, guide));
  const groups = useGroups(asked, guides);
  if (guides.length === 0)
    return <StatePanel icon={FolderX} title={t('guides.none')} line={t('guides.noneLine')} />;
  return (
    <>
      <CutNote shelf={shelf} />
      <GuideGroups groups={groups} />
    </>
  );
}

function useTitle(asked: AskedGuides | null): string {
  const agencies = useEngine().manifest.value?.agencies ?? [];
  if (asked === null) return t('guides.title');
  if (asked.way === 'agency') return agencies.find(({ id }) => id === asked.value)?.name ?? asked.value;
  if (asked.way === 'subject') return asked.value || t('guides.otherSubject');
  const who = audienceGroups.find((one) => one === asked.value);
  return who === undefined ? t('guides.title') : t(`guides.${who}`);
}

/** `/guides` or `/guides/<way>/<value>`. */
export default function GuidesScreen() {
  const { params } = useRoute();
  const asked = parseGuidesAddress(params.way, params.value);
  const title = useTitle(asked);
  const shelf = useGuideShelf(filtersOf(asked));
  return (
    <div class="screen screen--browse screen--guides" key={title}>
      {asked !== null && (
        <a class="back-link" href="/guides">
          <Icon node={ArrowLeft} />
          {t('guides.title')}
        </a>
      )}
      <h1 class="screen-title" lang={asked === null || asked.way === 'who' ? undefined : 'zh-CN'}>
        {title}
      </h1>
      {shelf.state === 'failed' && <ErrorPanel error={shelf.error} onRetry={shelf.retry} />}
      {shelf.state === 'loading' && !shelf.value && <Skeleton lines={8} shape="tiles" />}
      {shelf.value &&
        (asked === null ? <Overview shelf={shelf.value} /> : <Chosen asked={asked} shelf={shelf.value} />)}
    </div>
  );
}
