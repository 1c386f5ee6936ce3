// The thin rail beside a long law: where one is, and by sliding, any article.
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { jumpToMark } from '../state/reading-position.ts';
import type { BodyMark } from './body-articles.ts';

interface ArticleRailProps {
  readonly marks: readonly BodyMark[];
  /** Index of the mark being read, or -1. */
  readonly position: number;
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
};

export function ArticleRail({ marks, position }: ArticleRailProps) {
  const track = useRef<HTMLDivElement>(null);
  const [sliding, setSliding] = useState<number | null>(null);
  const last = marks.length - 1;
  const shown = sliding ?? Math.max(position, 0);
  const at = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.height === 0) return 0;
    const share = (event.clientY - box.top) / box.height;
    return Math.min(Math.max(Math.round(share * last), 0), last);
  };
  const jump = (index: number) => {
    const mark = marks[Math.min(Math.max(index, 0), last)];
    if (mark) jumpToMark(mark);
  };
  const setShare = (element: HTMLElement | null, index: number) =>
    element?.style.setProperty('--share', String(last > 0 ? index / last : 0));
  return (
    <div
      ref={track}
      class={`article-rail ${sliding === null ? '' : 'article-rail--sliding'}`}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('record.articlesPosition')}
      aria-valuemin={1}
      aria-valuemax={marks.length}
      aria-valuenow={shown + 1}
      aria-valuetext={marks[shown]?.label ?? ''}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setSliding(at(event));
      }}
      onPointerMove={(event) => {
        if (sliding !== null) setSliding(at(event));
      }}
      onPointerUp={(event) => {
        if (sliding !== null) jump(at(event));
        setSliding(null);
      }}
      onPointerCancel={() => setSliding(null)}
      onKeyDown={(event) => {
        const step = keySteps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        jump(shown + step);
      }}
    >
      <span class="article-rail__track">
        {marks.map(
          (mark, index) =>
            mark.kind === 'chapter' && (
              <span key={index} class="article-rail__tick" ref={(element) => setShare(element, index)} />
            ),
        )}
      </span>
      <span class="article-rail__thumb" ref={(element) => setShare(element, shown)}>
        <span class="article-rail__label" lang="zh-CN">
          {marks[shown]?.label ?? t('record.preface')}
        </span>
      </span>
    </div>
  );
}
