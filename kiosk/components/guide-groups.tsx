// Guides in titled groups, each guide one touch away.
import { ChevronRight } from 'lucide';
import { t } from '../i18n/translate.ts';
import type { GuideGroup } from '../state/guide-shelf.ts';
import { recordUrl } from '../state/record-url.ts';
import { Icon } from './icon.tsx';

interface GuideGroupsProps {
  readonly groups: readonly GuideGroup[];
  /** Under a heading of the same rank as theirs would be. */
  readonly isInner?: boolean;
}

export function GuideGroups({ groups, isInner = false }: GuideGroupsProps) {
  const Heading = isInner ? 'h3' : 'h2';
  return (
    <>
      {groups.map(({ title, guides }) => (
        <section key={title} class="guide-group">
          <Heading class={isInner ? 'guide-group__title' : 'section-title'}>
            <span lang={title === '' ? undefined : 'zh-CN'}>{title || t('guides.otherSubject')}</span>
            <span class="section-title__note figures">{guides.length}</span>
          </Heading>
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
        </section>
      ))}
    </>
  );
}
