// The list of a law's chapters and articles; touching one goes there.
import { ChevronDown } from 'lucide';
import { t } from '../i18n/translate.ts';
import { jumpToMark } from '../state/reading-position.ts';
import { articlesNamed, numberArticles } from './article-numbers.ts';
import type { BodyMark } from './body-articles.ts';
import { Icon } from './icon.tsx';
import { NumberPad } from './number-pad.tsx';
import { Sheet } from './sheet.tsx';

interface Chapter {
  readonly heading: BodyMark | null;
  readonly articles: BodyMark[];
}

/** Articles gathered under the chapter they follow; those before any chapter stand under none. */
export function groupByChapter(marks: readonly BodyMark[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const mark of marks) {
    if (mark.kind === 'chapter' || chapters.length === 0) {
      chapters.push({ heading: mark.kind === 'chapter' ? mark : null, articles: [] });
    }
    if (mark.kind === 'article') chapters.at(-1)?.articles.push(mark);
  }
  return chapters;
}

interface ArticleSheetProps {
  readonly marks: readonly BodyMark[];
  readonly position: number;
  readonly onClose: () => void;
}

function ArticleButtons({ marks, onGo }: { marks: readonly BodyMark[]; onGo: (mark: BodyMark) => void }) {
  return (
    <div class="articles__grid" lang="zh-CN">
      {marks.map((mark, index) => (
        <button key={index} type="button" class="chip" onClick={() => onGo(mark)}>
          {mark.label}
        </button>
      ))}
    </div>
  );
}

export function ArticleSheet({ marks, position, onClose }: ArticleSheetProps) {
  const current = marks[position];
  const chapters = groupByChapter(marks);
  const numbered = numberArticles(marks);
  const go = (mark: BodyMark) => {
    onClose();
    jumpToMark(mark);
  };
  const isCurrent = (chapter: Chapter) =>
    chapters.length === 1 ||
    (current !== undefined && (chapter.heading === current || chapter.articles.includes(current)));
  return (
    <Sheet title={t('record.articles')} onClose={onClose}>
      <NumberPad
        title={t('reading.pad')}
        around={['第', '条']}
        hint={t('reading.padHint')}
        numbers={numbered.map(({ number }) => number)}
        placesAt={(typed) =>
          articlesNamed(numbered, typed).map((mark) => ({ label: mark.label, go: () => go(mark) }))
        }
      />
      <div class="sheet__scroll articles">
        {chapters.map((chapter, index) => {
          const { heading, articles } = chapter;
          const title = heading?.label ?? t('record.preface');
          if (articles.length === 0 && heading) {
            return (
              <button
                key={index}
                type="button"
                class="articles__head"
                lang="zh-CN"
                onClick={() => go(heading)}
              >
                {title}
              </button>
            );
          }
          return (
            <details key={index} class="articles__chapter" open={isCurrent(chapter)}>
              <summary class="articles__head">
                <span lang="zh-CN">{title}</span>
                <span class="articles__count">{t('record.articlesCount', { count: articles.length })}</span>
                <Icon node={ChevronDown} />
              </summary>
              <ArticleButtons marks={articles} onGo={go} />
            </details>
          );
        })}
      </div>
    </Sheet>
  );
}
