// Guides in titled groups, each guide one touch away, and over many groups a list of them.
import { ChevronRight } from 'lucide';
import { useRef } from 'preact/hooks';
import { type GuideGroup, partsOfGroup } from '#shared/catalogue/guide-shelf.ts';
import { t } from '../i18n/translate.ts';
import { recordUrl } from '../state/record-url.ts';
import { Icon } from './icon.tsx';

/** Fewer groups than this are seen at once. */
const jumpFromGroups = 4;

interface GuideRowsProps extends GuideGroup {
  readonly isInner: boolean;
}

/** Guides in one list; a main item is named over its parts. */
function GuideRows({ title, guides, isInner }: GuideRowsProps) {
  const Heading = isInner ? 'h4' : 'h3';
  return (
    <>
      {title !== '' && (
        <Heading class="guide-group__part" lang="zh-CN">
          {title}
        </Heading>
      )}
      <ul class="rows">
        {guides.map((guide) => (
          <li key={guide.id}>
            <a class="row row--guide" href={recordUrl(guide)}>
              <span class="row__title" lang="zh-CN">
                {guide.title}
              </span>
              {guide.itemType && (
                <span class="row__date" lang="zh-CN">
                  {guide.itemType}
                </span>
              )}
              <Icon node={ChevronRight} class="node__chevron" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface GuideGroupsProps {
  readonly groups: readonly GuideGroup[];
  /** Under a heading of the same rank as theirs would be. */
  readonly isInner?: boolean;
}

export function GuideGroups({ groups, isInner = false }: GuideGroupsProps) {
  const Heading = isInner ? 'h3' : 'h2';
  const places = useRef(new Map<string, HTMLElement>());
  const wordsOf = (title: string) => title || t('guides.otherSubject');
  return (
    <>
      {!isInner && groups.length >= jumpFromGroups && (
        <nav class="guide-jump chips" aria-label={t('guide.jump')} data-silent>
          {groups.map(({ title, guides }) => (
            <button
              key={title}
              type="button"
              class="chip"
              onClick={() => places.current.get(title)?.scrollIntoView({ block: 'start' })}
            >
              <span lang={title === '' ? undefined : 'zh-CN'}>{wordsOf(title)}</span>
              <span class="chip__count figures">{guides.length}</span>
            </button>
          ))}
        </nav>
      )}
      {groups.map(({ title, guides }) => (
        <section
          key={title}
          class="guide-group guide__part"
          ref={(element) => {
            if (element) places.current.set(title, element);
            else places.current.delete(title);
          }}
        >
          <Heading class={isInner ? 'guide-group__title' : 'section-title'}>
            <span lang={title === '' ? undefined : 'zh-CN'}>{wordsOf(title)}</span>
            <span class="section-title__note figures">{guides.length}</span>
          </Heading>
          {partsOfGroup(guides).map((part) => (
            <GuideRows key={part.title} title={part.title} guides={part.guides} isInner={isInner} />
          ))}
        </section>
      ))}
    </>
  );
}
